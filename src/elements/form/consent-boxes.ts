import { type CSSResult, html, nothing, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import { formConsentMessagesVi } from '../../messages/form-consent.vi.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { ConsentQuestion, Consents, PrivacyNotice } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { consentStyles } from './consent.styles.ts';
import { controlIds } from './control-ids.ts';
import type { Phase } from './phase.ts';

// The box without which nothing is sent is what an error leads to.
const idOf = ({ purpose, required }: ConsentQuestion): string =>
  required ? controlIds.consents : `consent-${purpose}`;

/** A notice and its boxes: unticked, one a purpose (L-3). A file of its own, fetched where a site has a notice. */
export class ConsentBoxes {
  /** The looks and the words that came along. */
  readonly styles: CSSResult = consentStyles;
  readonly messages: typeof formConsentMessagesVi = formConsentMessagesVi;
  readonly notice: PrivacyNotice;
  readonly #root: ParentNode;

  constructor(notice: PrivacyNotice, root: ParentNode) {
    this.notice = notice;
    this.#root = root;
  }

  /** What the reader was told and has ticked. */
  read(): Consents {
    const { version, hash, consents } = this.notice;
    const ticked = consents.filter((question) => this.#box(question)?.checked);
    return { notice: { version, hash }, purposes: ticked.map(({ purpose }) => purpose) };
  }

  /** What stands in the way of sending: a box that has to be ticked. */
  findProblem(): FieldProblem | undefined {
    const isMissing = this.notice.consents.some(
      (question) => question.required && !this.#box(question)?.checked,
    );
    return isMissing ? { field: 'consents', code: 'empty' } : undefined;
  }

  /** Unticks every box: each comment, and each notice, is agreed to for itself. */
  clear(): void {
    for (const box of this.#root.querySelectorAll<HTMLInputElement>('[part=consent-input]')) {
      box.checked = false;
    }
  }

  view(phase: Phase, localize: Localize<FormMessageKey>): TemplateResult {
    const { text, url, consents, locale } = this.notice;
    const error =
      phase.kind === 'refused' && phase.problems.find(({ field }) => field === 'consents')?.text;
    const boxes = consents.map((question) => this.#boxView(question, Boolean(error)));
    return html`<fieldset part="consents">
      <legend part="label">${localize('notice.heading')}</legend>
      ${
        error
          ? html`<p part="error" id="consents-error">
            <span class="unseen">${localize('error.prefix.sr')} </span>${error}
          </p>`
          : nothing
      }
      ${boxes}
      <details part="notice">
        <summary part="notice-summary">${localize('consent.more')}</summary>
        <div part="notice-text" lang=${locale}>${text}</div>
        ${url ? html`<a part="notice-link" href=${url} target="_blank" rel="noopener">${url}</a>` : nothing}
      </details>
    </fieldset>`;
  }

  #boxView(question: ConsentQuestion, isRefused: boolean): TemplateResult {
    const isWrong = isRefused && question.required;
    return html`<div part="consent">
      <input
        part="consent-input"
        type="checkbox"
        id=${idOf(question)}
        aria-required=${question.required ? 'true' : nothing}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'consents-error' : nothing}
      />
      <label part="consent-label" for=${idOf(question)} lang=${this.notice.locale}
        >${question.label}${
          question.required
            ? html`<span part="required-mark" aria-hidden="true">&nbsp;*</span>`
            : nothing
        }</label
      >
    </div>`;
  }

  #box(question: ConsentQuestion): HTMLInputElement | null {
    return this.#root.querySelector<HTMLInputElement>(`#${idOf(question)}`);
  }
}
