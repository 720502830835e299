import { html, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';

/** How accents are typed; it asks nothing. */
export const accentHintView = (localize: Localize<FormMessageKey>): TemplateResult =>
  html`<p part="accents-hint">${localize('typing.help')}</p>`;

/**
 * Whether a comment without accents is to go as it is (T-10). The alert is inside the node that takes the focus, as in the
 * summary.
 */
export const accentQuestionView = (
  onEdit: () => void,
  onSend: () => void,
  localize: Localize<FormMessageKey>,
): TemplateResult =>
  html`<div
    part="accents"
    role="group"
    tabindex="-1"
    aria-labelledby="accents-text"
  >
    <div role="alert">
      <p part="accents-text" id="accents-text">${localize('accents.confirm')}</p>
    </div>
    ${accentHintView(localize)}
    <p part="accents-actions">
      <button part="accents-edit-button" type="button" @click=${onEdit}>
        ${localize('accents.edit')}
      </button>
      <button part="accents-send-button" type="button" @click=${onSend}>
        ${localize('accents.send')}
      </button>
    </p>
  </div>`;
