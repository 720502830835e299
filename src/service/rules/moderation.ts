import type { AuthorStanding, ModerationMode } from '../../protocol/desk.ts';
import type { ModeSource } from '../../protocol/desk-articles.ts';
import type { ArticleWithModes } from '../store/comment-store.ts';

export { moderationModes } from '../../protocol/desk.ts';

/** What each has said that may decide how a comment is taken; null where it leaves that to the next one. */
export interface ModeLevels {
  readonly article: ModerationMode | null;
  readonly section: ModerationMode | null;
  readonly site: ModerationMode | null;
  /** What the service was started with. */
  readonly setting: ModerationMode;
}

/** How a comment is taken, and who has said so. */
export interface ModerationRule<From = ModeSource | 'author'> {
  readonly mode: ModerationMode;
  readonly from: From;
}

/** What is set about an article, above it and by the setting. */
export const levelsOf = (
  { article, sectionMode, siteMode }: ArticleWithModes,
  setting: ModerationMode,
): ModeLevels => ({
  article: article?.mode ?? null,
  section: sectionMode,
  site: siteMode,
  setting,
});

/** The mode of an article, whoever writes: its own, else that of its section, of the site, of the setting (M-2). */
export function findMode({
  article,
  section,
  site,
  setting,
}: ModeLevels): ModerationRule<ModeSource> {
  if (article !== null) return { mode: article, from: 'article' };
  if (section !== null) return { mode: section, from: 'section' };
  if (site !== null) return { mode: site, from: 'site' };
  return { mode: setting, from: 'setting' };
}

/**
 * How a comment is taken (M-2): by what the newsroom says of its author, else by {@link findMode}. What is closed is so
 * for everybody: an author who is trusted can do nothing either where there is no form. Signals that hold a comment hold
 * it in any mode; that is not decided here.
 */
export function resolveModeration(levels: ModeLevels, standing: AuthorStanding): ModerationRule {
  const rule = findMode(levels);
  if (rule.mode === 'closed' || standing === 'usual') return rule;
  return { mode: standing === 'trusted' ? 'post' : 'pre', from: 'author' };
}

/** What the audit log says of a comment that was published at once: `author=trusted`, `section=post`. */
export const ruleName = ({ mode, from }: ModerationRule): string => {
  if (from === 'author') return 'author=trusted';
  return `${from === 'setting' ? 'moderation' : from}=${mode}`;
};
