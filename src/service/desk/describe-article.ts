import type { DeskArticleSettings } from '../../protocol/desk-articles.ts';
import type { ModerationMode } from '../../protocol/desk.ts';
import { judgeUnderModes } from '../rules/article-state.ts';
import { findMode, levelsOf } from '../rules/moderation.ts';
import type { ArticlePage, ArticleWithModes, StoredArticle } from '../store/comment-store.ts';

/** What readers meet at an article is judged by. */
export interface ArticleJudging {
  readonly nowMs: number;
  readonly autoCloseDays: number;
  readonly moderation: ModerationMode;
}

/** An article as editors see it. Title and URL come from a reader's browser: text, never markup (S18). */
export function describeArticle(
  found: ArticleWithModes & { readonly article: StoredArticle },
  page: ArticlePage | undefined,
  judging: ArticleJudging,
): DeskArticleSettings {
  const { id, version, state, closesAt, mode, section, count } = found.article;
  const judged = judgeUnderModes(found, judging);
  const rule = findMode(levelsOf(found, judging.moderation));
  return {
    id,
    ...page,
    version,
    state,
    closesAt,
    mode,
    section,
    count,
    inForce: {
      state: judged.state,
      closesAt: judged.closesAt ?? null,
      mode: rule.mode,
      modeFrom: rule.from,
    },
    autoCloseDays: judging.autoCloseDays,
  };
}
