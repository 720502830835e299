import type { FormMessageKey } from '../../messages/form.vi.ts';
import { fieldMessageKeys } from '../../protocol/field-messages.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { Localize } from '../localize.ts';

type Keys = Readonly<Partial<Record<string, FormMessageKey>>>;

/** What stands under a name in a table of ours: a server may name anything, `constructor` too. */
const find = <Value>(
  table: Readonly<Partial<Record<string, Value>>> | undefined,
  name: string,
): Value | undefined => (table && Object.hasOwn(table, name) ? table[name] : undefined);

/** What is said of a field's problem; nothing where this form knows no words for it. */
export function fieldText(
  { field, code, max, min, over = max }: FieldProblem,
  localize: Localize<FormMessageKey>,
): string | undefined {
  const key = find<FormMessageKey>(find<Keys>(fieldMessageKeys, field), code);
  return key && localize(key, { max, min, n: over });
}
