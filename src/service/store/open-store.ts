import type { CommentStore } from './comment-store.ts';
import { openDatabase } from './open-database.ts';
import { openSqlCommentStore } from './sql-comment-store.ts';

/**
 * Opens the store a database address names: `sqlite:` and the path of a file.
 * @throws {ConfigurationError} `DATABASE_UNKNOWN` for any other address, and what the store itself throws.
 */
export async function openStore(
  database: string,
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<CommentStore> {
  return openSqlCommentStore(await openDatabase(database), { now });
}
