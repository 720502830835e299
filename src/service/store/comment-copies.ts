import type { CommentStatus } from '../rules/status-transitions.ts';

/** Of another comment with the same text: what tells whether it is the same reader's. */
export interface CommentCopy {
  readonly email: string;
  /** What was kept of the address it came from. */
  readonly network?: string | undefined;
  readonly status: CommentStatus;
}

/** Which copies of a text to look for. */
export interface CopiesRequest {
  readonly copyKey: string;
  /** How far back. */
  readonly withinSeconds: number;
  readonly limit: number;
}

/** The part of a store's transaction that finds copies. */
export interface CopyTransaction {
  /** Comments with the same copy key, newest first. Its cost does not depend on how many others there are. */
  findCopies(request: CopiesRequest): Promise<readonly CommentCopy[]>;
  /** Whether a comment with this email, as normalised, is published now. Its cost does not depend on how many there are. */
  hasPublished(email: string): Promise<boolean>;
}
