import { html, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { Localize } from '../localize.ts';

const maxCharacters = 900;
const maxLines = 10;

/** Whether a text is folded at first: told by the text, not by its height, so that nothing moves once it is drawn. */
export const isLong = (content: string): boolean =>
  content.length > maxCharacters || content.split('\n').length > maxLines;

/** A long text with the button that opens and folds it. */
export const foldView = (
  whole: TemplateResult,
  isOpen: boolean,
  onToggle: () => void,
  localize: Localize<ListMessageKey>,
): TemplateResult =>
  html`<div class=${isOpen ? 'open' : 'folded'}>${whole}</div>
    <button part="fold-button" type="button" aria-expanded=${isOpen} @click=${onToggle}>
      ${localize(isOpen ? 'item.collapse' : 'item.expand')}
    </button>`;
