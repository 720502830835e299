import type { Kysely, Transaction } from 'kysely';
import type { StoredComment } from './comment-store.ts';
import type { SearchPlace, SearchRequest } from './desk-reading.ts';
import type { Tables } from './tables.ts';

/** What is searched of a comment. */
export type SearchedComment = Pick<StoredComment, 'id' | 'article' | 'texts' | 'editedContent'>;

/** Finds comments by their words; each kind of database has its own way. */
export interface CommentSearch {
  /** Makes a new comment found, in the transaction that keeps it. */
  add(sql: Transaction<Tables>, comment: SearchedComment): Promise<void>;
  /** Finds a comment by other words from now on. */
  renew(sql: Transaction<Tables>, comment: SearchedComment): Promise<void>;
  /** Finds a comment no more. */
  remove(sql: Transaction<Tables>, id: string): Promise<void>;
  /** Ids of what {@link SearchRequest} asks for, in its order. */
  find(
    db: Kysely<Tables>,
    request: SearchRequest,
  ): Promise<{ readonly ids: readonly string[]; readonly next: SearchPlace | null }>;
}
