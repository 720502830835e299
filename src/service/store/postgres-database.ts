import { Kysely, PostgresDialect, sql } from 'kysely';
import { ConfigurationError } from '../configuration-error.ts';
import { migrateToLatest } from './migrations.ts';
import { openPostgresPool } from './postgres-pool.ts';
import type { Tables } from './tables.ts';

/** An address without what is secret in it. */
const withoutPassword = (address: string): string => {
  if (!URL.canParse(address)) return 'postgres:…';
  const url = new URL(address);
  url.password = '';
  url.search = '';
  return url.href;
};

/**
 * Opens a PostgreSQL database and brings its tables to their latest.
 * @throws {ConfigurationError} `LIBRARY_MISSING`, `DATABASE_UNREADABLE`.
 */
export async function openPostgresDatabase(address: string): Promise<Kysely<Tables>> {
  const pool = await openPostgresPool(address);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{ encoding: string }>`show server_encoding`.execute(db);
    const encoding = Object.values(rows[0] ?? {})[0];
    if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}, it has to be UTF8`);
    await migrateToLatest(db);
    return db;
  } catch (cause) {
    await db.destroy();
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new ConfigurationError(
      'DATABASE_UNREADABLE',
      `The database ${withoutPassword(address)} cannot be used (${reason}); check the server and --database or READER_COMMENTS_DATABASE.`,
      { cause },
    );
  }
}
