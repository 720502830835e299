// Over 250 lines: the words of the contract between desk and service, each with what it means, read in one place.
import type { ReportReason } from './types.ts';

/** What an editor may do; each may do all that those before it may (M-13). */
export type EditorRole = 'viewer' | 'moderator' | 'editor' | 'admin';

/** From the least to the most. */
export const editorRoles: readonly EditorRole[] = ['viewer', 'moderator', 'editor', 'admin'];

/** Whether who has a role may do what another one is needed for. */
export const mayActAs = (role: EditorRole, needed: EditorRole): boolean =>
  editorRoles.indexOf(role) >= editorRoles.indexOf(needed);

/** What a comment can be (M-1). */
export type CommentStatus = 'pending' | 'published' | 'rejected' | 'spam' | 'removed' | 'erased';

/** All that a comment can be. */
export const commentStatuses: readonly CommentStatus[] = [
  'pending',
  'published',
  'rejected',
  'spam',
  'removed',
  'erased',
];

/** Lists of comments the newsroom works through (M-3); `suspect` and `new` part what is pending. */
export type DeskQueue =
  | 'reported'
  | 'suspect'
  | 'new'
  | 'published'
  | 'rejected'
  | 'spam'
  | 'removed';

/** In the order of the desk. */
export const deskQueues: readonly DeskQueue[] = [
  'reported',
  'suspect',
  'new',
  'published',
  'rejected',
  'spam',
  'removed',
];

/** Why a comment is not published (M-6). */
export type RejectReason =
  | 'offensive'
  | 'harassment'
  | 'hate'
  | 'illegal'
  | 'false'
  | 'privacy'
  | 'spam'
  | 'offtopic'
  | 'duplicate'
  | 'no-accents'
  | 'other';

/** In the order of the desk. */
export const rejectReasons: readonly RejectReason[] = [
  'offensive',
  'harassment',
  'hate',
  'illegal',
  'false',
  'privacy',
  'spam',
  'offtopic',
  'duplicate',
  'no-accents',
  'other',
];

/** What an editor decides about a comment; `keep` closes the reports of one that stays published (M-11). */
export type DeskDecision = 'publish' | 'reject' | 'spam' | 'remove' | 'restore' | 'keep';

/** Whether comments of an author, an article, a section or the site are read before they are published (M-2). */
export type ModerationMode = 'pre' | 'trusted' | 'post' | 'closed';

/** From the most careful to the least, and the one in which nothing is taken. */
export const moderationModes: readonly ModerationMode[] = ['pre', 'trusted', 'post', 'closed'];

/** How the newsroom treats an author beside the modes (M-8). */
export type AuthorStanding = 'usual' | 'trusted' | 'premoderated' | 'muted' | 'banned';

/** In the order of the desk. */
export const authorStandings: readonly AuthorStanding[] = [
  'usual',
  'trusted',
  'premoderated',
  'muted',
  'banned',
];

/** One thing that is odd about a comment; offsets are UTF-16 code units of the reader's text. */
export interface DeskSignal {
  /** A code of the service, or one that begins with `site:`. */
  readonly code: string;
  /** `note` is only shown, `hold` holds the comment, `junk` too and says it is hardly worth a look. */
  readonly severity: 'note' | 'hold' | 'junk';
  readonly field?: 'name' | 'address' | 'content';
  readonly offsets: readonly (readonly [start: number, end: number])[];
  readonly detail?: string;
}

/** The article of a comment. Title and URL come from a reader's browser: text, never markup (S18, S23). */
export interface DeskArticle {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
}

/** A comment as editors see it. */
export interface DeskComment {
  /** UUIDv7. */
  readonly id: string;
  /** Grows with every change by the newsroom; sent back with each write (M-4). */
  readonly version: number;
  readonly article: DeskArticle;
  readonly parent: string | null;
  readonly status: CommentStatus;
  readonly name: string;
  readonly address: string;
  /** The reader's own text, normalised, whatever was made of it. */
  readonly content: string;
  /** The newsroom's version, where there is one. */
  readonly editedContent?: string;
  /** ISO 8601 in UTC, as all times here. */
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly publishedAt: string | null;
  readonly pinned: boolean;
  readonly pick: boolean;
  readonly staff: boolean;
  readonly likes: number;
  /** Reports since it was last decided on. */
  readonly reports: number;
  readonly signals: readonly DeskSignal[];
  /** What the site calls a reader it knows by its own login; empty where it says nothing more. */
  readonly verified?: string;
}

/** A part of a queue, or of what was found. */
export interface DeskPage {
  readonly comments: readonly DeskComment[];
  /** Cursor of what follows; `null` at the end. */
  readonly next: string | null;
}

/** How many comments stand in each queue; counting ends at {@link maxQueueCount}. */
export type QueueCounts = Readonly<Record<DeskQueue, number>>;

/** "10,000 and more": nobody works by the last digit, and counting further would slow down every look. */
export const maxQueueCount = 10_000;

/** One entry of the audit log about a comment. */
export interface DeskEvent {
  readonly at: string;
  /** The editor's name; of what the service did itself, its reason. */
  readonly who: string;
  /** What was done: `publish`, `reject`, `spam`, `remove`, `restore`, `keep`, `edit`, `unedit`, `pin`, `unpin`, `pick`, `unpick`, `undo`, `reply`, `erase`. */
  readonly action: string;
  readonly from?: CommentStatus;
  readonly to?: CommentStatus;
  readonly reason?: string;
  readonly note?: string;
}

/** What is known of who wrote a comment, by a keyed hash of the email (M-8). */
export interface AuthorCard {
  /** Opaque; the email cannot be read from it. */
  readonly key: string;
  readonly published: number;
  /** Rejected, spam and removed. */
  readonly refused: number;
  readonly total: number;
  readonly firstSeenAt: string;
  readonly standing: AuthorStanding;
  /** When a standing with an end is over. */
  readonly until?: string;
  /** The newest, at most ten, this comment not among them. */
  readonly latest: readonly Pick<DeskComment, 'id' | 'status' | 'content' | 'createdAt'>[];
  /** Comments from the same network in the last 30 days; 0 where no networks are kept. */
  readonly sameNetwork: number;
}

/** Why a comment was reported: by a reader, or by the service for a word that was banned after it was published (L-14). */
export type DeskReportReason = ReportReason | 'word-list';

/** One report of a comment. */
export interface DeskReport {
  readonly reason: DeskReportReason;
  readonly note: string;
  readonly createdAt: string;
}

/** A comment in full: what stands at the right of the desk. */
export interface DeskCommentDetail {
  readonly comment: DeskComment;
  /** Absent for roles below `moderator`, and once it is erased. */
  readonly email?: string;
  /** What it answers. */
  readonly parent?: Pick<DeskComment, 'id' | 'status' | 'name' | 'content'>;
  /** Oldest first. */
  readonly history: readonly DeskEvent[];
  /** Newest first, at most 100. */
  readonly reports: readonly DeskReport[];
  /** Absent where the comment has no email. */
  readonly author?: AuthorCard;
}

/** Answer of every write to one comment. */
export interface DeskChange {
  readonly comment: DeskComment;
  /** For `POST /undo`, for ten seconds; absent for what cannot be taken back. */
  readonly undo?: string;
}

/** What {@link DeskConflict} tells: who was first, and what the comment is now. */
export interface DeskConflict {
  readonly comment: DeskComment;
  readonly last?: DeskEvent;
}

/** Which comments a bulk decision or a take-down is about: all, or those named, that fit every member given. */
export interface DeskSelection {
  readonly ids?: readonly string[];
  readonly queue?: DeskQueue;
  readonly status?: CommentStatus;
  /** Code of a signal. */
  readonly flag?: string;
  readonly article?: string;
  /** {@link AuthorCard.key}. */
  readonly author?: string;
  readonly query?: string;
  /** ISO 8601: sent at or after. */
  readonly from?: string;
  /** ISO 8601: sent before. */
  readonly to?: string;
}

/** What a bulk decision would do, or has done. */
export interface DeskBulkAnswer {
  /** How many it is about, at most 500 at a time. */
  readonly count: number;
  /** Whether there are more than these. */
  readonly hasMore: boolean;
  /** The first of them, at most five. */
  readonly sample: readonly DeskComment[];
  /** In a preview: all of them, to be named when it is done, so that none is decided on which nobody has counted. */
  readonly ids?: readonly string[];
  /** For `POST /undo`; absent in a preview. */
  readonly undo?: string;
  /** Those that cannot make this move, or were decided on meanwhile; of named ones also those that are not there. */
  readonly skipped: number;
}

/** Who is signed in. */
export interface DeskEditor {
  readonly id: string;
  readonly name: string;
  readonly role: EditorRole;
}

/** Why the desk refused a request. Stable; part of the contract. */
export type DeskProblemCode =
  | 'unauthorized'
  | 'second-step-missing'
  | 'role-refused'
  | 'origin-refused'
  | 'not-found'
  | 'not-json'
  | 'invalid-query'
  | 'invalid-fields'
  | 'move-refused'
  | 'version-changed'
  | 'undo-gone'
  | 'too-many'
  | 'rate-limited'
  | 'internal-error'
  | 'unavailable';
