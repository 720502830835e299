import { html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { FieldName } from '../../protocol/fields.ts';
import type { Localize } from '../localize.ts';
import { controlIds } from './control-ids.ts';
import type { Phase } from './phase.ts';

/** What stands around a field's control. */
export interface FieldSurroundings {
  /** At the end of the hint's line. */
  readonly aside?: unknown;
  /** Between hint and control. */
  readonly above?: unknown;
  /** After the control. */
  readonly below?: unknown;
}

/** What the browser is told of each one-line field (A-8): keyboard, `autocomplete`, `autocapitalize`. */
const inputHints = {
  name: ['text', 'name', 'words'],
  address: ['text', 'street-address', 'sentences'],
  email: ['email', 'email', 'off'],
  'challenge.answer': ['numeric', 'off', 'off'],
} as const;

/**
 * A field with label, hint and error (A-1, A-2, A-4). Its control is uncontrolled (T-1).
 * The email's is of type text: browsers rewrite what is typed into `type=email` (a Vietnamese letter in the domain
 * becomes `xn--…` unseen), and then nobody can name the input method as the cause (T-8).
 */
export function fieldView(
  field: FieldName,
  isRequired: boolean,
  hint: string,
  phase: Phase,
  { aside, above, below }: FieldSurroundings,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  const id = controlIds[field];
  const error =
    phase.kind === 'refused' && phase.problems.find((problem) => problem.field === field)?.text;
  const required = isRequired ? 'true' : nothing;
  const invalid = error ? 'true' : nothing;
  const describedBy = `${error ? `${id}-error ` : ''}${id}-hint`;
  const isSending = phase.kind === 'sending';

  const control = (): TemplateResult => {
    if (field === 'content') {
      return html`<textarea
        part="input textarea"
        id=${id}
        autocapitalize="sentences"
        ?readonly=${isSending}
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
      ></textarea>`;
    }
    const [keyboard, autocomplete, capitals] = inputHints[field];
    return html`<input
      part="input ${id}-input"
      id=${id}
      type="text"
      inputmode=${keyboard}
      autocomplete=${autocomplete}
      autocapitalize=${capitals}
      spellcheck="false"
      lang=${id === 'code' ? 'en' : nothing}
      ?readonly=${isSending}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
    />`;
  };

  return html`<div part="field">
    <label part="label" for=${id}
      >${localize(`${id}.label`)}${
        isRequired
          ? html`<span part="required-mark" aria-hidden="true">&nbsp;*</span>`
          : html` <span part="optional-mark">${localize('form.optional')}</span>`
      }</label
    >
    <div part="hint-line"><p part="hint" id="${id}-hint">${hint}</p>${aside}</div>
    ${
      error
        ? html`<p part="error" id="${id}-error">
          <span class="unseen">${localize('error.prefix.sr')} </span>${error}
        </p>`
        : nothing
    }
    ${above}${control()}${below}
  </div>`;
}
