import { html } from 'lit';
import type { CommentPage } from '../../protocol/types.ts';
import type { ServiceContext } from '../http/service-context.ts';
import type { ArticleView } from '../reading/article-view.ts';
import { findShownArticle, type ShownArticle } from './article-page.ts';
import { renderDiscussion } from './discussion-page.ts';
import { showForm, type ShownForm } from './form-page.ts';
import { privatePage, publicPage } from './html-answer.ts';
import { dataBlock, discussionData } from './json-ld.ts';
import { listSection } from './list-section-view.ts';
import { type PageQuery, readPageQuery } from './page-query.ts';
import { openPageWorld, type PageOptions, type PageWorld } from './page-world.ts';
import { findPreviousPage } from './previous-page.ts';
import { problemPage } from './problem-page.ts';
import { renderHtml } from './render-html.ts';
import { sentView } from './sent-view.ts';
import { threadSection } from './thread-section-view.ts';
import { emptyForm } from './typed-form.ts';

/** Comments of a page that answer nobody; answers on a page of one comment. */
const pageSize = 20;

/** What is known of the article of a page. */
interface Visit {
  readonly options: PageOptions;
  readonly context: ServiceContext;
  readonly query: PageQuery;
  readonly world: PageWorld;
  readonly article: ArticleView;
  readonly shown: ShownArticle;
  readonly canWrite: boolean;
}

/** The page of one comment and the answers to it. */
async function readThread(visit: Visit, thread: string): Promise<Response> {
  const { options, context, query, world, article, shown, canWrite } = visit;
  const { addresses } = world;
  const place = await options.reading.readPlace(thread, 'newest');
  if (place?.article.id !== query.article) return problemPage('not-found', world, true);
  const request = { parent: place.thread.id, limit: pageSize, after: query.after };
  const replies = (await options.reading.readReplies(request))?.replies;
  const isListed = place.reply === undefined || replies?.items.some(({ id }) => id === thread);
  const all =
    replies && place.reply && !isListed
      ? { ...replies, items: [place.reply, ...replies.items] }
      : replies;
  const comments = threadSection(
    { thread: place.thread, replies: all, canReply: canWrite, marked: thread },
    world,
  );
  const page = renderDiscussion(
    {
      article: article.summary,
      shown,
      canWrite,
      comments: renderHtml(comments),
      // The same comments are on the pages of all; this one is for readers who were sent a link.
      isUnlisted: true,
      canonical: addresses.page({ thread: place.thread.id }),
    },
    world,
  );
  return publicPage(context, page, query.article);
}

/** The form, or what became of what it sent; nothing where the page is for reading. */
async function aboveList(visit: Visit): Promise<ShownForm | Response | undefined> {
  const { options, context, query, world, article, canWrite } = visit;
  const { sent, reply, after } = query;
  if (sent !== undefined) {
    return {
      html: renderHtml(sentView(query, world.addresses, world.localize)),
      hasSound: false,
    };
  }
  if (!canWrite || after !== undefined) return undefined;
  const place = reply === undefined ? undefined : await options.reading.readPlace(reply, 'newest');
  const answered = place?.reply ?? place?.thread;
  if (reply !== undefined && (place?.article.id !== query.article || answered?.gone)) {
    return problemPage('not-found', world, true);
  }
  const typed = {
    ...emptyForm(query.article, options.newKey(), reply),
    codeKind: query.code,
    lang: query.lang,
  };
  const { closesAt } = article.summary;
  const request = { typed, phase: { kind: 'idle' }, answered, closesAt, isCounted: false } as const;
  return showForm(options, context, request, world);
}

/** Stands in the place of a form where the site wants no comments. */
const offNote = ({ localize }: PageWorld): string =>
  renderHtml(html`<p>${localize('state.off')}</p>`);

/** The page of an article's comments, the first of them with the form. */
async function readList(visit: Visit): Promise<Response> {
  const { options, context, query, world, article, shown, canWrite } = visit;
  const { addresses } = world;
  const { sort, after, reply, sent } = query;
  const above = await aboveList(visit);
  if (above instanceof Response) return above;
  const request = { article: query.article, sort, limit: pageSize, after };
  const list: CommentPage = await options.reading.readPage(request, article);
  const previous = await findPreviousPage({ ...options, addresses }, request, list);
  const cursor = new URL(context.req.url).searchParams.get('after') ?? undefined;
  const { count, state } = list.article;
  const isOff = state === 'hidden' || (state === 'open' && !canWrite);
  const facts = {
    page: list,
    articleUrl: shown.url,
    title: shown.title,
    linkTo: addresses.comment,
  };
  const page = renderDiscussion(
    {
      article: list.article,
      shown,
      canWrite,
      form: above?.html ?? (isOff ? offNote(world) : undefined),
      // Who answers one comment does not want to be shown all others.
      comments:
        reply === undefined && state !== 'hidden'
          ? renderHtml(listSection(list, { sort, previous }, world))
          : undefined,
      isUnlisted:
        count === 0 ||
        state === 'hidden' ||
        [reply, sent, query.code].some((one) => one !== undefined),
      canonical: addresses.page({ after: sort === 'newest' ? cursor : undefined }),
      next: list.next === null ? undefined : addresses.page({ sort, after: list.next }),
      previous,
      first: after && addresses.page({ sort }),
      data: count > 0 ? dataBlock(discussionData(facts)) : '',
    },
    world,
  );
  const { hasSound = false } = above ?? {};
  return above ? privatePage(page, { hasSound }) : publicPage(context, page, query.article);
}

/** `GET /page`: an article's comments and the form, for browsers that run no script. */
export const readPage =
  (options: PageOptions) =>
  async (context: ServiceContext): Promise<Response> => {
    const { raw } = context.req;
    const query = readPageQuery(new URL(raw.url).searchParams);
    if (!query) {
      const world = openPageWorld(options, context, { article: '' });
      return problemPage('invalid-query', world, false);
    }
    const { article: id, thread } = query;
    const world = openPageWorld(options, context, query);
    const article = await options.reading.viewArticle(id);
    const { state, count } = article.summary;
    const visit: Visit = {
      options,
      context,
      query,
      world,
      article,
      shown: findShownArticle(id, await options.findArticlePage(id), {
        request: raw,
        allowOrigins: options.settings.allowOrigins,
        hasComments: count > 0,
      }),
      canWrite: state === 'open' && (await options.acceptArticle(id)),
    };
    return thread === undefined ? readList(visit) : readThread(visit, thread);
  };
