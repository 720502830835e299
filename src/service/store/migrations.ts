// Over 250 lines: the history of the tables, read from top to bottom, which only grows.
import { type Kysely, type RawBuilder, sql, SqliteAdapter } from 'kysely';
import {
  DEFAULT_MIGRATION_TABLE,
  type Migration,
  type MigrationProvider,
  Migrator,
} from 'kysely/migration';
import { articleSettings } from './article-migration.ts';
import { deskTables } from './desk-migration.ts';
import { editorTables } from './editor-migration.ts';
import { limitTables } from './limits-migration.ts';
import { isPostgres, lock } from './postgres-locks.ts';
import { purgeTables } from './purge-migration.ts';
import { searchTables } from './search-migration.ts';
import { statsIndex } from './stats-migration.ts';
import { wordTables } from './words-migration.ts';

/**
 * SQLite keeps a table with a key of text twice, by row number and by key. These narrow ones are kept by key alone: a
 * post writes 75 KiB in place of 82.
 */
const byKeyAlone = <T>(db: Kysely<T>): RawBuilder<unknown> =>
  db.getExecutor().adapter instanceof SqliteAdapter ? sql`without rowid` : sql``;

const firstTables: Migration = {
  async up(db) {
    await db.schema
      .createTable('articles')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('page_url', 'text')
      .addColumn('page_title', 'text')
      .addColumn('published_count', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('comments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('article', 'text', (column) => column.notNull().references('articles.id'))
      .addColumn('parent', 'text', (column) => column.references('comments.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('raw_name', 'text', (column) => column.notNull())
      .addColumn('raw_address', 'text', (column) => column.notNull())
      .addColumn('raw_email', 'text', (column) => column.notNull())
      .addColumn('raw_content', 'text', (column) => column.notNull())
      .addColumn('signals', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('decided_at', 'text')
      .addColumn('published_at', 'text')
      .execute();
    await db.schema
      .createIndex('comments_of_article')
      .on('comments')
      .columns(['article', 'status', 'published_at', 'id'])
      .execute();
    await db.schema
      .createIndex('comments_by_status')
      .on('comments')
      .columns(['status', 'id'])
      .execute();
    await db.schema
      .createTable('spent_challenges')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .modifyEnd(byKeyAlone(db))
      .execute();
    await db.schema
      .createIndex('spent_challenges_by_expiry')
      .on('spent_challenges')
      .column('expires_at')
      .execute();
    await db.schema
      .createTable('status_changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('comment', 'text', (column) => column.notNull().references('comments.id'))
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('from_status', 'text', (column) => column.notNull())
      .addColumn('to_status', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .modifyEnd(byKeyAlone(db))
      .execute();
    await db.schema
      .createIndex('status_changes_of_comment')
      .on('status_changes')
      .columns(['comment', 'id'])
      .execute();
  },
};

const rememberedAnswers: Migration = {
  async up(db) {
    await db.schema
      .createTable('remembered_answers')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull().references('comments.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .modifyEnd(byKeyAlone(db))
      .execute();
    await db.schema
      .createIndex('remembered_answers_by_expiry')
      .on('remembered_answers')
      .column('expires_at')
      .execute();
  },
};

const consents: Migration = {
  async up(db) {
    await db.schema
      .createTable('notices')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('notice', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .alterTable('comments')
      .addColumn('notice', 'text', (column) => column.references('notices.hash'))
      .execute();
    await db.schema.alterTable('comments').addColumn('consents', 'text').execute();
  },
};

const networks: Migration = {
  async up(db) {
    await db.schema.alterTable('comments').addColumn('network', 'text').execute();
  },
};

/** What readers see: the state of articles, answers, marks, likes and reports. */
const publishedLists: Migration = {
  async up(db) {
    await db.schema.alterTable('articles').addColumn('state', 'text').execute();
    await db.schema.alterTable('articles').addColumn('closes_at', 'text').execute();
    await db.schema
      .alterTable('articles')
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    const numbers = ['pinned', 'pick', 'staff', 'edited', 'likes', 'published_replies', 'listed'];
    for (const name of numbers) {
      await db.schema
        .alterTable('comments')
        .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    }
    // Counted from the answers, which are few, for no index by parent is there yet.
    await sql`update comments set published_replies = answered.number from (
      select parent, count(*) as number from comments where status = 'published' group by parent
    ) as answered where comments.id = answered.parent`.execute(db);
    await sql`update comments set listed = 1 where status = 'published' or published_replies > 0`.execute(
      db,
    );
    await db.schema.dropIndex('comments_of_article').execute();
    // Only of what is listed, and `parent` is in no key: PostgreSQL would sort behind a key that is null.
    await db.schema
      .createIndex('comments_by_time')
      .on('comments')
      .columns(['article', 'pinned', 'published_at', 'id'])
      .where(sql<boolean>`parent is null and listed = 1`)
      .execute();
    await db.schema
      .createIndex('comments_by_likes')
      .on('comments')
      .columns(['article', 'pinned', 'likes', 'published_at', 'id'])
      .where(sql<boolean>`parent is null and listed = 1`)
      .execute();
    await db.schema
      .createIndex('replies_by_time')
      .on('comments')
      .columns(['parent', 'published_at', 'id'])
      .where(sql<boolean>`listed = 1`)
      .execute();
    await db.schema
      .createTable('likes')
      .addColumn('comment', 'text', (column) => column.notNull().references('comments.id'))
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('likes_by_comment', ['comment', 'visitor'])
      .modifyEnd(byKeyAlone(db))
      .execute();
    await db.schema
      .createTable('reports')
      .addColumn('comment', 'text', (column) => column.notNull().references('comments.id'))
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reports_by_comment', ['comment', 'visitor'])
      .modifyEnd(byKeyAlone(db))
      .execute();
  },
};

/** Signals were names; they say now what they do and where. */
const describedSignals: Migration = {
  async up(db) {
    const fast = JSON.stringify([{ code: 'fast', severity: 'hold', offsets: [] }]);
    await sql`update comments set signals = ${fast} where signals = '["fast"]'`.execute(db);
  },
};

/** By which copies of a text are found. Comments that are there have none: what counts is a day's. */
const copyKeys: Migration = {
  async up(db) {
    await db.schema.alterTable('comments').addColumn('copy_key', 'text').execute();
    await db.schema
      .createIndex('comments_by_copy_key')
      .on('comments')
      .columns(['copy_key', 'created_at'])
      .where(sql<boolean>`copy_key is not null`)
      .execute();
  },
};

/** Readers whom the site knows by its own login. */
const knownReaders: Migration = {
  async up(db) {
    await db.schema.alterTable('comments').addColumn('verified_as', 'text').execute();
  },
};

/** By which the comments of one author are found. */
const emails: Migration = {
  async up(db) {
    await db.schema
      .createIndex('comments_by_email')
      .on('comments')
      .columns(['email', 'status'])
      .execute();
  },
};

/** Every step from an empty database to today's, in the order of their names. Never changed once released. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-remembered-answers': rememberedAnswers,
  '0003-consents': consents,
  '0004-networks': networks,
  '0005-published-lists': publishedLists,
  '0006-described-signals': describedSignals,
  '0007-copy-keys': copyKeys,
  '0008-known-readers': knownReaders,
  '0009-emails': emails,
  '0010-desk': deskTables,
  '0011-editors': editorTables,
  '0012-search': searchTables,
  '0013-article-settings': articleSettings,
  '0015-limits': limitTables,
  '0016-words': wordTables,
  '0017-purge': purgeTables,
  '0018-stats': statsIndex,
};

/** Hands them to Kysely. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async (): Promise<Record<string, Migration>> => ({ ...migrations }),
};

/** In the name of a migration that takes something away: versions that do not know it cannot run any more. */
const contraction = '-contract-';

/**
 * Whether the tables are at least this version's: one look, where Kysely's migrator takes a dozen and a write lock. Those of
 * a later version are, as long as it has only added to them: in a rolling update instances of the older one go on, and may
 * start again.
 * @throws {Error} where a later version has taken away what this one may use.
 */
const isLatest = async <T>(db: Kysely<T>): Promise<boolean> => {
  const own = Object.keys(migrations).toSorted().at(-1) ?? '';
  const table = sql.table(DEFAULT_MIGRATION_TABLE);
  const found = await sql<{ name: string }>`select name from ${table} where name >= ${own}`
    .execute(db)
    // There is no such table yet; any other trouble meets the migrator too.
    .catch(() => ({ rows: [] }));
  const names = found.rows.map(({ name }) => name);
  if (names.some((name) => name > own && name.includes(contraction))) {
    throw new Error('a later version of reader-comments has changed it for good: use that one');
  }
  return names.includes(own);
};

/** Brings the database to today's tables, in one transaction; does nothing when it is there. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<void> {
  if (await isLatest(db)) return;
  await db.transaction().execute(async (transaction) => {
    // Instances that start at the same time wait for the first one, which does it for all.
    if (isPostgres(transaction)) {
      // A large table takes longer than any request may.
      await sql`set local statement_timeout = 0`.execute(transaction);
    }
    await lock(transaction, 'migrations');
    const { error } = await new Migrator({
      db: transaction,
      provider: migrationProvider,
    }).migrateToLatest();
    if (error !== undefined) throw error;
  });
}
