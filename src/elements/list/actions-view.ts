import { html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { nameOf } from './comment-view.ts';

/** What a reader may do with a comment. */
export type CommentAction = 'like' | 'reply' | 'share' | 'report';

/** What the buttons under a comment show. */
export interface ActionsState {
  /** Which buttons there are, in this order. */
  readonly offered: readonly CommentAction[];
  readonly isLiked: boolean;
  /** What became of the last action on this comment. */
  readonly note: ListMessageKey | undefined;
}

/** The buttons under a comment. Each says whose comment it is about (A-15). */
export function actionsView(
  comment: PublishedComment,
  { offered, isLiked, note }: ActionsState,
  onAction: (action: CommentAction) => void,
  localize: Localize<ListMessageKey>,
): TemplateResult {
  const name = nameOf(comment, localize);
  // The server's count may be older than the reader's own like.
  const n = Math.max(comment.likes, Number(isLiked));
  return html`<div part="comment-actions">
    ${offered.map(
      (action) => html`<button
          part="action ${action}-button"
          type="button"
          aria-pressed=${action === 'like' ? isLiked : nothing}
          aria-label=${action === 'share' ? nothing : localize(`${action}.sr`, { name })}
          @click=${() => onAction(action)}
        >
          ${localize(action)}</button
        >${
          action === 'like' && n > 0
            ? html`<span part="like-count"
                ><span aria-hidden="true">${localize('like.count', { n })}</span
                ><span class="unseen">${localize('like.count.sr', { n })}</span></span
              >`
            : nothing
        }`,
    )}
    ${note ? html`<span part="note">${localize(note)}</span>` : nothing}
  </div>`;
}
