import type { ArticleState, CommentAnswer, ReportReason } from '../../protocol/types.ts';
import type { CommentStatus } from '../rules/status-transitions.ts';
import type { EditorTables } from './editor-tables.ts';

/** Times are ISO 8601 texts in UTC with milliseconds, so that they sort the same in every database. */
interface ArticlesTable {
  id: string;
  page_url: string | null;
  page_title: string | null;
  /** Kept in step by every change of status, so that no page of the list has to count. */
  published_count: number;
  created_at: string;
  /** As the newsroom has set it; null while nobody has. */
  state: ArticleState | null;
  /** As the newsroom has set it; null while nobody has. */
  closes_at: string | null;
  /** Grows with every change of what the public sees of the article, so that a kept answer is known to be old. */
  revision: number;
}

interface CommentsTable {
  id: string;
  article: string;
  parent: string | null;
  status: CommentStatus;
  name: string;
  address: string;
  email: string;
  content: string;
  /** The text as typed, as a JSON string literal: no SQL text holds NUL and lone surrogates everywhere. */
  raw_name: string;
  raw_address: string;
  raw_email: string;
  raw_content: string;
  /** A JSON array. */
  signals: string;
  created_at: string;
  decided_at: string | null;
  published_at: string | null;
  /** Hash of the notice the reader was shown. */
  notice: string | null;
  /** What was agreed to, a JSON array. */
  consents: string | null;
  /** Of the sender's address, as much as `ipMode` keeps. */
  network: string | null;
  /** Hash of what the text says; null where it is too short, or from before there were such keys. */
  copy_key: string | null;
  /** What the site says of a reader it knows; null for a guest. */
  verified_as: string | null;
  /** These four are 0 or 1: no SQL type for truth is the same everywhere. */
  pinned: number;
  pick: number;
  staff: number;
  edited: number;
  /** Rows of `likes`, kept in step with them. */
  likes: number;
  /** Published answers, kept in step with their status. */
  published_replies: number;
  /** 1 while the public list shows it: it is published, or gone and answered. */
  listed: number;
}

interface LikesTable {
  comment: string;
  /** Keyed hash of the visitor's id. */
  visitor: string;
  created_at: string;
}

interface ReportsTable {
  comment: string;
  /** Keyed hash of the visitor's id. */
  visitor: string;
  reason: ReportReason;
  /** Normalised; empty where nothing was said. */
  note: string;
  created_at: string;
}

/** Every notice that was ever shown with a comment, so that a proof stays readable (L-4). */
interface NoticesTable {
  hash: string;
  /** A JSON object. */
  notice: string;
  created_at: string;
}

interface RememberedAnswersTable {
  key: string;
  fingerprint: string;
  comment: string;
  status: CommentAnswer['status'];
  expires_at: string;
}

interface SpentChallengesTable {
  id: string;
  expires_at: string;
}

interface StatusChangesTable {
  id: string;
  comment: string;
  who: string;
  at: string;
  from_status: CommentStatus;
  to_status: CommentStatus;
  reason: string | null;
}

/** The tables, as Kysely wants to know them. */
export interface Tables extends EditorTables {
  articles: ArticlesTable;
  comments: CommentsTable;
  likes: LikesTable;
  notices: NoticesTable;
  remembered_answers: RememberedAnswersTable;
  reports: ReportsTable;
  spent_challenges: SpentChallengesTable;
  status_changes: StatusChangesTable;
}
