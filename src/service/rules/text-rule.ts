import type { FieldProblem } from '../../protocol/problem.ts';
import { isUnaccentedVietnamese } from '../../text/unaccented-vietnamese.ts';
import type { Settings } from '../settings.ts';
import { findLinks } from './signals/find-links.ts';
import type { SearchedTexts } from './signals/signal-finder.ts';

/** What a site refuses in a comment that its schema lets pass. */
export type TextRules = Pick<Settings, 'accents' | 'maxLinks'>;

/**
 * Why a comment's normalised text is refused, after its code was solved, so that nobody tries out what passes: more links
 * than the site allows (T-16), or missing accents where it insists on them (T-10).
 */
export function findTextProblems(
  { content }: Pick<SearchedTexts, 'content'>,
  { accents, maxLinks }: TextRules,
): readonly FieldProblem[] {
  const field = 'content';
  if (findLinks(content).length > maxLinks)
    return [{ field, code: 'too-many-links', max: maxLinks }];
  return accents === 'require' && isUnaccentedVietnamese(content)
    ? [{ field, code: 'no-accents' }]
    : [];
}
