import type { ProblemCode } from '../../protocol/problem.ts';
import type { CommentStanding } from '../store/reader-marks.ts';

/**
 * Why a visitor may not like or report a comment: nobody sees it, so that for the public it is not there; or, for likes
 * alone, the article is set to be read and nothing more. A closed one takes no new comments, likes it does.
 */
export function findMarkRefusal(
  mark: 'like' | 'report',
  standing: CommentStanding | undefined,
): ProblemCode | undefined {
  if (standing?.status !== 'published' || standing.articleState === 'hidden') return 'not-found';
  return mark === 'like' && standing.articleState === 'readonly' ? 'article-closed' : undefined;
}
