import type { FormOptions } from './form-options.ts';

/** Controls this file has locked, so that it opens no other. */
const locked = new WeakSet<HTMLInputElement>();

/**
 * Fills name and email with what the site knows of its reader, and locks them (N-12); opens them again where it knows
 * nobody any more. A field that has the focus is filled when the form is drawn next: an input method would write twice (T-1).
 * A file of its own, fetched where a page says who its reader is.
 */
export function lockAuthor({ author, renderRoot }: FormOptions): void {
  for (const field of ['name', 'email'] as const) {
    const control = renderRoot.querySelector<HTMLInputElement>(`#${field}`);
    const known = author?.[field];
    if (!control || (!known && !locked.has(control))) continue;
    control.readOnly = Boolean(known);
    if (!control.matches(':focus')) control.value = known ?? '';
    if (known) locked.add(control);
    else locked.delete(control);
  }
}
