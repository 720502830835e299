/** What a transaction asks and writes, each query written once (see {@link prepareQuery}). */
import type { CommentStatus } from '../rules/status-transitions.ts';
import { prepareQuery } from './prepare-query.ts';
import type { CommentRow } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** One comment by its id. */
export const findComment = prepareQuery((db, { id }: { id: string }) =>
  db.selectFrom('comments').selectAll().where('id', '=', id),
);

/** Keeps a comment whose article is known. */
export const insertComment = prepareQuery((db, row: CommentRow) =>
  db.insertInto('comments').values(row),
);

/** Changes a comment's status unless it has another one than `from` by now. */
export const updateStatus = prepareQuery(
  (
    db,
    change: {
      id: string;
      from: CommentStatus;
      to: CommentStatus;
      decidedAt: string;
      publishedAt: string | null;
    },
  ) =>
    db
      .updateTable('comments')
      .set({ status: change.to, decided_at: change.decidedAt, published_at: change.publishedAt })
      .where('id', '=', change.id)
      .where('status', '=', change.from),
);

/** Writes an entry of the audit log. */
export const insertStatusChange = prepareQuery((db, row: Tables['status_changes']) =>
  db.insertInto('status_changes').values(row),
);

/** Makes an article known; does nothing when it is. */
export const insertArticle = prepareQuery((db, row: Tables['articles']) =>
  db
    .insertInto('articles')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Sets an article's page if none was set before. */
export const setArticlePage = prepareQuery(
  (db, { article, url, title }: { article: string; url: string; title: string }) =>
    db
      .updateTable('articles')
      .set({ page_url: url, page_title: title })
      .where('id', '=', article)
      .where('page_url', 'is', null),
);

/** Keeps a notice; does nothing when it is kept. */
export const insertNotice = prepareQuery((db, row: Tables['notices']) =>
  db
    .insertInto('notices')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doNothing()),
);

/** Adds to the number of an article's published comments. */
export const countPublished = prepareQuery(
  (db, { article, change }: { article: string; change: number }) =>
    db
      .updateTable('articles')
      .set((table) => ({ published_count: table('published_count', '+', change) }))
      .where('id', '=', article),
);

/** Remembers a security code as spent; adds no row when it was. */
export const insertSpentChallenge = prepareQuery((db, row: Tables['spent_challenges']) =>
  db
    .insertInto('spent_challenges')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Forgets the codes nobody can answer any more. */
export const deleteExpiredChallenges = prepareQuery((db, { time }: { time: string }) =>
  db.deleteFrom('spent_challenges').where('expires_at', '<', time),
);
