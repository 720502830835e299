import type { DeskArticle, DeskEvent, ModerationMode } from './desk.ts';
import type { ArticleState } from './types.ts';

/** Who has said how comments of an article are taken, from the nearest to it to the setting `--moderation` (M-2). */
export type ModeSource = 'article' | 'section' | 'site' | 'setting';

/** What readers meet at an article now. */
export interface DeskArticleInForce {
  readonly state: ArticleState;
  /** When it closes by itself, or did; null where no time is set, or it says nothing any more. */
  readonly closesAt: string | null;
  readonly mode: ModerationMode;
  readonly modeFrom: ModeSource;
}

/** How comments of an article are taken, for the newsroom to set. */
export interface DeskArticleSettings extends DeskArticle {
  /** Grows with every change of what can be set here, and with nothing else; sent back with a change (M-4). */
  readonly version: number;
  /** Null while nobody has set it: open, until it closes by itself. */
  readonly state: ArticleState | null;
  /** Null where no time was set. */
  readonly closesAt: string | null;
  /** Null where its section or the site decides. */
  readonly mode: ModerationMode | null;
  /** Of the paper, as the newsroom has named it. */
  readonly section: string | null;
  /** Published comments. */
  readonly count: number;
  readonly inForce: DeskArticleInForce;
  /** Days after which an article closes by itself where nobody has set it; 0: never. */
  readonly autoCloseDays: number;
}

/** What a refusal for another editor's change tells: who was first, and how the article is set now. */
export interface DeskArticleConflict {
  readonly article: DeskArticleSettings;
  readonly last?: DeskEvent;
}

/** A part of the list of articles. It may hold fewer than asked for, even none, where `next` goes on. */
export interface DeskArticlePage {
  readonly articles: readonly DeskArticleSettings[];
  /** Cursor of what follows; `null` at the end. */
  readonly next: string | null;
}

/** A section of the paper. */
export interface DeskSection {
  readonly name: string;
  /** Null where the site decides. */
  readonly mode: ModerationMode | null;
}

/** How comments are taken where the article says nothing. */
export interface DeskModes {
  /** Changes with every change of them; sent back with one (M-4). */
  readonly version: string;
  /** As an admin has set it; null where the setting decides. */
  readonly site: ModerationMode | null;
  /** What the service was started with (`--moderation`). */
  readonly setting: ModerationMode;
  /** In the order of their names: those with a mode, and those of articles. */
  readonly sections: readonly DeskSection[];
}

/** What a refusal for another admin's change tells. */
export interface DeskModesConflict {
  readonly modes: DeskModes;
}
