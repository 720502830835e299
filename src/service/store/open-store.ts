import type { CommentStore } from './comment-store.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabaseOptions } from './postgres-database.ts';
import { openSqlCommentStore } from './sql-comment-store.ts';

/**
 * Opens the store a database address names. With `wait`, a server that is not there is waited for.
 * @throws {ConfigurationError} `DATABASE_UNKNOWN` for any other address, and what the store itself throws.
 */
export async function openStore(
  database: string,
  { now = Date.now, ...options }: OpenDatabaseOptions & { readonly now?: () => number } = {},
): Promise<CommentStore> {
  return openSqlCommentStore(await openDatabase(database, options), { now });
}
