import type { DeskArticle, RejectReason } from './desk.ts';

/** How long comments waited for the first decision of an editor, in seconds. */
export interface DeskWaits {
  /** How many were decided on. */
  readonly count: number;
  /** Half of them waited no longer. */
  readonly median: number;
  /** Nine of ten waited no longer. */
  readonly ninetieth: number;
}

/** Comments that readers sent, by how they stand now. */
export interface DeskTally {
  /** All of them. */
  readonly received: number;
  readonly pending: number;
  readonly published: number;
  readonly rejected: number;
  readonly spam: number;
  readonly removed: number;
  readonly erased: number;
  /** Of the published ones, those the newsroom has edited. */
  readonly edited: number;
  /** Absent where no editor has decided on any. */
  readonly waits?: DeskWaits;
}

/** The comments of one article. */
export interface DeskArticleTally extends DeskTally {
  readonly article: DeskArticle;
}

/** What one editor did. */
export interface DeskEditorTally {
  readonly id: string;
  readonly name: string;
  readonly published: number;
  readonly rejected: number;
  readonly spam: number;
  readonly removed: number;
  /** Put back into the queue. */
  readonly restored: number;
  readonly undone: number;
  readonly edited: number;
  readonly replied: number;
  /** Of the comments this editor was the first to decide on; absent where there are none. */
  readonly waits?: DeskWaits;
}

/** Comments that are rejected now, for one reason. */
export interface DeskReasonTally {
  /** Null where none was given, as from the terminal. */
  readonly reason: RejectReason | null;
  readonly count: number;
}

/** What the newsroom received in a span of time, and what its editors did in it (M-12). */
export interface DeskStats {
  /** ISO 8601 in UTC. */
  readonly from: string;
  /** The end is not among it. */
  readonly to: string;
  readonly total: DeskTally;
  /** The most frequent first. */
  readonly reasons: readonly DeskReasonTally[];
  /** Who has decided on most comes first. */
  readonly editors: readonly DeskEditorTally[];
  /** The ones with most comments first. */
  readonly articles: readonly DeskArticleTally[];
  /** Whether more articles had comments than are told of. */
  readonly hasMoreArticles: boolean;
}
