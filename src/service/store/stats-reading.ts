import type { CommentStatus } from '../rules/status-transitions.ts';
import type { AuditAction } from './audit-log.ts';

/** A span of time in milliseconds since 1970, its end not among it. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How many comments of an article have come to be the same. */
export interface CommentTally {
  readonly article: string;
  readonly status: CommentStatus;
  /** Whether the newsroom has edited them. */
  readonly edited: boolean;
  readonly count: number;
}

/** How many comments were refused for a reason; null where none was given. */
export interface ReasonTally {
  readonly reason: string | null;
  readonly count: number;
}

/** How often an editor did the same. */
export interface EditorTally {
  /** Id of the editor. */
  readonly editor: string;
  /** The editor's name at the last time. */
  readonly who: string;
  readonly action: AuditAction;
  readonly count: number;
}

/** How long a comment waited for an editor. */
export interface Wait {
  readonly article: string;
  /** Id of who decided first. */
  readonly editor: string;
  readonly ms: number;
}

/**
 * The part of the store that counts what the newsroom received and did (M-12). Each asks for a period that is short
 * enough to be read in one go, such as a day.
 */
export interface StatsReading {
  /** Comments received in the period, as they stand now. */
  tallyComments(period: Period): Promise<readonly CommentTally[]>;
  /** Why comments received in the period are refused now. */
  tallyReasons(period: Period): Promise<readonly ReasonTally[]>;
  /** What editors did in the period. */
  tallyEditors(period: Period): Promise<readonly EditorTally[]>;
  /** How long the comments received in the period waited, of those an editor has decided on since. */
  listWaits(period: Period): Promise<readonly Wait[]>;
}
