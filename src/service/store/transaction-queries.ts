/** What a transaction asks and writes, each query written once (see {@link prepareQuery}). */
import type {
  DeleteResult,
  Expression,
  ExpressionBuilder,
  InsertResult,
  UpdateResult,
} from 'kysely';
import type { CommentStatus } from '../rules/status-transitions.ts';
import { isPostgres } from './postgres-locks.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { CommentRow } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** One comment by its id. */
export const findComment: PreparedQuery<{ id: string }, CommentRow> = prepareQuery((db, { id }) =>
  db.selectFrom('comments').selectAll().where('id', '=', id),
);

/** The same for who means to change it: others wait until that is done. */
export const findCommentToChange: PreparedQuery<{ id: string }, CommentRow> = prepareQuery(
  (db, { id }) => {
    const found = db.selectFrom('comments').selectAll().where('id', '=', id);
    return isPostgres(db) ? found.forUpdate() : found;
  },
);

/** Comments of one copy key, newest first. */
export const findCopies: PreparedQuery<
  { copyKey: string; since: string; limit: number },
  Pick<CommentRow, 'email' | 'network' | 'status'>
> = prepareQuery((db, { copyKey, since, limit }) =>
  db
    .selectFrom('comments')
    .select(['email', 'network', 'status'])
    .where('copy_key', '=', copyKey)
    .where('created_at', '>=', since)
    .orderBy('created_at', 'desc')
    .limit(limit),
);

/** One published comment of an author. */
export const findPublishedByAuthor: PreparedQuery<
  { author: string },
  Pick<CommentRow, 'id'>
> = prepareQuery((db, { author }) =>
  db
    .selectFrom('comments')
    .select('id')
    .where('author', '=', author)
    .where('status', '=', 'published')
    .limit(1),
);

/** Keeps a comment whose article is known. */
export const insertComment: PreparedQuery<CommentRow, InsertResult> = prepareQuery((db, row) =>
  db.insertInto('comments').values(row),
);

const isAnswered = (
  row: ExpressionBuilder<Tables, 'comments'>,
  number: Expression<number>,
): Expression<number> => row.case().when(number, '>', 0).then(1).else(0).end();

interface StatusUpdate {
  readonly id: string;
  readonly from: CommentStatus;
  readonly to: CommentStatus;
  readonly decidedAt: string;
  readonly publishedAt: string | null;
}

/**
 * Changes a comment's status unless it has another one than `from` by now. `listed` is kept in step: whatever has
 * published answers was published itself once.
 */
const updateStatusTo = (isShown: boolean): PreparedQuery<StatusUpdate, UpdateResult> =>
  prepareQuery((db, { id, from, to, decidedAt, publishedAt }) =>
    db
      .updateTable('comments')
      .set((row) => ({
        status: to,
        version: row('version', '+', 1),
        open_reports: 0,
        decided_at: decidedAt,
        published_at: publishedAt,
        listed: isShown ? 1 : isAnswered(row, row.ref('published_replies')),
        ...(isShown ? {} : { pinned: 0 }),
      }))
      .where('id', '=', id)
      .where('status', '=', from),
  );

/** Publishes a comment. */
export const updateToPublished: PreparedQuery<StatusUpdate, UpdateResult> = updateStatusTo(true);

/** Changes a status to one nobody reads; nothing taken down stays pinned. */
export const updateToHidden: PreparedQuery<StatusUpdate, UpdateResult> = updateStatusTo(false);

/** Adds to the number of a comment's published answers; a comment that is gone is listed while it has any. */
export const countReplies: PreparedQuery<{ parent: string; change: number }, UpdateResult> =
  prepareQuery((db, { parent, change }) =>
    db
      .updateTable('comments')
      .set((row) => {
        const number = row('published_replies', '+', change);
        return {
          published_replies: number,
          listed: row
            .case()
            .when('status', '=', 'published')
            .then(1)
            .else(isAnswered(row, number))
            .end(),
        };
      })
      .where('id', '=', parent),
  );

interface MarkUpdate {
  readonly id: string;
  readonly pinned: number;
  readonly pick: number;
  readonly staff: number;
  readonly edited: number;
}

/** Sets what the newsroom makes of a comment. */
export const updateMarks: PreparedQuery<MarkUpdate, UpdateResult> = prepareQuery(
  (db, { id, ...marks }) => db.updateTable('comments').set(marks).where('id', '=', id),
);

interface EditUpdate {
  readonly id: string;
  readonly editedContent: string | null;
  readonly edited: number;
  readonly pinned: number;
  readonly pick: number;
}

/** Sets the newsroom's text and marks. */
export const updateEdit: PreparedQuery<EditUpdate, UpdateResult> = prepareQuery(
  (db, { id, editedContent, edited, pinned, pick }) =>
    db
      .updateTable('comments')
      .set((row) => ({
        version: row('version', '+', 1),
        edited_content: editedContent,
        edited,
        pinned,
        pick,
      }))
      .where('id', '=', id),
);

/** Closes the reports of a comment that stays published. */
export const updateToKept: PreparedQuery<{ id: string; at: string }, UpdateResult> = prepareQuery(
  (db, { id, at }) =>
    db
      .updateTable('comments')
      .set((row) => ({ version: row('version', '+', 1), open_reports: 0, decided_at: at }))
      .where('id', '=', id)
      .where('status', '=', 'published'),
);

/** Makes an article known; does nothing when it is. */
export const insertArticle: PreparedQuery<Tables['articles'], InsertResult> = prepareQuery(
  (db, row) =>
    db
      .insertInto('articles')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing()),
);

interface PageOfArticle {
  readonly article: string;
  readonly url: string;
  readonly title: string;
}

/** Sets an article's page if none was set before. */
export const setArticlePage: PreparedQuery<PageOfArticle, UpdateResult> = prepareQuery(
  (db, { article, url, title }) =>
    db
      .updateTable('articles')
      .set({ page_url: url, page_title: title })
      .where('id', '=', article)
      .where('page_url', 'is', null),
);

/** Keeps a notice; does nothing when it is kept. */
export const insertNotice: PreparedQuery<Tables['notices'], InsertResult> = prepareQuery(
  (db, row) =>
    db
      .insertInto('notices')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doNothing()),
);

/** Adds to the number of an article's published comments, and says that the public sees something else of it. */
export const countPublished: PreparedQuery<{ article: string; change: number }, UpdateResult> =
  prepareQuery((db, { article, change }) =>
    db
      .updateTable('articles')
      .set((table) => ({
        published_count: table('published_count', '+', change),
        revision: table('revision', '+', 1),
      }))
      .where('id', '=', article),
  );

/** Remembers a security code as spent; adds no row when it was. */
export const insertSpentChallenge: PreparedQuery<Tables['spent_challenges'], InsertResult> =
  prepareQuery((db, row) =>
    db
      .insertInto('spent_challenges')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing()),
  );

/** Forgets the codes nobody can answer any more. */
export const deleteExpiredChallenges: PreparedQuery<{ time: string }, DeleteResult> = prepareQuery(
  (db, { time }) => db.deleteFrom('spent_challenges').where('expires_at', '<', time),
);
