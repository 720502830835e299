import { ConfigurationError } from '../configuration-error.ts';
import type { CommentStore } from './comment-store.ts';
import { createSqliteStore } from './sqlite-store.ts';

/**
 * Opens the store a database address names: `sqlite:` and the path of a file.
 * @throws {ConfigurationError} `DATABASE_UNKNOWN` for any other address, and what the store itself throws.
 */
export async function openStore(
  database: string,
  options: { readonly now?: () => number } = {},
): Promise<CommentStore> {
  const file = /^sqlite:(.+)$/s.exec(database)?.[1];
  if (file === undefined) {
    throw new ConfigurationError(
      'DATABASE_UNKNOWN',
      'The setting database must be "sqlite:" and the path of a file, such as sqlite:data/comments.sqlite.',
    );
  }
  return createSqliteStore({ ...options, file });
}
