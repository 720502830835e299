import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from '../desk.ts';

/** A field of the sign-in. */
interface Field {
  readonly id: 'email' | 'password' | 'code';
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autocomplete: string;
  readonly value?: string;
  /** Shown, and sent to password managers, but not to be changed. */
  readonly isFixed?: boolean;
  readonly hint?: string;
}

/** A field of the sign-in with its error. */
export function signInField(desk: Desk, field: Field): TemplateResult {
  const { autocomplete, hint, id, isFixed = false, label, type, value = '' } = field;
  const { error } = desk.signIn;
  const text = error?.field === id ? error.text : '';
  const described = [text && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${text ? html`<p class="error" id="${id}-error">${text}</p>` : nothing}
    <input
      id=${id}
      name=${id}
      type=${type}
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      inputmode=${id === 'code' && type === 'text' && autocomplete === 'one-time-code' ? 'numeric' : nothing}
      aria-required="true"
      aria-invalid=${text ? 'true' : nothing}
      aria-describedby=${described || nothing}
      ?readonly=${isFixed}
      .defaultValue=${value}
    />
  </div>`;
}
