import type { ModerationMode } from '../../protocol/desk.ts';
import type { ArticleState } from '../../protocol/types.ts';

/** The page an article stands on, as a reader's browser named it: untrusted, never fetched (S18). */
export interface ArticlePage {
  readonly url: string;
  readonly title: string;
}

/** An article as it is kept. */
export interface StoredArticle {
  readonly id: string;
  /** As the newsroom has set it; null while nobody has. */
  readonly state: ArticleState | null;
  /** As the newsroom has set it; null while nobody has. */
  readonly closesAt: string | null;
  /** When the first comment came in, or the newsroom named the article. */
  readonly createdAt: string;
  /** All published comments, answers among them. */
  readonly count: number;
  /** Grows with every change of what the public sees of the article, never falls. */
  readonly revision: number;
  /** As the newsroom has set it; null while nobody has. */
  readonly mode: ModerationMode | null;
  /** Of the paper, as the newsroom has named it; null while nobody has. */
  readonly section: string | null;
  /** Grows with every change of what the newsroom says of the article, and with nothing else (M-4). */
  readonly version: number;
}

/** An article with the modes that are set above it (M-2). */
export interface ArticleWithModes {
  /** Absent while nobody has written under it or named it. */
  readonly article?: StoredArticle | undefined;
  readonly sectionMode: ModerationMode | null;
  readonly siteMode: ModerationMode | null;
}

/** What the newsroom says of an article; what is left out stays. */
export type ArticleSettingsChange = Partial<
  Pick<StoredArticle, 'state' | 'closesAt' | 'mode' | 'section'>
>;
