import type { DeskReportReason } from '../../protocol/desk.ts';
import type { ArticleState, ReportReason } from '../../protocol/types.ts';
import type { CommentStatus } from '../rules/status-transitions.ts';
import type { StoredComment } from './comment-store.ts';

/** Where a comment stands: what it and its article are. */
export interface CommentStanding {
  readonly article: string;
  readonly status: CommentStatus;
  /** As the newsroom has set it; null while nobody has. */
  readonly articleState: ArticleState | null;
}

/** What a visitor reports a comment with. */
export interface NewReport {
  /** Id of the comment. */
  readonly comment: string;
  /** Keyed hash of the visitor's id, another one for each comment. */
  readonly visitor: string;
  readonly reason: ReportReason;
  /** Normalised; empty where nothing was said. */
  readonly note: string;
}

/** One report of a comment as it is kept, without its visitor. */
export interface KeptReport extends Pick<NewReport, 'note'> {
  readonly reason: DeskReportReason;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

/** A comment with the reports nobody has decided on. */
export interface ReportedComment {
  readonly comment: StoredComment;
  readonly count: number;
  /** How many gave each reason; those nobody gave are absent. */
  readonly reasons: Readonly<Partial<Record<DeskReportReason, number>>>;
  /** The newest, at most 100. */
  readonly reports: readonly KeptReport[];
}

/** The half of a transaction that keeps what visitors do with published comments. */
export interface ReaderMarkTransaction {
  /** Where a comment stands; nothing where there is none. */
  findStanding(comment: string): Promise<CommentStanding | undefined>;
  /** Keeps a like unless it is kept, and counts it with the comment. @returns Whether anything changed. */
  like(comment: string, visitor: string): Promise<boolean>;
  /** Takes a like back where there is one. @returns Whether anything changed. */
  unlike(comment: string, visitor: string): Promise<boolean>;
  /** Keeps a report unless its visitor has reported the comment before. @returns Whether it was kept. */
  report(report: NewReport): Promise<boolean>;
}

/** The half of a store that lists reports. */
export interface ReportList {
  /**
   * Published comments that were reported since they were last decided on, most reported first: taking one down, or
   * publishing it anew, closes its reports. For the newsroom.
   */
  listReported(filter: {
    readonly article?: string | undefined;
    readonly limit: number;
  }): Promise<readonly ReportedComment[]>;
}
