import type { CommentDraft } from '../../protocol/types.ts';
import { normalizeLine } from '../../text/normalize-text.ts';
import type { ArticlePage } from '../store/comment-store.ts';

/**
 * The page a reader says the article stands on, if it is of the origin the request came from; anything else is
 * dropped. Untrusted text for the newsroom, never fetched (S18, S23).
 */
export function findOwnPage(
  page: CommentDraft['page'],
  origin: string | undefined,
): ArticlePage | undefined {
  if (!page) return undefined;
  const url = new URL(page.url);
  return url.origin === origin ? { url: url.href, title: normalizeLine(page.title) } : undefined;
}
