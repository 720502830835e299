import { cacheTagHeaders } from '../cache-tags.ts';
import type { ServiceContext } from '../http/service-context.ts';
import { problemResponse } from '../http/problem-response.ts';
import { findShownArticle } from './article-page.ts';
import { renderFeed } from './feed.ts';
import { publicDocument } from './html-answer.ts';
import { dataBlock, discussionData } from './json-ld.ts';
import { listSection } from './list-section-view.ts';
import { readPageQuery } from './page-query.ts';
import { openPageWorld, type PageOptions } from './page-world.ts';
import { findPreviousPage } from './previous-page.ts';
import { renderHtml } from './render-html.ts';

const fragmentSize = 20;
const feedSize = 50;

const shared = { 'Access-Control-Allow-Origin': '*' };

// What is included into one page is not asked for by its readers, so that their languages say nothing.
const named = (lang: string | undefined): string => (lang === 'en' ? lang : 'vi');

/** `GET /fragment`: the list as HTML, for sites that put it into their pages on the server (ESI, SSI). */
export const readFragment =
  (options: PageOptions) =>
  async (context: ServiceContext): Promise<Response> => {
    const query = readPageQuery(new URL(context.req.url).searchParams);
    if (!query || query.thread !== undefined) return problemResponse('invalid-query');
    const { article, sort, after, lang } = query;
    const world = openPageWorld(options, context, { article, lang: named(lang) });
    const { addresses } = world;
    const request = { article, sort, limit: fragmentSize, after };
    const page = await options.reading.readPage(request);
    const previous = await findPreviousPage({ ...options, addresses }, request, page);
    const facts = { page, articleUrl: undefined, title: undefined, linkTo: addresses.comment };
    const text =
      page.article.state === 'hidden'
        ? ''
        : renderHtml(listSection(page, { sort, previous }, world)) +
          dataBlock(discussionData(facts));
    return publicDocument(context, text, {
      ...shared,
      ...cacheTagHeaders([article]),
      'Content-Type': 'text/html; charset=utf-8',
    });
  };

/** `GET /feed`: the newest comments of an article as an Atom feed. */
export const readFeed =
  (options: PageOptions) =>
  async (context: ServiceContext): Promise<Response> => {
    const { raw } = context.req;
    const query = readPageQuery(new URL(raw.url).searchParams);
    if (!query) return problemResponse('invalid-query');
    const { article, lang } = query;
    const { addresses, localize } = openPageWorld(options, context, { article, lang: named(lang) });
    const page = await options.reading.readPage({ article, sort: 'newest', limit: feedSize });
    const { title } = findShownArticle(article, await options.findArticlePage(article), {
      request: raw,
      allowOrigins: options.settings.allowOrigins,
      hasComments: page.article.count > 0,
    });
    const text = renderFeed({
      page,
      title: title === undefined ? localize('page.title') : localize('page.title.of', { title }),
      self: addresses.feed,
      alternate: addresses.page(),
      linkTo: addresses.comment,
      host: raw.headers.get('host') ?? new URL(raw.url).host,
      anonymous: localize('item.anonymous'),
    });
    return publicDocument(context, text, {
      ...shared,
      ...cacheTagHeaders([article]),
      'Content-Type': 'application/atom+xml; charset=utf-8',
    });
  };
