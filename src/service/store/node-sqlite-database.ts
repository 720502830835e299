import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * How long one statement waits for another process, in milliseconds. The wait stops the whole process, so it is
 * short; the driver waits longer, and lets others go on meanwhile.
 */
const busyTimeoutMs = 50;

/** The store's queries number about twenty; the bound only guards against queries of changing text. */
const maxStatements = 100;

/**
 * How many pages of 4 KiB the log may hold before they go to the database file, four times SQLite's default: a page
 * goes there once, however often it changed meanwhile.
 */
const checkpointPages = 4000;

const isValue = (value: unknown): value is SQLInputValue =>
  value === null || ['string', 'number', 'bigint'].includes(typeof value);

const values = (parameters: readonly unknown[]): SQLInputValue[] => {
  if (!parameters.every(isValue))
    throw new TypeError('a query holds a value SQLite has no type for');
  return [...parameters];
};

const toKyselyStatement = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...values(parameters)),
  run: (parameters) => statement.run(...values(parameters)),
  iterate: (parameters) => statement.iterate(...values(parameters)),
});

/**
 * A `node:sqlite` database in the shape of Kysely's SQLite driver, which was made for better-sqlite3.
 * Statements are prepared once. What was acknowledged is on disk (`synchronous=FULL`), unless told otherwise.
 */
export function openNodeSqliteDatabase(
  file: string,
  { synchronous = 'full' }: { readonly synchronous?: 'full' | 'normal' } = {},
): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  database.exec('pragma journal_mode = wal');
  database.exec(`pragma synchronous = ${synchronous}`);
  database.exec(`pragma wal_autocheckpoint = ${checkpointPages}`);
  database.exec('pragma foreign_keys = on');
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = toKyselyStatement(database.prepare(sql));
      if (statements.size >= maxStatements) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}
