import { html, nothing, type TemplateResult } from 'lit';
import { type CommentContext, nameOf } from '../../elements/list/comment-view.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { PageAddresses } from './page-address.ts';
import type { PageWords } from './page-words.ts';

/** What comments are drawn with on pages and in fragments. */
export interface ListWorld {
  readonly addresses: PageAddresses;
  readonly localize: PageWords;
  readonly formatTime: (instant: string) => string;
}

const actionsView = (
  { addresses, localize }: ListWorld,
  canReply: boolean,
  comment: PublishedComment,
): TemplateResult | typeof nothing => {
  const { id, likes } = comment;
  if (!canReply && likes === 0) return nothing;
  const reply = html`<a
    part="action reply-link"
    rel="nofollow"
    href=${addresses.page({ reply: id }, 'write')}
    aria-label=${localize('reply.sr', { name: nameOf(comment, localize) })}
    >${localize('reply')}</a
  >`;
  return html`<div part="comment-actions">
    ${canReply ? reply : nothing}
    ${
      likes > 0
        ? html`<span part="like-count">${localize('like.count.sr', { n: likes })}</span>`
        : nothing
    }
  </div>`;
};

/** What the element's views draw comments with where no script runs: links in the place of buttons. */
export function createCommentContext(
  world: ListWorld,
  {
    canReply,
    marked,
    moreReplies,
  }: {
    readonly canReply: boolean;
    /** Id of the comment a reader was led to. */
    readonly marked?: string;
    /** Stands under the answers to a comment. */
    readonly moreReplies: (thread: PublishedComment) => unknown;
  },
): CommentContext {
  const { addresses, localize, formatTime } = world;
  return {
    localize,
    formatTime,
    linkTo: addresses.comment,
    actions: (comment) => actionsView(world, canReply, comment),
    moreReplies,
    ...(marked !== undefined && { marked }),
  };
}
