import type { ArticleSummary } from '../../protocol/types.ts';
import type { ModerationMode } from '../../protocol/desk.ts';
import type { ArticleWithModes, StoredArticle } from '../store/comment-store.ts';
import { findMode, levelsOf } from './moderation.ts';

/** What an article's state is judged by, beside its row. */
export interface ArticleClock {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Days an article takes comments, counted from its first one, where the newsroom has said nothing; 0: no end. */
  readonly autoCloseDays: number;
}

const dayMs = 86_400_000;

type ArticleRow = Pick<StoredArticle, 'state' | 'closesAt' | 'createdAt'>;

/** What the newsroom has said wins: a time, and also that the article is open with no time. */
const closingTime = (
  { state, closesAt, createdAt }: ArticleRow,
  autoCloseDays: number,
): number | undefined => {
  if (closesAt !== null) return Date.parse(closesAt);
  if (state !== null || autoCloseDays === 0) return undefined;
  return Date.parse(createdAt) + autoCloseDays * dayMs;
};

/** Whether readers may write and read under an article now (N-9, L-14); one without a row is open. */
export function judgeArticle(
  article: ArticleRow | undefined,
  { nowMs, autoCloseDays }: ArticleClock,
): Pick<ArticleSummary, 'state' | 'closesAt'> {
  if (!article) return { state: 'open' };
  const { state } = article;
  if (state === 'hidden' || state === 'readonly') return { state };
  const timeMs = closingTime(article, autoCloseDays);
  if (timeMs === undefined) return { state: state ?? 'open' };
  const closesAt = new Date(timeMs).toISOString();
  if (timeMs <= nowMs) return { state: 'closed', closesAt };
  // Closed ahead of its time: that time says nothing any more.
  return state === 'closed' ? { state } : { state: 'open', closesAt };
}

/** The same under the modes the newsroom has set (M-2): where the one in force is `closed`, nothing that is open stays so. */
export function judgeUnderModes(
  found: ArticleWithModes,
  { moderation, ...clock }: ArticleClock & { readonly moderation: ModerationMode },
): Pick<ArticleSummary, 'state' | 'closesAt'> {
  const judged = judgeArticle(found.article, clock);
  const { mode } = findMode(levelsOf(found, moderation));
  return mode === 'closed' && judged.state === 'open' ? { state: 'closed' } : judged;
}
