import type { ArticleSummary } from '../../protocol/types.ts';
import { judgeArticle } from '../rules/article-state.ts';
import type { StoredArticle } from '../store/comment-store.ts';

/** An article as readers may know it. */
export interface ArticleView {
  readonly summary: ArticleSummary;
  /** Changes with everything the public sees of the article; absent for one nobody has written under or named. */
  readonly stamp?: string;
}

/** Makes the view of an article of this id; `article`: as it is kept, if it is. */
export type ViewArticle = (id: string, article: StoredArticle | undefined) => ArticleView;

/** Views by a clock and the setting `autoCloseDays`; an article that is hidden has no comments for anybody. */
export function createViewArticle({
  now,
  autoCloseDays,
}: {
  readonly now: () => number;
  readonly autoCloseDays: number;
}): ViewArticle {
  return (id, article) => {
    const judged = judgeArticle(article, { nowMs: now(), autoCloseDays });
    const count = judged.state === 'hidden' ? 0 : (article?.count ?? 0);
    const summary = { id, ...judged, count };
    if (!article) return { summary };
    const { state, closesAt = '' } = judged;
    return { summary, stamp: `${article.revision} ${state} ${closesAt}` };
  };
}
