import { html, nothing } from 'lit';
import type { ArticleSummary } from '../../protocol/types.ts';
import type { ShownArticle } from './article-page.ts';
import { renderDocument } from './document.ts';
import type { PageWorld } from './page-world.ts';
import { renderHtml } from './render-html.ts';

/** One page of an article's comments. */
export interface DiscussionPage {
  readonly article: ArticleSummary;
  readonly shown: ShownArticle;
  /** Finished HTML: the form or what became of it, and the comments. */
  readonly form?: string | undefined;
  readonly comments?: string | undefined;
  /** Whether a reader may write, on this page or another. */
  readonly canWrite: boolean;
  /** Whether there is something to correct. */
  readonly isRefused?: boolean;
  readonly isUnlisted?: boolean;
  readonly canonical: string;
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  readonly first?: string | undefined;
  /** Finished HTML: data for search engines. */
  readonly data?: string;
}

const headerView = (page: DiscussionPage, world: PageWorld): unknown => {
  const { addresses, localize } = world;
  const { count } = page.article;
  const { url, title } = page.shown;
  const canJump = page.form !== undefined && page.comments !== undefined && count > 0;
  const canLeave = page.form === undefined && page.canWrite;
  return html`<header>
    ${
      url === undefined
        ? nothing
        : html`<a class="back" rel="ugc nofollow noopener noreferrer" href=${url}
          ><span aria-hidden="true">← </span>${localize('page.article')}</a
        >`
    }
    <h1 dir="auto">${title === undefined ? localize('form.heading') : localize('page.title.of', { title })}</h1>
    ${
      canJump || canLeave
        ? html`<p class="links">
          ${
            canJump
              ? html`<a href="#comments-heading">${localize('page.read', { n: count })}</a>`
              : html`<a href=${addresses.page({}, 'write')}>${localize('page.write')}</a>`
          }
        </p>`
        : nothing
    }
  </header>`;
};

/** Writes a page of an article's comments. */
export function renderDiscussion(page: DiscussionPage, world: PageWorld): string {
  const { addresses, language, localize, styles } = world;
  const { title } = page.shown;
  const name =
    title === undefined ? localize('form.heading') : localize('page.title.of', { title });
  const isHidden = page.article.state === 'hidden';
  const main = [page.form ?? '', page.comments ?? ''].join('\n');
  const footer = html`<footer>
    <a href=${addresses.feed}>${localize('page.feed')}</a>
  </footer>`;
  return renderDocument({
    language,
    styles,
    title: page.isRefused ? localize('page.title.error', { title: name }) : name,
    isUnlisted: page.isUnlisted ?? false,
    canonical: page.canonical,
    next: page.next,
    previous: page.previous,
    first: page.first,
    feed: isHidden ? undefined : addresses.feed,
    data: page.data ?? '',
    body: [
      renderHtml(headerView(page, world)),
      `<main>${main}</main>`,
      isHidden ? '' : renderHtml(footer),
    ].join('\n'),
  });
}
