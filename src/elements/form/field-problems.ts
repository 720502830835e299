import { fieldChecks, type FieldName, normalizeField } from '../../protocol/fields.ts';
import { defaultFieldLimits } from '../../protocol/limits.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { CodeState } from './code-state.ts';
import type { FormSettings } from './form-view.ts';

/** Judges one field as the reader left it. A code is judged only while there is one to be read. */
export function findFieldProblem(
  field: FieldName,
  typed: string,
  settings: FormSettings,
  code: CodeState,
): FieldProblem | undefined {
  const isCode = field === 'challenge.answer';
  if (isCode && !code.challenge) return undefined;
  const finding = fieldChecks[field](typed, {
    ...defaultFieldLimits,
    name: settings.nameField,
    address: settings.addressField,
    email: settings.emailField,
    maxContentGraphemes: settings.maxLength,
  });
  if (finding) return { field, ...finding };
  // One attempt a code: a digit too few is told before the server counts it as the attempt.
  const max = isCode && code.challenge?.length;
  return max && normalizeField[field](typed).length !== max
    ? { field, code: 'length', max }
    : undefined;
}
