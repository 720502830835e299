import type { ModerationMode } from '../../protocol/desk.ts';
import type { ArticleSummary } from '../../protocol/types.ts';
import { judgeUnderModes } from '../rules/article-state.ts';
import type { ArticleWithModes } from '../store/comment-store.ts';

/** An article as readers may know it. */
export interface ArticleView {
  readonly summary: ArticleSummary;
  /** Changes with everything the public sees of the article; absent for one nobody has written under or named. */
  readonly stamp?: string;
}

/** Makes the view of an article of this id, of what is kept of it and of the modes above it. */
export type ViewArticle = (id: string, found: ArticleWithModes) => ArticleView;

/**
 * Views by a clock and the settings `autoCloseDays` and `moderation`; an article that is hidden has no comments for
 * anybody. The state is a part of the stamp: a mode that closes many articles has not to be written to each of them.
 */
export function createViewArticle({
  now,
  ...settings
}: {
  readonly now: () => number;
  readonly autoCloseDays: number;
  readonly moderation: ModerationMode;
}): ViewArticle {
  return (id, found) => {
    const { article } = found;
    const judged = judgeUnderModes(found, { nowMs: now(), ...settings });
    const count = judged.state === 'hidden' ? 0 : (article?.count ?? 0);
    const summary = { id, ...judged, count };
    if (!article) return { summary };
    const { state, closesAt = '' } = judged;
    return { summary, stamp: `${article.revision} ${state} ${closesAt}` };
  };
}
