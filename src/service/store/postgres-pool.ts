import type { Pool, PoolClient } from 'pg';
import type { PoolCounts } from '../metrics/service-meter.ts';
import { loadPostgresLibrary, type PostgresLibrary } from './postgres-library.ts';

/** Connections of one instance; PostgreSQL allows 100 in all where nobody has changed that. */
const maxConnections = 10;
/** How long a request waits for a connection, in milliseconds. */
const connectionMs = 5000;
/** How long one statement may take: a page of the desk takes a hundredth of it. */
const statementMs = 15_000;
/** The same as this process counts, for a server that has fallen silent: it says nothing of its own time any more. */
const usualSilenceMs = 20_000;
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

/** Settings of {@link openPostgresPool}. */
export interface PoolOptions {
  /** Connections at most. Default 10. */
  readonly max?: number;
  /** Takes the pool, to look at its connections. */
  readonly onPool?: ((pool: PoolCounts) => void) | undefined;
  /** How long a silent server is waited for, in milliseconds; given by tests. */
  readonly silenceMs?: number;
}

/**
 * Gives a connection up whose server has fallen silent: behind a firewall that forgot it, or after another machine took
 * over the address, no answer and no end ever comes, and whatever is asked next would wait its turn for the same time.
 */
function endWhenSilent(client: PoolClient): void {
  const query: (...parameters: unknown[]) => unknown = client.query.bind(client);
  const ask = (...parameters: unknown[]): unknown => {
    const asked = query(...parameters);
    if (asked instanceof Promise) {
      asked.catch(async (error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') await client.end();
      });
    }
    return asked;
  };
  Object.assign(client, { query: ask });
}

/**
 * Opens connections as they are needed.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function openPostgresPool(
  connectionString: string,
  { max = maxConnections, onPool, silenceMs = usualSilenceMs }: PoolOptions = {},
): Promise<Pool> {
  const library = await loadPostgresLibrary();
  const pool = new library.Pool({
    ...typesOf(library),
    connectionString,
    max,
    connectionTimeoutMillis: connectionMs,
    statement_timeout: statementMs,
    query_timeout: silenceMs,
    keepAlive: true,
    idle_in_transaction_session_timeout: idleTransactionMs,
    application_name: 'reader-comments',
  });
  // A connection that breaks is replaced at its next use; who uses it is told there. Left alone, either event would end
  // the process: that of the pool for a connection nobody uses, that of the connection for one somebody does.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    endWhenSilent(client);
  });
  onPool?.(pool);
  return pool;
}

/**
 * Host, port and name of the database an address leads to, as `pg` understands it.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function namePostgresPlace(connectionString: string): Promise<string> {
  const { Client } = await loadPostgresLibrary();
  const { host, port, database } = new Client({ connectionString });
  return `${host}:${port}/${database}`;
}
