import type { Client, Pool, types } from 'pg';
import { loadOptional } from '../load-optional.ts';

/** What the store takes from `pg`, which only services on PostgreSQL have installed. */
export interface PostgresLibrary {
  readonly Client: typeof Client;
  readonly Pool: typeof Pool;
  readonly types: typeof types;
}

const importLibrary = async (): Promise<PostgresLibrary> => import('pg');

/**
 * Loads `pg`; tests give another `load`.
 * @throws {ConfigurationError} `LIBRARY_MISSING` where it is not installed.
 */
export const loadPostgresLibrary = (
  load: () => Promise<PostgresLibrary> = importLibrary,
): Promise<PostgresLibrary> =>
  loadOptional(
    load,
    'A database at "postgres:" needs the package pg; add it with "npm install pg", or name a SQLite file with --database.',
  );
