import type { CSSResult, TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import { formConsentMessagesVi } from '../../messages/form-consent.vi.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { ConsentQuestion, Consents, PrivacyNotice } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { consentBoxId, consentView } from './consent-view.ts';
import { consentStyles } from './consent.styles.ts';
import type { Phase } from './phase.ts';

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
    return consentView(this.notice, phase, localize);
  }

  #box(question: ConsentQuestion): HTMLInputElement | null {
    return this.#root.querySelector<HTMLInputElement>(`#${consentBoxId(question)}`);
  }
}
