import type { FormMessageKey } from '../../messages/form.vi.ts';
import { fieldMessageKey } from '../../protocol/field-messages.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { Localize } from '../localize.ts';

/** What is said of a field's problem; empty where this form knows no words for it. */
export function fieldText(
  { field, code, max, min, over = max }: FieldProblem,
  localize: Localize<FormMessageKey>,
): string {
  const key = fieldMessageKey(field, code) as FormMessageKey;
  return localize(key, { max, min, n: over });
}
