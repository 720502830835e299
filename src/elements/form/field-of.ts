import { controlIds, fieldNames, type FormFieldName } from './control-ids.ts';

/** The field a control belongs to. */
export const fieldOf = (control: EventTarget | null | undefined): FormFieldName | undefined =>
  fieldNames.find((field) => controlIds[field] === (control as Element | null)?.id);
