import type { Pool, types } from 'pg';
import { ConfigurationError } from '../configuration-error.ts';

/** What the store takes from `pg`, which only services on PostgreSQL have installed. */
export interface PostgresLibrary {
  readonly Pool: typeof Pool;
  readonly types: typeof types;
}

const importLibrary = async (): Promise<PostgresLibrary> => import('pg');

/**
 * Loads `pg`; tests give another `load`.
 * @throws {ConfigurationError} `LIBRARY_MISSING` where it is not installed.
 */
export async function loadPostgresLibrary(
  load: () => Promise<PostgresLibrary> = importLibrary,
): Promise<PostgresLibrary> {
  try {
    return await load();
  } catch (cause) {
    const isMissing =
      cause instanceof Error && Reflect.get(cause, 'code') === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw cause;
    throw new ConfigurationError(
      'LIBRARY_MISSING',
      'A database at "postgres:" needs the package pg; add it with "npm install pg", or name a SQLite file with --database.',
      { cause },
    );
  }
}
