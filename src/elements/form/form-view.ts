import { html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { FieldUse } from '../../protocol/limits.ts';
import type { Localize } from '../localize.ts';
import type { CodeState } from './code-state.ts';
import type { FormFieldName } from './control-ids.ts';
import { codeView } from './code-view.ts';
import { fieldView } from './field-view.ts';
import type { Phase } from './phase.ts';
import { summaryView } from './summary-view.ts';

/** The page's options that the form's looks depend on; the element itself has them all. */
export interface FormSettings {
  readonly nameField: FieldUse;
  readonly addressField: FieldUse;
  readonly emailField: FieldUse;
  /** Longest comment, in graphemes. */
  readonly maxLength: number;
  /** Whom a reader may write to who cannot use the code; empty for nobody. */
  readonly contact: string;
}

/** Where the form stands. */
export interface FormView {
  readonly phase: Phase;
  /** Of the headings inside the form. */
  readonly level: number;
  /** How much is left of the comment's length, in words. */
  readonly counter: string;
  /** Whether it is not to be seen. */
  readonly isHidden: boolean;
  /** Stands above the comment: whom it answers. */
  readonly reply: unknown;
  readonly code: CodeState;
  /** Stands beside "Mã khác". */
  readonly listening: unknown;
  /** Stands under the email. */
  readonly suggestion: unknown;
  /** Stands above the button: what the reader is asked to agree to. */
  readonly consents: unknown;
  /** Stands beside the button. */
  readonly note: unknown;
}

/** What the form's own controls do. */
export interface FormActions {
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onFollow: (event: Event, field: FormFieldName) => void;
}

/** The form with everything in it, in the order of N-4. */
export function formView(
  settings: FormSettings,
  form: FormView,
  actions: FormActions,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  const { phase, code } = form;
  const { contact } = settings;
  const isSending = phase.kind === 'sending';
  const line = (field: 'name' | 'address' | 'email', use: FieldUse, below?: unknown): unknown =>
    use === 'off'
      ? nothing
      : fieldView(field, use === 'required', localize(`${field}.hint`), phase, { below }, localize);

  return html`<form
    part="form"
    novalidate
    ?hidden=${form.isHidden}
    @submit=${actions.onSubmit}
  >
    <p part="intro">${localize('form.intro')} ${localize('form.accents')}</p>
    <p part="intro">${localize('form.requiredNote')}</p>
    ${summaryView(phase, form.level, actions.onFollow, localize)}
    ${line('name', settings.nameField)}${line('address', settings.addressField)}
    ${line('email', settings.emailField, form.suggestion)}
    ${fieldView(
      'content',
      true,
      localize('content.hint', { max: settings.maxLength }),
      phase,
      {
        aside: html`<p part="counter" aria-hidden="true">${form.counter}</p>`,
        above: form.reply,
      },
      localize,
    )}
    ${
      code.kind !== 'none' && code.kind !== 'work'
        ? html`<div part="code-field">
          ${fieldView(
            'challenge.answer',
            true,
            localize('code.hint', { n: code.challenge?.length ?? 6 }),
            phase,
            {
              above: codeView(code, form.listening, localize),
              below: contact && html`<p part="hint">${localize('code.help', { contact })}</p>`,
            },
            localize,
          )}
        </div>`
        : nothing
    }
    ${form.consents}
    <p class="unseen" aria-hidden="true">
      <label>${localize('honeypot.label')} <input id="trap" tabindex="-1" autocomplete="off" /></label>
    </p>
    <div part="actions">
      <button part="submit-button" type="submit" aria-disabled=${isSending || nothing}>
        ${localize(isSending ? 'submit.busy' : 'submit')}
      </button>
      ${form.note}
    </div>
  </form>`;
}
