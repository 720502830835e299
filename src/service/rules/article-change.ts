import type { ArticleState } from '../../protocol/types.ts';
import type { StoredArticle } from '../store/comment-store.ts';

/** What the newsroom wants of an article; what it leaves out stays. */
export interface ArticleChange {
  /** Null: as if nobody had set it, so that it closes by itself again. */
  readonly state?: ArticleState | null | undefined;
  /** ISO 8601 in UTC; null: no time. */
  readonly closesAt?: string | null | undefined;
}

/**
 * What is kept of the newsroom's word. No time means that it is not to close by itself either, so that an article
 * which nobody has set becomes open; and one that is opened again does not stay closed by a time that has passed.
 */
export function applyArticleChange(
  article: Pick<StoredArticle, 'state' | 'closesAt'>,
  change: ArticleChange,
  nowMs: number,
): Pick<StoredArticle, 'state' | 'closesAt'> {
  if (change.state === null) return { state: null, closesAt: change.closesAt ?? null };
  const closesAt = change.closesAt === undefined ? article.closesAt : change.closesAt;
  const isPast = closesAt !== null && Date.parse(closesAt) <= nowMs;
  if (change.state === 'open' && change.closesAt === undefined && isPast) {
    return { state: 'open', closesAt: null };
  }
  const state = change.state ?? article.state;
  return { state: closesAt === null ? (state ?? 'open') : state, closesAt };
}
