import type { ModerationMode } from '../../protocol/desk.ts';
import type {
  ArticleSummary,
  CommentCounts,
  CommentPage,
  CommentPlace,
  CommentReplies,
  CommentSort,
  PublishedComment,
} from '../../protocol/types.ts';
import { toPublishedComment, toPublishedThread } from '../published-comment.ts';
import type { CommentStore, PublishedListRequest, RepliesRequest } from '../store/comment-store.ts';
import { type ArticleView, createViewArticle } from './article-view.ts';
import { toCursor } from './cursor.ts';

/** What readers may ask for, as values; knows no HTTP. */
export interface Reading {
  viewArticle(id: string): Promise<ArticleView>;
  readState(id: string): Promise<Pick<ArticleSummary, 'state' | 'closesAt'>>;
  /** `article`: as it was viewed just before, if it was. */
  readPage(request: PublishedListRequest, article?: ArticleView): Promise<CommentPage>;
  /** Where the page before a later page begins; nothing where that is the first. */
  findPreviousPage(request: PublishedListRequest, page: CommentPage): Promise<string | undefined>;
  /** Nothing where the public sees no comment of this id. */
  readPlace(id: string, sort: CommentSort): Promise<CommentPlace | undefined>;
  /** Nothing where the public sees no comment of the id of `parent`. */
  readReplies(
    request: RepliesRequest,
  ): Promise<{ readonly article: string; readonly replies: CommentReplies } | undefined>;
  readCounts(articles: readonly string[]): Promise<CommentCounts>;
}

/** What {@link createReading} works with. */
export interface ReadingOptions {
  readonly store: CommentStore;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly autoCloseDays: number;
  readonly moderation: ModerationMode;
}

/** Reads the public lists from a store. */
export function createReading({ store, ...judging }: ReadingOptions): Reading {
  const view = createViewArticle(judging);
  const viewArticle: Reading['viewArticle'] = async (id) =>
    view(id, await store.findArticleWithModes(id));

  /** A comment the public sees, with its article: neither gone for good nor under an article that is hidden. */
  const findVisible = async (id: string) => {
    const found = await store.findPublished(id);
    const article = found && (await viewArticle(found.article));
    return found && article && article.summary.state !== 'hidden'
      ? { article: article.summary, thread: toPublishedThread(found.thread) }
      : undefined;
  };

  const findCursor = async (
    article: string,
    sort: CommentSort,
    thread: PublishedComment,
    distance: number,
  ): Promise<string | undefined> => {
    if (thread.pinned) return undefined;
    const before = await store.findPositionBefore({ article, sort, before: thread, distance });
    return before && toCursor(sort, before);
  };

  return {
    viewArticle,

    async readState(id) {
      const { state, closesAt } = (await viewArticle(id)).summary;
      return { state, ...(closesAt === undefined ? {} : { closesAt }) };
    },

    async readPage(request, known) {
      const { summary: article, stamp } = known ?? (await viewArticle(request.article));
      if (article.state === 'hidden' || stamp === undefined) {
        return { article, comments: [], next: null };
      }
      const list = await store.listPublished(request);
      const comments = list.comments.map(toPublishedThread);
      const last = list.hasMore ? comments.at(-1) : undefined;
      return { article, comments, next: last ? toCursor(request.sort, last) : null };
    },

    async findPreviousPage({ article, sort, limit }, { comments: [first] }) {
      return first && findCursor(article, sort, first, limit + 1);
    },

    async readPlace(id, sort) {
      const found = await findVisible(id);
      if (!found) return undefined;
      const { article, thread: comment } = found;
      const thread =
        comment.parent === null ? comment : (await findVisible(comment.parent))?.thread;
      if (!thread) return undefined;
      const after = (await findCursor(article.id, sort, thread, 1)) ?? null;
      return { article, thread, ...(thread.id === id ? {} : { reply: comment }), after };
    },

    async readReplies(request) {
      const found = await findVisible(request.parent);
      if (!found) return undefined;
      const { comments, hasMore } = await store.listReplies(request);
      const items = comments.map(toPublishedComment);
      const last = hasMore ? items.at(-1) : undefined;
      const count = found.thread.replies?.count ?? 0;
      const replies = { items, count, next: last ? toCursor('replies', last) : null };
      return { article: found.article.id, replies };
    },

    async readCounts(articles) {
      const known = await store.findArticles([...new Set(articles)]);
      // Where an article takes nothing, its number is the same: the modes above it are not asked for.
      const numbers = new Map(
        known.map((article) => {
          const { summary } = view(article.id, { article, sectionMode: null, siteMode: null });
          return [article.id, summary.count];
        }),
      );
      // Not by assignment: an article may be called "__proto__".
      return { counts: Object.fromEntries(articles.map((id) => [id, numbers.get(id) ?? 0])) };
    },
  };
}
