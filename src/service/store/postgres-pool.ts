import type { Pool } from 'pg';
import { loadPostgresLibrary, type PostgresLibrary } from './postgres-library.ts';

/** Connections of one instance; PostgreSQL allows 100 in all where nobody has changed that. */
const maxConnections = 10;
/** How long a request waits for a connection, in milliseconds. */
const connectionMs = 5000;
/** How long one statement may take: a page of the desk takes a hundredth of it. */
const statementMs = 15_000;
/** A transaction of an instance that has gone away holds its locks no longer. */
const idleTransactionMs = 15_000;

/** Numbers as they are in SQLite: none of ours comes near the end of what a double holds. */
const typesOf = ({
  types,
}: PostgresLibrary): ConstructorParameters<PostgresLibrary['Pool']>[0] => ({
  types: {
    getTypeParser: (id, format) =>
      id === types.builtins.INT8 ? Number : types.getTypeParser(id, format),
  },
});

/**
 * Opens connections as they are needed.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function openPostgresPool(
  connectionString: string,
  { max = maxConnections }: { readonly max?: number } = {},
): Promise<Pool> {
  const library = await loadPostgresLibrary();
  const pool = new library.Pool({
    ...typesOf(library),
    connectionString,
    max,
    connectionTimeoutMillis: connectionMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    application_name: 'reader-comments',
  });
  // A connection that breaks while nobody uses it is replaced at its next use; who uses one is told there.
  pool.on('error', () => {});
  return pool;
}
