import { html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { nameOf } from './comment-view.ts';

/** What a reader may do with a comment. */
export type CommentAction = 'like' | 'reply' | 'share' | 'report';

/** What the buttons under a comment show. */
export interface ActionsState {
  readonly isLeftOut: Readonly<Partial<Record<CommentAction, boolean>>>;
  readonly isLiked: boolean;
  /** What became of the last action on this comment. */
  readonly note: ListMessageKey | undefined;
}

/**
 * The buttons under a comment. Each says whose comment it is about (A-15).
 * One template and one listener for all: there may be thousands of them.
 */
export function actionsView(
  comment: PublishedComment,
  { isLeftOut, isLiked, note }: ActionsState,
  onAction: (action: CommentAction) => void,
  localize: Localize<ListMessageKey>,
): TemplateResult {
  const name = nameOf(comment, localize);
  // The server's count may be older than the reader's own like.
  const n = Math.max(comment.likes, Number(isLiked));
  const onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button) onAction(button.name as CommentAction);
  };
  return html`<div part="comment-actions" @click=${onClick}>
    <button
      part="action like-button"
      name="like"
      aria-pressed=${isLiked}
      aria-label=${localize('like.sr', { name })}
      ?hidden=${isLeftOut.like}
    >
      ${localize('like')}
    </button>
    ${
      n > 0 && !isLeftOut.like
        ? html`<span part="like-count"
            ><span aria-hidden="true">${localize('like.count', { n })}</span
            ><span class="unseen">${localize('like.count.sr', { n })}</span></span
          >`
        : nothing
    }
    <button
      part="action reply-button"
      name="reply"
      aria-label=${localize('reply.sr', { name })}
      ?hidden=${isLeftOut.reply}
    >
      ${localize('reply')}
    </button>
    <button part="action share-button" name="share">${localize('share')}</button>
    <button
      part="action report-button"
      name="report"
      aria-label=${localize('report.sr', { name })}
      ?hidden=${isLeftOut.report}
    >
      ${localize('report')}
    </button>
    ${note ? html`<span part="note">${localize(note)}</span>` : nothing}
  </div>`;
}
