import { html, nothing, type TemplateResult } from 'lit';

/** The key of a button; it is told to assistive technology by `aria-keyshortcuts`. */
export const keyHint = (key: string | undefined): TemplateResult | typeof nothing =>
  key ? html`<kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : nothing;
