import type { FieldName } from '../../protocol/fields.ts';

/** What a problem of the form can be about: a field, or the boxes of consent. */
export type FormFieldName = FieldName | 'consents';

/**
 * Id of the control of each field, in the form's order (N-4).
 * Also the beginning of the field's message keys (`name.label`) and of the ids of its label, hint and error.
 */
export const controlIds = {
  name: 'name',
  address: 'address',
  email: 'email',
  content: 'content',
  'challenge.answer': 'code',
  consents: 'consents',
} as const;

/** The fields in the form's order. */
export const fieldNames = Object.keys(controlIds) as FormFieldName[];
