import { html, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';
import type { Phase } from './phase.ts';

/** The confirmation; its heading takes the focus, and it stays until the reader goes on (A-13). */
export function sentView(
  phase: Phase & { kind: 'sent' },
  level: number,
  onAnother: () => void,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<div part="sent">
    <h3 part="sent-heading" tabindex="-1" aria-level=${level}>
      ${localize('sent.heading')}
    </h3>
    <p part="sent-text">${localize(`sent.${phase.status}`)}</p>
    <blockquote part="sent-content" dir="auto">${phase.content}</blockquote>
    <button part="another-button" type="button" @click=${onAnother}>
      ${localize('sent.another')}
    </button>
  </div>`;
}
