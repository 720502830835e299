import { html, nothing, type TemplateResult } from 'lit';

import type { CommentPage } from '../../protocol/types.ts';
import { type CommentContext, commentView } from './comment-view.ts';

/** What stands around the comments; each may be left out. */
export interface ListSurroundings {
  /** Before the comments. */
  readonly above?: unknown;
  /** After the comments. */
  readonly below?: unknown;
}

/** The heading with the number of comments; its id is `comments-heading`. */
export const headingView = (
  count: number,
  level: number,
  { localize }: Pick<CommentContext, 'localize'>,
): TemplateResult =>
  html`<h2 part="heading" id="comments-heading" tabindex="-1" aria-level=${level}>
    ${count ? localize('list.heading', { n: count }) : localize('list.heading.none')}
  </h2>`;

/** What an article's state lets a page show under the heading: the comments, or the words for none. Of a hidden one nothing. */
export function listView(
  { article: { state }, comments }: CommentPage,
  { above, below }: ListSurroundings,
  context: CommentContext,
): TemplateResult | typeof nothing {
  const { localize } = context;
  if (state === 'hidden') return nothing;
  const words = state === 'open' ? 'list.empty' : 'list.empty.closed';
  return html`${state === 'open' ? nothing : html`<p part="state">${localize(`state.${state}`)}</p>`}
    ${above}
    ${
      comments.length > 0
        ? html`<ul part="list" role="list">
            ${comments.map((comment) => commentView(comment, context))}
          </ul>`
        : html`<p part="empty">${localize(words)}</p>`
    }
    ${below}`;
}
