import { fieldChecks, type FieldName, normalizeField } from '../../protocol/fields.ts';
import { defaultFieldLimits } from '../../protocol/limits.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { PictureChallenge } from '../../protocol/types.ts';
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
  const length = (code.challenge as Partial<PictureChallenge> | undefined)?.length;
  if (isCode && !length) return undefined;
  const finding = fieldChecks[field](typed, {
    ...defaultFieldLimits,
    name: settings.nameField,
    address: settings.addressField,
    email: settings.emailField,
    maxContentGraphemes: settings.maxLength,
  });
  if (finding) return { field, ...finding };
  // One attempt a code: a digit too few is told before the server counts it as the attempt.
  return isCode && length && normalizeField[field](typed).length !== length
    ? { field, code: 'length', max: length }
    : undefined;
}
