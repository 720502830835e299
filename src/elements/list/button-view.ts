import { html, type TemplateResult } from 'lit';

/** A button of the list; its part is `…-button`. */
export const buttonView = (part: string, words: string, onClick: () => void): TemplateResult =>
  html`<button part="${part}-button" type="button" @click=${onClick}>${words}</button>`;
