/** What the newsroom says of authors, each query written once (see {@link prepareQuery}). */
import type { DeleteResult, InsertResult, Selectable } from 'kysely';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

type AuthorRow = Selectable<Tables['authors']>;

/** How an author is treated. */
export const findAuthor: PreparedQuery<{ author: string }, AuthorRow> = prepareQuery(
  (db, { author }) => db.selectFrom('authors').selectAll().where('key', '=', author),
);

/** Treats an author as everybody. */
export const deleteAuthor: PreparedQuery<{ author: string }, DeleteResult> = prepareQuery(
  (db, { author }) => db.deleteFrom('authors').where('key', '=', author),
);

/** Treats an author otherwise than everybody. */
export const insertAuthor: PreparedQuery<AuthorRow, InsertResult> = prepareQuery((db, row) =>
  db.insertInto('authors').values(row),
);
