import { html, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';

/** Whom the reader answers, with the way back. */
export function replyView(
  name: string,
  onCancel: () => void,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<p part="reply">
    <bdi>${localize('reply.to', { name })}</bdi>
    <button part="cancel-reply-button" type="button" @click=${onCancel}>
      ${localize('reply.cancel')}
    </button>
  </p>`;
}

/** That the article takes no comments. */
export const stateView = (text: string): TemplateResult =>
  html`<p part="state" tabindex="-1">${text}</p>`;

/** Until when it takes them. */
export const closingView = (text: string): TemplateResult => html`<p part="closing">${text}</p>`;
