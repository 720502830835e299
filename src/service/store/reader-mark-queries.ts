/** What visitors' likes and reports ask and write, each query written once (see {@link prepareQuery}). */
import type { DeleteResult, InsertResult, UpdateResult } from 'kysely';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { CommentStanding } from './reader-marks.ts';
import type { Tables } from './tables.ts';

/** Where a comment stands. */
export const findStandingOf: PreparedQuery<{ comment: string }, CommentStanding> = prepareQuery(
  (db, { comment }) =>
    db
      .selectFrom('comments')
      .innerJoin('articles', 'articles.id', 'comments.article')
      .select(['comments.article', 'comments.status', 'articles.state as articleState'])
      .where('comments.id', '=', comment),
);

/** Keeps a like; adds no row when it is kept. */
export const insertLike: PreparedQuery<Tables['likes'], InsertResult> = prepareQuery((db, row) =>
  db
    .insertInto('likes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['comment', 'visitor']).doNothing()),
);

interface LikeKey {
  readonly comment: string;
  readonly visitor: string;
}

/** Takes a like back. */
export const deleteLike: PreparedQuery<LikeKey, DeleteResult> = prepareQuery(
  (db, { comment, visitor }) =>
    db.deleteFrom('likes').where('comment', '=', comment).where('visitor', '=', visitor),
);

interface CountChange {
  readonly comment: string;
  readonly change: number;
}

/** Adds to the number of a comment's likes. */
export const countLikes: PreparedQuery<CountChange, UpdateResult> = prepareQuery(
  (db, { comment, change }) =>
    db
      .updateTable('comments')
      .set((table) => ({ likes: table('likes', '+', change) }))
      .where('id', '=', comment),
);

/** Keeps a report; adds no row when its visitor has reported the comment before. */
export const insertReport: PreparedQuery<Tables['reports'], InsertResult> = prepareQuery(
  (db, row) =>
    db
      .insertInto('reports')
      .values(row)
      .onConflict((conflict) => conflict.columns(['comment', 'visitor']).doNothing()),
);

/** Counts a report of a published comment that nobody has decided on. */
export const countReport: PreparedQuery<{ comment: string }, UpdateResult> = prepareQuery(
  (db, { comment }) =>
    db
      .updateTable('comments')
      .set((table) => ({ open_reports: table('open_reports', '+', 1) }))
      .where('id', '=', comment)
      .where('status', '=', 'published'),
);
