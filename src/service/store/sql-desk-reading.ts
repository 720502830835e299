import type { Kysely } from 'kysely';
import { deskQueues, type QueueCounts } from '../../protocol/desk.ts';
import { findArticlePages } from './article-queries.ts';
import { searchArticles } from './article-search.ts';
import { findAuthorCard, listByAuthor } from './author-queries.ts';
import type { CommentSearch } from './comment-search.ts';
import type { DeskReading } from './desk-reading.ts';
import { listQueue } from './list-queue.ts';
import { listModes, listSections } from './mode-queries.ts';
import { countQueue, measureQueue } from './queue-queries.ts';
import { selectComments } from './select-comments.ts';
import type { Tables } from './tables.ts';

const maxReportsListed = 100;

/** What {@link createDeskReading} works with. */
export interface DeskReadingEffects {
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly search: CommentSearch;
}

/** The part of the store the newsroom reads from. */
export const createDeskReading = (
  db: Kysely<Tables>,
  { now, search }: DeskReadingEffects,
): DeskReading => ({
  async countQueues() {
    const counts = deskQueues.map(async (queue) => [queue, await countQueue(db, queue)] as const);
    // Object.fromEntries knows no keys.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return Object.fromEntries(await Promise.all(counts)) as QueueCounts;
  },

  measureWaiting: () => Promise.all([measureQueue(db, 'new'), measureQueue(db, 'suspect')]),

  listQueue: (request) => listQueue(db, request),

  async searchComments(request) {
    const { ids, next } = await search.find(db, request);
    return { comments: await selectComments(db, ids), next };
  },

  async listReportsOf(comment) {
    const reports = await db
      .selectFrom('reports')
      .select(['reason', 'note', 'created_at as createdAt'])
      .where('comment', '=', comment)
      .orderBy('created_at', 'desc')
      .orderBy('visitor', 'desc')
      .limit(maxReportsListed)
      .execute();
    return reports.map((report) => ({ ...report }));
  },

  listByAuthor: (request) => listByAuthor(db, request),
  findAuthorCard: (comment) => findAuthorCard(db, comment, now()),
  findArticlePages: (articles) => findArticlePages(db, articles),
  searchArticles: (request) => searchArticles(db, request),
  listModes: () => listModes(db),
  listSections: () => listSections(db),
});
