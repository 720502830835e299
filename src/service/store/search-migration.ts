import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from './postgres-locks.ts';
import { indexComments } from './sqlite-search.ts';
import type { Tables } from './tables.ts';

const commentsAtOnce = 500;

const indexAll = async (db: Kysely<Tables>): Promise<void> => {
  let after = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
    const rows = await db
      .selectFrom('comments')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(commentsAtOnce)
      .execute();
    const ids = rows.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    await indexComments(db, ids);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
};

/** Words of comments by two spellings. No PostgreSQL database is older than this migration, so there are no comments yet. */
const createPostgresTerms = async (db: Kysely<Tables>): Promise<void> => {
  await sql`create table comment_terms (
    comment text primary key references comments (id),
    exact tsvector not null,
    folded tsvector not null
  )`.execute(db);
  await sql`create index comment_terms_exact on comment_terms using gin (exact)`.execute(db);
  await sql`create index comment_terms_folded on comment_terms using gin (folded)`.execute(db);
};

/** Words of all comments, and what the newsroom reads of reports. */
export const searchTables: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createIndex('reports_by_time')
      .on('reports')
      .columns(['comment', 'created_at', 'visitor'])
      .execute();
    if (isPostgres(db)) {
      await createPostgresTerms(db);
      return;
    }
    // Numbers of their own: SQLite may number the rows of `comments` anew when a file is compacted.
    await sql`create table search_rows (number integer primary key, comment text not null unique)`.execute(
      db,
    );
    await sql`create table search_waiting (number integer primary key, comment text not null)`.execute(
      db,
    );
    // Texts stand in `comments`; here are only their words. `ascii`, for the words come without signs and in lower case.
    await sql`create virtual table comment_words using fts5(
      exact, folded, article, content = '', contentless_delete = 1, tokenize = 'ascii'
    )`.execute(db);
    await indexAll(db);
  },
};
