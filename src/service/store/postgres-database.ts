import { Kysely, PostgresDialect, sql } from 'kysely';
import { ConfigurationError } from '../configuration-error.ts';
import { migrateToLatest } from './migrations.ts';
import { namePostgresPlace, openPostgresPool, type PoolOptions } from './postgres-pool.ts';
import type { Tables } from './tables.ts';
import { type DatabaseWait, waitForDatabase } from './wait-for-database.ts';

/** An address without what is secret in it. */
const withoutPassword = (address: string): string => {
  if (!URL.canParse(address)) return 'postgres:…';
  const url = new URL(address);
  url.password = '';
  url.search = '';
  return url.href;
};

/** How a database is opened. */
export interface OpenDatabaseOptions extends Pick<PoolOptions, 'onPool'> {
  /** How a server that is not there is waited for. Default not at all. */
  readonly wait?: DatabaseWait | undefined;
}

const openOnce = async (
  address: string,
  options: Pick<PoolOptions, 'onPool'>,
): Promise<Kysely<Tables>> => {
  const pool = await openPostgresPool(address, options);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{ encoding: string }>`show server_encoding`.execute(db);
    const encoding = Object.values(rows[0] ?? {})[0];
    if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}, it has to be UTF8`);
    await migrateToLatest(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

/**
 * Opens a PostgreSQL database and brings its tables to their latest. With `wait`, one that cannot be reached is tried
 * again and again; a refused password, a database that is not there and the like are not waited for.
 * @throws {ConfigurationError} `LIBRARY_MISSING`, `DATABASE_UNREADABLE`.
 */
export async function openPostgresDatabase(
  address: string,
  { wait, onPool }: OpenDatabaseOptions = {},
): Promise<Kysely<Tables>> {
  const open = (): Promise<Kysely<Tables>> => openOnce(address, { onPool });
  try {
    return await (wait ? waitForDatabase(open, await namePostgresPlace(address), wait) : open());
  } catch (cause) {
    if (cause instanceof ConfigurationError || wait?.signal?.aborted) throw cause;
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new ConfigurationError(
      'DATABASE_UNREADABLE',
      `The database ${withoutPassword(address)} cannot be used (${reason}); check the server and --database or READER_COMMENTS_DATABASE.`,
      { cause },
    );
  }
}
