import type { AuthorStanding, ModerationMode } from '../../protocol/desk.ts';
import type { AuditAction, AuditEntry, NewAuditEntry } from './audit-log.ts';
import type { CommentStatus } from '../rules/status-transitions.ts';
import type { StoredComment } from './comment-store.ts';

/** Who does something, as written to the audit log. */
export interface Actor {
  /** The editor's name, `terminal:` and a user, or the setting that decided. */
  readonly who: string;
  /** Id of the editor; absent where nobody was signed in. */
  readonly editor?: string | undefined;
}

/** A change of status with its entry in the audit log. */
export interface StatusChange extends Actor {
  readonly id: string;
  readonly to: CommentStatus;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Whether it takes the last change of status back, along the table in the other direction. */
  readonly isUndo?: boolean | undefined;
}

/** A change of a comment's text or marks by the newsroom, with its entry in the audit log. */
export interface CommentEdit extends Actor {
  readonly id: string;
  readonly action: AuditAction;
  readonly note?: string | undefined;
  /** The newsroom's text; null for the reader's own. */
  readonly editedContent?: string | null | undefined;
  readonly pinned?: boolean | undefined;
  readonly pick?: boolean | undefined;
}

/** How the newsroom treats an author (M-8). */
export interface AuthorTreatment {
  readonly standing: AuthorStanding;
  /** When it ends, ISO 8601 in UTC; null for never. */
  readonly until: string | null;
}

/** The modes that are set for the site and for sections (M-2). */
export interface NewsroomModes {
  /** Null where none is set. */
  readonly site: ModerationMode | null;
  /** Those with a mode, in the order of their names. */
  readonly sections: readonly { readonly name: string; readonly mode: ModerationMode }[];
}

/** The half of a transaction by which the newsroom works on comments. */
export interface NewsroomTransaction {
  /** How who has an email is treated now; `usual` where nothing was said, or its time is over. */
  findStandingOfAuthor(email: string): Promise<AuthorStanding>;
  /** Says how an author is treated, by the key of {@link StoredComment.author}. */
  setStandingOfAuthor(author: string, treatment: AuthorTreatment): Promise<void>;
  /**
   * What became of the last comments of who has an email: of those that were decided on, by the time they were sent, the
   * newest first. Nothing for no email.
   */
  listDecidedOf(email: string, limit: number): Promise<readonly CommentStatus[]>;
  listModes(): Promise<NewsroomModes>;
  /** Sets the mode of the site, or takes it away. */
  setSiteMode(mode: ModerationMode | null): Promise<void>;
  /** Sets the mode of a section, or takes it away. */
  setSectionMode(section: string, mode: ModerationMode | null): Promise<void>;
  /**
   * Changes the text or the marks by the newsroom's word, and writes the audit log. Gives nothing where there is no such
   * comment.
   */
  edit(change: CommentEdit): Promise<StoredComment | undefined>;
  /** Closes the reports of a published comment, and writes the audit log. Gives nothing where there is no such comment. */
  keep(change: Actor & { readonly id: string }): Promise<StoredComment | undefined>;
  /** What was done to a comment last. */
  findLastAuditOf(comment: string): Promise<AuditEntry | undefined>;
  /** What was set of an article last. */
  findLastAuditOfArticle(article: string): Promise<AuditEntry | undefined>;
  /** Entries of the audit log by their numbers, both among them. */
  findAudit(first: number, last: number): Promise<readonly AuditEntry[]>;
  /** Writes an entry about something else into the audit log. */
  audit(entry: NewAuditEntry): Promise<void>;
  /** The last entry this transaction has written into the audit log, if any. */
  lastWritten(): AuditEntry | undefined;
}
