import { html, nothing, type TemplateResult } from 'lit';

import type { RejectReason } from '../../protocol/desk.ts';
import { rejectReasons } from '../../protocol/desk.ts';
import type { Desk } from '../desk.ts';
import { reasonKey } from '../reason-key.ts';

const wordsOf = (desk: Desk, reason: RejectReason): string => {
  const key = reasonKey(reason);
  return key ? desk.model.localize(key) : reason;
};

const withinSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The reasons for not publishing, with what a reader is told of the one that is chosen (M-6). */
export function reasonsView(desk: Desk, labelledBy: string): TemplateResult {
  const { isReasonMissing, reason } = desk;
  const { localize } = desk.model;
  return html`<div role="alert">
      ${isReasonMissing ? html`<p class="error" id="reason-error">${localize('reason.empty')}</p>` : nothing}
    </div>
    <div
      class="reasons"
      role="radiogroup"
      aria-labelledby=${labelledBy}
      aria-required="true"
      aria-invalid=${isReasonMissing ? 'true' : nothing}
      aria-describedby=${isReasonMissing ? 'reason-error' : nothing}
      @change=${(event: Event) => desk.chooseReason((event.target as HTMLInputElement).value)}
    >
      ${rejectReasons.map(
        (one) => html`<label class="check"
          ><input type="radio" name="reason" .value=${one} .checked=${one === reason} />${wordsOf(
            desk,
            one,
          )}</label
        >`,
      )}
    </div>
    <div class="reader-text" aria-live="polite">
      ${
        reason
          ? html`<p class="label">${localize('reason.reader')}</p>
              <p>${localize('reason.reader.text', { reason: withinSentence(wordsOf(desk, reason)) })}</p>`
          : nothing
      }
    </div>`;
}

/** The reason that a form has. */
export const reasonIn = (form: FormData): RejectReason | undefined =>
  rejectReasons.find((one) => one === form.get('reason'));
