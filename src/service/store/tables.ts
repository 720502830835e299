import type { Generated } from 'kysely';
import type { AuthorStanding, DeskReportReason, ModerationMode } from '../../protocol/desk.ts';
import type { WordListName } from '../../protocol/desk-words.ts';
import type { ArticleState, CommentAnswer } from '../../protocol/types.ts';
import type { CommentStatus } from '../rules/status-transitions.ts';
import type { AuditAction } from './audit-log.ts';
import type { EditorTables } from './editor-tables.ts';
import type { PurgeCursor } from './purge-store.ts';

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
  /** As the newsroom has set it; null while nobody has. */
  mode: ModerationMode | null;
  /** Of the paper, as the newsroom has named it. */
  section: string | null;
  /** Grows with every change of state, closing time, mode and section by the newsroom (M-4). */
  version: number;
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
  /** Grows with every change by the newsroom (M-4). */
  version: number;
  /** 1 where a signal held it when it came in. */
  held: number;
  /** Reports since it was last decided on, kept in step with `reports`. */
  open_reports: number;
  /** Keyed hash of the email; null where there is none. */
  author: string | null;
  /** The newsroom's version of the text; null where there is none. */
  edited_content: string | null;
}

/** How the newsroom treats an author; a row for each it treats otherwise than usual. */
interface AuthorsTable {
  key: string;
  standing: AuthorStanding;
  /** When that ends; null for never. */
  until: string | null;
}

interface ModesTable {
  scope: 'site' | 'section';
  /** Of the section; empty for the site. */
  name: string;
  mode: ModerationMode;
}

/** The newsroom's words, a row for each. */
interface WordsTable {
  /** By which an entry is the same as another: neither case nor white space counts. */
  key: string;
  list: WordListName;
  text: string;
  /** 1 where it counts only with its accents. */
  everyday: number;
  added_at: string;
  added_by: string;
}

/** At most one row, of id 1. */
interface WordsVersionTable {
  id: number;
  /** Grows with every change of the words. */
  number: number;
}

/** How far each part of the purge has come. */
interface PurgeCursorsTable {
  kind: PurgeCursor;
  /** Id of a comment, or a time. */
  last: string;
}

/** Looks through the published comments for words that were banned (L-14). */
interface RechecksTable {
  number: number;
  /** What is looked for, a JSON array. */
  entries: string;
  started_at: string;
  ended_at: string | null;
  /** The oldest comment that was looked at. */
  last: string | null;
  checked: number;
  found: number;
}

/** Chained by its hashes, and never changed (L-12). */
interface AuditLogTable {
  number: number;
  at: string;
  who: string;
  editor: string | null;
  action: AuditAction;
  comment: string | null;
  article: string | null;
  from_status: CommentStatus | null;
  to_status: CommentStatus | null;
  reason: string | null;
  note: string | null;
  text_before: string | null;
  text_after: string | null;
  hash: string;
}

/** Keys that belong to the data rather than to the service. */
interface DatabaseKeysTable {
  name: 'author';
  value: string;
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
  reason: DeskReportReason;
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

/** Comments of the full-text index of SQLite, by their number in it. */
interface SearchRowsTable {
  number: Generated<number>;
  comment: string;
}

/** Comments that are to be taken into the full-text index of SQLite. */
interface SearchWaitingTable {
  number: Generated<number>;
  comment: string;
}

/** The full-text index of SQLite; can be searched, not read. */
interface CommentWordsTable {
  rowid: number;
  exact: string;
  folded: string;
  article: string;
}

/** The full-text index of PostgreSQL; can be searched, not read. */
interface CommentTermsTable {
  comment: string;
}

/** The tables, as Kysely wants to know them. */
export interface Tables extends EditorTables {
  articles: ArticlesTable;
  audit_log: AuditLogTable;
  authors: AuthorsTable;
  comment_terms: CommentTermsTable;
  comment_words: CommentWordsTable;
  comments: CommentsTable;
  database_keys: DatabaseKeysTable;
  likes: LikesTable;
  modes: ModesTable;
  notices: NoticesTable;
  purge_cursors: PurgeCursorsTable;
  rechecks: RechecksTable;
  remembered_answers: RememberedAnswersTable;
  reports: ReportsTable;
  search_rows: SearchRowsTable;
  search_waiting: SearchWaitingTable;
  spent_challenges: SpentChallengesTable;
  words: WordsTable;
  words_version: WordsVersionTable;
}
