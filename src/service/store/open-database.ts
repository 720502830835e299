import type { Kysely } from 'kysely';
import { ConfigurationError } from '../configuration-error.ts';
import { type OpenDatabaseOptions, openPostgresDatabase } from './postgres-database.ts';
import { openSqliteDatabase } from './sqlite-store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the database an address names: `sqlite:` and the path of a file, or `postgres:` and all that PostgreSQL's own
 * programs take. Comments and editors are in the same one. With `wait`, a server that is not there is waited for.
 * @throws {ConfigurationError} `DATABASE_UNKNOWN` for any other address, and `DATABASE_UNREADABLE`.
 */
export async function openDatabase(
  database: string,
  options: OpenDatabaseOptions = {},
): Promise<Kysely<Tables>> {
  if (/^postgres(?:ql)?:/.test(database)) return openPostgresDatabase(database, options);
  const file = /^sqlite:(.+)$/s.exec(database)?.[1];
  if (file === undefined) {
    throw new ConfigurationError(
      'DATABASE_UNKNOWN',
      'The setting database must be "sqlite:" and the path of a file, such as sqlite:data/comments.sqlite, or an address such as postgres://user:password@host:5432/comments.',
    );
  }
  return openSqliteDatabase(file);
}
