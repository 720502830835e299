import { html, type TemplateResult } from 'lit';

import type { Localize } from '../../elements/localize.ts';
import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import { wordDiff } from '../word-diff.ts';

/** The words in which an edited text differs from the reader's, one within the other (M-5). */
export function diffView(
  original: string,
  edited: string,
  localize: Localize<DeskMessageKey>,
): TemplateResult {
  const parts = wordDiff(original, edited);
  if (parts.every(({ kind }) => kind === 'same')) {
    return html`<p class="quiet-text">${localize('edit.same')}</p>`;
  }
  // Few screen readers tell insertions and deletions by themselves.
  const said = (key: 'edit.added.sr' | 'edit.deleted.sr'): TemplateResult =>
    html`<span class="unseen"> ${localize(key)} </span>`;
  return html`<p class="text diff" dir="auto">${parts.map(({ kind, text }) => {
    if (kind === 'added') return html`<ins>${said('edit.added.sr')}${text}</ins>`;
    return kind === 'deleted' ? html`<del>${said('edit.deleted.sr')}${text}</del>` : text;
  })}</p>`;
}
