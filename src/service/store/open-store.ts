import type { CommentStore } from './comment-store.ts';
import { openDatabase } from './open-database.ts';
import { openSqlCommentStore } from './sql-comment-store.ts';
import type { DatabaseWait } from './wait-for-database.ts';

/**
 * Opens the store a database address names. With `wait`, a server that is not there is waited for.
 * @throws {ConfigurationError} `DATABASE_UNKNOWN` for any other address, and what the store itself throws.
 */
export async function openStore(
  database: string,
  {
    now = Date.now,
    wait,
  }: { readonly now?: () => number; readonly wait?: DatabaseWait | undefined } = {},
): Promise<CommentStore> {
  return openSqlCommentStore(await openDatabase(database, wait), { now });
}
