import { html, nothing, type TemplateResult } from 'lit';
import { commentView, nameOf } from '../../elements/list/comment-view.ts';
import type { CommentReplies, PublishedComment } from '../../protocol/types.ts';
import { createCommentContext, type ListWorld } from './comment-context.ts';

/** One comment and a page of the answers to it. */
export interface ThreadSection {
  readonly thread: PublishedComment;
  readonly replies: CommentReplies | undefined;
  readonly canReply: boolean;
  /** Id of the comment the reader was led to. */
  readonly marked: string;
}

/** Draws one comment with the answers to it. */
export function threadSection(
  { thread, replies, canReply, marked }: ThreadSection,
  world: ListWorld,
): TemplateResult {
  const { addresses, localize } = world;
  const { replies: _first, ...alone } = thread;
  const shown = replies && replies.items.length > 0 ? { ...alone, replies } : alone;
  const context = createCommentContext(world, {
    canReply,
    marked,
    moreReplies: ({ id, replies: all }) =>
      all?.next
        ? html`<p class="more-replies">
            <a rel="next" href=${addresses.page({ thread: id, after: all.next }, 'comments')}
              >${localize('list.more')}</a
            >
          </p>`
        : nothing,
  });
  const name = nameOf(thread, localize);
  return html`<div class="reader-comment-list">
    <section id="comments" aria-label=${localize('item.by.sr', { name })}>
      <ul part="list" role="list">
        ${commentView(shown, context)}
      </ul>
      <p class="links">
        <a href=${addresses.page({}, 'comments-heading')}>${localize('page.all')}</a>
      </p>
    </section>
  </div>`;
}
