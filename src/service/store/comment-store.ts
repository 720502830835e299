// Over 250 lines: the contract of every database, read in one place.
import type { SpentStore } from '../../captcha/index.ts';
import type {
  CommentAnswer,
  CommentSort,
  ConsentPurpose,
  PrivacyNotice,
} from '../../protocol/types.ts';
import type { Signal } from '../rules/signal.ts';
import type { CommentStatus } from '../rules/status-transitions.ts';
import type { AuditEntry } from './audit-log.ts';
import type { CopyTransaction } from './comment-copies.ts';
import type { DeskReading } from './desk-reading.ts';
import type { NewsroomTransaction, StatusChange } from './newsroom-transaction.ts';
import type { ReaderMarkTransaction, ReportList } from './reader-marks.ts';
import type { PurgeReading, PurgeTransaction } from './purge-store.ts';
import type { StatsReading } from './stats-reading.ts';
import type { WordReading, WordTransaction } from './word-store.ts';
import type {
  ArticlePage,
  ArticleSettingsChange,
  ArticleWithModes,
  StoredArticle,
} from './stored-article.ts';

export type {
  ArticlePage,
  ArticleSettingsChange,
  ArticleWithModes,
  StoredArticle,
} from './stored-article.ts';

/** The four fields a reader fills in. */
export interface ReaderTexts {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly content: string;
}

/** What a reader was told, and agreed to at the time of the comment. */
export interface GivenConsent {
  /** Hash of the notice; see {@link CommentStore.findNotice}. */
  readonly notice: string;
  readonly purposes: readonly ConsentPurpose[];
}

/** A comment as it is taken in; it begins as `pending`. */
export interface NewComment {
  /** UUIDv7. */
  readonly id: string;
  readonly article: string;
  readonly parent: string | null;
  /** Normalised (T-3): what is compared, counted and printed. */
  readonly texts: ReaderTexts;
  /** As typed, kept untouched. */
  readonly rawTexts: ReaderTexts;
  readonly signals: readonly Signal[];
  /** What the site says of a reader it knows by its own login, empty for nothing more (N-12). Absent for a guest. */
  readonly verifiedAs?: string | undefined;
  /** By which other comments with the same text are found (T-17). Absent where its text is too short to be a copy. */
  readonly copyKey?: string | undefined;
  /** What is kept of the address it came from (L-7), never public. Absent where nothing is. */
  readonly network?: string | undefined;
  /** Absent where the reader was shown no notice. */
  readonly consent?: GivenConsent | undefined;
}

/** What readers and the newsroom have made of a comment. */
export interface CommentMarks {
  readonly pinned: boolean;
  readonly pick: boolean;
  readonly staff: boolean;
  readonly edited: boolean;
  readonly likes: number;
}

/** A comment as it is kept. */
export interface StoredComment extends NewComment, CommentMarks {
  readonly status: CommentStatus;
  /** Grows with every change by the newsroom (M-4). */
  readonly version: number;
  /** Reports since it was last decided on. */
  readonly openReports: number;
  /** Keyed hash of the email, by which the comments of one author are found. Absent without an email. */
  readonly author?: string | undefined;
  /** The newsroom's version of the text (M-5); absent where there is none. */
  readonly editedContent?: string | undefined;
  /** ISO 8601 in UTC, as all times here. */
  readonly createdAt: string;
  /** Last change of status. */
  readonly decidedAt: string | null;
  /** First publication. */
  readonly publishedAt: string | null;
}

/** What the public may see of a kept comment. */
export interface PublicComment
  extends CommentMarks, Pick<StoredComment, 'id' | 'parent' | 'createdAt' | 'publishedAt'> {
  /** Empty where the comment is gone. */
  readonly texts: Pick<ReaderTexts, 'name' | 'content'>;
  /** Only where its reader agreed to its being shown. */
  readonly shownAddress?: string;
  /** Empty where the site says nothing more of a reader it knows. */
  readonly verifiedAs?: string | undefined;
  /** Why it is listed without its texts. */
  readonly gone?: 'removed' | 'erased';
}

/** A place in a list of published comments: that of the comment with these. */
export interface PublishedPosition {
  readonly publishedAt: string;
  readonly id: string;
  /** Compared in the order by likes alone. */
  readonly likes: number;
}

/** What to list of the comments of an article that answer nobody. */
export interface PublishedListRequest {
  readonly article: string;
  readonly sort: CommentSort;
  /** How many at most; pinned comments come on top. */
  readonly limit: number;
  /** The last comment of the page before; without it, the list begins with all pinned comments. */
  readonly after?: PublishedPosition | undefined;
}

/** A comment that answers nobody, with the first of its published answers. */
export interface PublicThread extends PublicComment {
  /** Oldest first, at most two. */
  readonly replies: readonly PublicComment[];
  /** Number of all published answers. */
  readonly repliesCount: number;
}

/** A part of a list. */
export interface PublicList<T extends PublicComment> {
  readonly comments: readonly T[];
  /** Whether there are more. */
  readonly hasMore: boolean;
}

/** What to list of the answers to one comment, oldest first. */
export interface RepliesRequest {
  readonly parent: string;
  readonly limit: number;
  /** The last one before. */
  readonly after?: Omit<PublishedPosition, 'likes'> | undefined;
}

/** The first answer to a post that came with a key; holds no text of the reader. */
export interface RememberedAnswer {
  /** Tells whether a later post with the key is the same one. */
  readonly fingerprint: string;
  /** Id of the comment that was kept. */
  readonly comment: string;
  readonly status: CommentAnswer['status'];
}

/** What may be done inside one transaction; spends are undone with it. */
export interface StoreTransaction
  extends
    SpentStore,
    CopyTransaction,
    ReaderMarkTransaction,
    NewsroomTransaction,
    WordTransaction,
    PurgeTransaction {
  find(id: string): Promise<StoredComment | undefined>;
  /** Makes the article known, and its page if none was set before. */
  saveArticle(article: string, page?: ArticlePage): Promise<void>;
  /** The article for who means to change it, unless nobody has written under it or named it: others wait until that is done. */
  findArticle(id: string): Promise<StoredArticle | undefined>;
  /** What it is with the modes above it, also where the article is not known. */
  findArticleWithModes(id: string): Promise<ArticleWithModes>;
  /** Says what the newsroom wants of an article that is known. */
  setArticle(id: string, change: ArticleSettingsChange): Promise<void>;
  /** Says that the public sees something else of an article now; changes of status and of the article say it themselves. */
  touchArticle(id: string): Promise<void>;
  /** Keeps a notice for as long as the database; one that is kept already stays as it is. */
  saveNotice(notice: PrivacyNotice): Promise<void>;
  /** Keeps a new comment as `pending`; its article and its notice must be known. */
  insert(comment: NewComment): Promise<StoredComment>;
  /** Sets what the newsroom makes of a comment; what is left out stays. Does nothing where there is no such comment. */
  mark(id: string, marks: Partial<Omit<CommentMarks, 'likes'>>): Promise<void>;
  /**
   * Changes the status along the transition table and writes the audit log; closes the reports.
   * @throws {ServiceError} `STATUS_CHANGE_REFUSED` when there is no such comment or the table has no such change.
   */
  changeStatus(change: StatusChange): Promise<StoredComment>;
  /**
   * The answer kept by this key, with the comment as it is now, unless its life is over. Until this transaction ends
   * no other one recalls or remembers by the key, so that of two posts at the same time one finds the other's answer.
   */
  recallAnswer(
    key: string,
  ): Promise<(Omit<RememberedAnswer, 'comment'> & { readonly comment: StoredComment }) | undefined>;
  /** Keeps an answer by a key that recalls none, and lets go of some whose life is over. */
  rememberAnswer(key: string, answer: RememberedAnswer, lifeSeconds: number): Promise<void>;
}

/** Where comments are kept. One contract for all databases, held by one test suite. */
export interface CommentStore
  extends ReportList, DeskReading, StatsReading, WordReading, PurgeReading {
  /**
   * Runs `work` in one transaction: kept when it resolves, undone when it rejects.
   * Two transactions never see each other half done.
   */
  transaction<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  /** A comment of any status, without waiting for who writes. */
  find(id: string): Promise<StoredComment | undefined>;
  /** The article, unless nobody has written under it or named it. */
  findArticle(id: string): Promise<StoredArticle | undefined>;
  /** The same with the modes above it, also where the article is not known. */
  findArticleWithModes(id: string): Promise<ArticleWithModes>;
  /** Those of the articles that are known, in any order. */
  findArticles(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  /** The articles made known last, newest first; for the newsroom. */
  listArticles(limit: number): Promise<readonly StoredArticle[]>;
  /** Comments of an article that answer nobody, each with its first answers. Its cost does not depend on their number. */
  listPublished(request: PublishedListRequest): Promise<PublicList<PublicThread>>;
  /** Published answers to one comment, oldest first. */
  listReplies(request: RepliesRequest): Promise<PublicList<PublicComment>>;
  /** A comment the public list shows, with its first answers, and its article. */
  findPublished(
    id: string,
  ): Promise<{ readonly article: string; readonly thread: PublicThread } | undefined>;
  /**
   * An unpinned place before another one, in the order asked for: the last, or by `distance` (default 1) the last but
   * some; nothing where there are not so many.
   */
  findPositionBefore(
    request: Required<Pick<PublishedListRequest, 'article' | 'sort'>> & {
      readonly before: PublishedPosition;
      readonly distance?: number;
    },
  ): Promise<PublishedPosition | undefined>;
  /** Newest first; for the newsroom. */
  listComments(filter: {
    readonly status?: CommentStatus | undefined;
    readonly article?: string | undefined;
    readonly limit: number;
  }): Promise<readonly StoredComment[]>;
  /** The audit log of one comment, oldest first. */
  listAuditOf(comment: string): Promise<readonly AuditEntry[]>;
  /** The whole audit log from its first entry, for {@link verifyChain}. */
  readAudit(): AsyncIterable<AuditEntry>;
  /** The notice of a hash, exactly as it was put to the reader. */
  findNotice(hash: string): Promise<PrivacyNotice | undefined>;
  findArticlePage(article: string): Promise<ArticlePage | undefined>;
  /** Resolves when the database has answered a question that costs it nothing. */
  ping(): Promise<void>;
  /** Ends all connections. */
  close(): Promise<void>;
}
