import { html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { badgesView } from './badges-view.ts';

/** What comments are drawn with; whoever draws them gives what is to be done with them. */
export interface CommentContext {
  readonly localize: Localize<ListMessageKey>;
  /** An ISO 8601 instant as readers are shown it. */
  readonly formatTime: (instant: string) => string;
  /** Address of one comment by itself. */
  readonly linkTo: (id: string) => string;
  /** Stands under a comment's text; `thread` is the comment that it answers, or itself. */
  readonly actions?: (comment: PublishedComment, thread: PublishedComment) => unknown;
  /** Stands in place of a comment's whole text, which it is given. */
  readonly fold?: (comment: PublishedComment, whole: TemplateResult) => unknown;
  /** Gives a comment's view as it was drawn before, or has it drawn. */
  readonly keep?: ((comment: PublishedComment, draw: () => TemplateResult) => unknown) | undefined;
  /** Stands under the answers to a comment that are shown. */
  readonly moreReplies?: (thread: PublishedComment) => unknown;
  /** Id of the comment that the reader was led to. */
  readonly marked?: string;
}

/** What the writer of a comment is called: some sites ask for no name. */
export const nameOf = ({ name }: PublishedComment, localize: Localize<ListMessageKey>): string =>
  name || localize('item.anonymous');

const paragraphs = (content: string): TemplateResult =>
  html`<div part="content">
    ${content.split(/\n{2,}/).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}
  </div>`;

function textView(
  comment: PublishedComment,
  context: CommentContext,
  thread: PublishedComment,
): TemplateResult {
  const { id, address, publishedAt, gone } = comment;
  const { localize } = context;
  const current = context.marked === id ? 'true' : nothing;
  if (gone) {
    return html`<p part="gone" id="comment-${id}" tabindex="-1" aria-current=${current}>
      ${localize(`item.${gone}`)}
    </p>`;
  }
  const name = nameOf(comment, localize);
  const time = context.formatTime(publishedAt);
  const whole = paragraphs(comment.content);
  return html`<article
    part="comment"
    id="comment-${id}"
    tabindex="-1"
    aria-label=${localize('item.by.sr', { name })}
    aria-current=${current}
  >
    <div part="byline">
      <bdi part="name">${name}</bdi>
      ${address ? html`<bdi part="address">${address}</bdi>` : nothing}
      ${badgesView(comment, localize)}
      <a
        part="time-link"
        href=${context.linkTo(id)}
        aria-label=${localize('item.time.sr', { time })}
        ><time part="time" datetime=${publishedAt}>${time}</time></a
      >
    </div>
    ${context.fold?.(comment, whole) ?? whole}${context.actions?.(comment, thread)}
  </article>`;
}

/** One comment as an item of a list, with the answers to it that are at hand; of answers, `thread` is what they answer. */
export function commentView(
  comment: PublishedComment,
  context: CommentContext,
  thread: PublishedComment = comment,
): TemplateResult {
  const { replies } = comment;
  const draw = (): TemplateResult => textView(comment, context, thread);
  return html`<li part="item">
    ${context.keep?.(comment, draw) ?? draw()}${
      replies?.items.length
        ? html`<ul part="replies" role="list">
              ${replies.items.map((reply) => commentView(reply, context, comment))}
            </ul>
            ${context.moreReplies?.(comment)}`
        : nothing
    }
  </li>`;
}
