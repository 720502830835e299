/** What is let go of by its age; each kind has its own time (L-8). */
export type PurgedKind = 'refused' | 'emails' | 'networks';

/** What is walked through again and again, each from where the last walk ended. */
export type PurgeCursor = PurgedKind | 'closings';

/** Spans of time in which articles have closed: by the newsroom's word, or by themselves so long after their first comment. */
export interface ClosingsRequest {
  /** ISO 8601; after this one. */
  readonly since: string;
  /** And until this one. */
  readonly until: string;
  readonly createdSince?: string | undefined;
  readonly createdUntil?: string | undefined;
  readonly limit: number;
}

/** What a look for old comments is told of one. */
export interface AgedComment {
  readonly id: string;
  readonly hasEmail: boolean;
  readonly hasNetwork: boolean;
  /** Last change of status; null while it waits. */
  readonly decidedAt: string | null;
}

/** What to look for: comments behind one id and before another, in their order. */
export interface AgedRequest {
  readonly after: string;
  readonly before: string;
  readonly limit: number;
}

/** The half of a store that finds what is old. */
export interface PurgeReading {
  /** Comments by their ids, which are their time; a part of a walk. */
  listAged(request: AgedRequest): Promise<readonly AgedComment[]>;
  /** The same of comments that were rejected or are spam. */
  listRefused(request: AgedRequest): Promise<readonly AgedComment[]>;
  /** Articles that have closed in the spans. */
  listClosings(request: ClosingsRequest): Promise<readonly string[]>;
  /** Id up to which nothing is left to be let go of, or the time until which closings were told of; empty for none. */
  findPurgeCursor(kind: PurgeCursor): Promise<string>;
}

/** The half of a transaction that lets go of what is old. */
export interface PurgeTransaction {
  /**
   * Erases a comment for good, with all that its reader typed, and what readers said in reports of it. What was agreed to
   * stays, as a proof that tells nothing of who it was. Writes the audit log.
   * @throws {ServiceError} `STATUS_CHANGE_REFUSED`, as `changeStatus` does.
   */
  erase(id: string, who: string, note: string): Promise<void>;
  /** Forgets the emails of comments, and by which author they were. */
  forgetEmails(ids: readonly string[]): Promise<void>;
  /** Forgets where comments came from. */
  forgetNetworks(ids: readonly string[]): Promise<void>;
  keepPurgeCursor(kind: PurgeCursor, last: string): Promise<void>;
  /** Deletes codes, remembered answers, sessions, questions and links whose life is over. @returns How many. */
  deleteExpired(): Promise<number>;
}
