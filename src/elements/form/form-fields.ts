import { controlIds, type FormFieldName } from './control-ids.ts';
import { focusInView } from './focus-in-view.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Reads and fills the form's uncontrolled inputs (T-1). A field that is switched off reads as empty. */
export class FormFields {
  readonly #root: () => ParentNode;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** The control of a field, where it is shown. */
  control(field: FormFieldName): Control | null {
    return this.#root().querySelector<Control>(`#${controlIds[field]}`);
  }

  /** What stands in a field, as it was typed. */
  read(field: FormFieldName): string {
    return this.control(field)?.value ?? '';
  }

  /** Fills a field, unless the reader is in it: an input method would then write the text twice (T-1). */
  write(field: FormFieldName, text: string): void {
    const control = this.control(field);
    if (control && !control.matches(':focus')) control.value = text;
  }

  /** Takes the reader to a field. */
  focus(field: FormFieldName): void {
    focusInView(this.control(field));
  }
}
