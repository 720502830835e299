import { dirname } from 'node:path';
import { Kysely, type SqliteDatabase } from 'kysely';
import { ConfigurationError } from '../configuration-error.ts';
import { makeFolder } from '../make-folder.ts';
import type { CommentStore } from './comment-store.ts';
import { migrateToLatest } from './migrations.ts';
import { openNodeSqliteDatabase } from './node-sqlite-database.ts';
import { createNodeSqliteDialect } from './node-sqlite-dialect.ts';
import { openSqlCommentStore } from './sql-comment-store.ts';
import type { Tables } from './tables.ts';

/** Settings of {@link createSqliteStore}. */
export interface SqliteStoreOptions {
  /** Path of the database file; made with its folder when it is not there. */
  readonly file: string;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const unreadable = (file: string, cause: unknown): ConfigurationError => {
  const reason = cause instanceof Error ? cause.message : 'unknown reason';
  return new ConfigurationError(
    'DATABASE_UNREADABLE',
    `The database file ${file} cannot be used (${reason}); choose another one with --database or READER_COMMENTS_DATABASE.`,
    { cause },
  );
};

const open = (file: string): SqliteDatabase => {
  makeFolder(dirname(file));
  return openNodeSqliteDatabase(file);
};

/**
 * Opens a SQLite file and brings its tables to their latest.
 * @throws {ConfigurationError} `DATABASE_UNREADABLE`.
 */
export async function openSqliteDatabase(file: string): Promise<Kysely<Tables>> {
  try {
    const db = new Kysely<Tables>({ dialect: createNodeSqliteDialect(open(file)) });
    await migrateToLatest(db);
    return db;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/**
 * Opens the store in a SQLite file and brings its tables to their latest.
 * @throws {ConfigurationError} `DATABASE_UNREADABLE`.
 */
export async function createSqliteStore(options: SqliteStoreOptions): Promise<CommentStore> {
  const { file, now = Date.now } = options;
  return openSqlCommentStore(await openSqliteDatabase(file), { now });
}
