import { html, nothing, type TemplateResult } from 'lit';
import { headingView, listView } from '../../elements/list/list-view.ts';
import { sorts } from '../../elements/list/sort-view.ts';
import type { CommentPage, CommentSort } from '../../protocol/types.ts';
import { createCommentContext, type ListWorld } from './comment-context.ts';

const sortView = (current: CommentSort, { addresses, localize }: ListWorld): TemplateResult =>
  html`<nav class="sorts" aria-label=${localize('sort.label')}>
    ${sorts.map(
      (sort) =>
        html`<a
          href=${addresses.page({ sort }, 'comments-heading')}
          aria-current=${sort === current ? 'true' : nothing}
          >${localize(`sort.${sort}`)}</a
        >`,
    )}
  </nav>`;

/** The published comments of an article, in the order asked for; `previous`: address of the page before, if there is one. */
export function listSection(
  page: CommentPage,
  { sort, previous }: { readonly sort: CommentSort; readonly previous: string | undefined },
  world: ListWorld,
): TemplateResult {
  const { addresses, localize } = world;
  const { state, count } = page.article;
  const back = html`<a rel="prev" href="${previous}#comments-heading">${localize('page.previous')}</a>
    <a href=${addresses.page({ sort }, 'comments-heading')}>${localize('list.first')}</a>`;
  const next = html`<a
    class="next"
    rel="next"
    href=${addresses.page({ sort, after: page.next ?? '' }, 'comments-heading')}
    >${localize('list.more')}</a
  >`;
  const below =
    previous === undefined && page.next === null
      ? nothing
      : html`<p class="links">
          ${page.next === null ? nothing : next} ${previous === undefined ? nothing : back}
        </p>`;
  const context = createCommentContext(world, {
    canReply: state === 'open',
    moreReplies: ({ id, replies }) =>
      replies?.next
        ? html`<p class="more-replies">
            <a href=${addresses.page({ thread: id }, `comment-${replies.items.at(-1)?.id ?? id}`)}
              >${localize('replies.show', { n: replies.count - replies.items.length })}</a
            >
          </p>`
        : nothing,
  });
  return html`<div class="reader-comment-list">
    <section id="comments" aria-labelledby="comments-heading">
      ${headingView(count, 2, { localize })}
      ${listView(page, { above: count > 1 ? sortView(sort, world) : nothing, below }, context)}
    </section>
  </div>`;
}
