import { html, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';

/** A likely typo in the email, with a button that puts it right; it never stands in the way (T-8). */
export function suggestionView(
  suggestion: string,
  onUse: () => void,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<p part="suggestion">
    ${localize('email.suggest', { suggestion })}
    <button part="suggestion-button" type="button" @click=${onUse}>
      ${localize('email.suggest.use', { suggestion })}
    </button>
  </p>`;
}

/** Says that the fields hold a draft found again. */
export function draftNoteView(
  onDiscard: () => void,
  localize: Localize<FormMessageKey>,
): TemplateResult {
  return html`<p part="draft-note">
    ${localize('draft.restored')}
    <button part="discard-button" type="button" @click=${onDiscard}>
      ${localize('draft.discard')}
    </button>
  </p>`;
}
