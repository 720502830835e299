import { html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { ConsentQuestion, PrivacyNotice } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { controlIds } from './control-ids.ts';
import type { Phase } from './phase.ts';

/** Id of the box of a question; what an error leads to is the box without which nothing is sent. */
export const consentBoxId = ({ purpose, required }: ConsentQuestion): string =>
  required ? controlIds.consents : `consent-${purpose}`;

const boxView = (question: ConsentQuestion, locale: string, isRefused: boolean): TemplateResult => {
  const isWrong = isRefused && question.required;
  return html`<div part="consent">
    <input
      part="consent-input"
      type="checkbox"
      id=${consentBoxId(question)}
      aria-required=${question.required ? 'true' : nothing}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? 'consents-error' : nothing}
    />
    <label part="consent-label" for=${consentBoxId(question)} lang=${locale}
      >${question.label}${
        question.required
          ? html`<span part="required-mark" aria-hidden="true">&nbsp;*</span>`
          : nothing
      }</label
    >
  </div>`;
};

/** A notice and its boxes: unticked, one a purpose (L-3). */
export function consentView(
  { text, url, consents, locale }: PrivacyNotice,
  phase: Phase,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  const error =
    phase.kind === 'refused' && phase.problems.find(({ field }) => field === 'consents')?.text;
  return html`<fieldset part="consents">
    <legend part="label">${localize('notice.heading')}</legend>
    ${
      error
        ? html`<p part="error" id="consents-error">
          <span class="unseen">${localize('error.prefix.sr')} </span>${error}
        </p>`
        : nothing
    }
    ${consents.map((question) => boxView(question, locale, Boolean(error)))}
    <details part="notice">
      <summary part="notice-summary">${localize('consent.more')}</summary>
      <div part="notice-text" lang=${locale}>${text}</div>
      ${url ? html`<a part="notice-link" href=${url} target="_blank" rel="noopener">${url}</a>` : nothing}
    </details>
  </fieldset>`;
}
