import type {
  AuthorCard,
  CommentStatus,
  DeskQueue,
  DeskReport,
  QueueCounts,
} from '../../protocol/desk.ts';
import type { ArticlePage, StoredArticle, StoredComment } from './comment-store.ts';
import type { NewsroomModes } from './newsroom-transaction.ts';

/** A place in a queue: that of the comment with these. */
export interface QueuePlace {
  readonly id: string;
  /** Compared in the queue of reported comments alone. */
  readonly reports: number;
}

/** What to list of a queue. */
export interface QueueRequest {
  readonly queue: DeskQueue;
  /** By when they were sent; the reported ones come in the order of their reports, whatever is said here. */
  readonly order: 'oldest' | 'newest';
  readonly limit: number;
  /** Only those of one article. */
  readonly article?: string | undefined;
  /** Only those with a signal of this code. */
  readonly flag?: string | undefined;
  /** Only those sent at or after this time, in milliseconds since 1970. */
  readonly fromMs?: number | undefined;
  /** Only those sent before. */
  readonly toMs?: number | undefined;
  readonly after?: QueuePlace | undefined;
}

/**
 * A part of a list for the newsroom. It may hold fewer comments than asked for, even none, where what was asked for is
 * rare: then looking goes on at `next`.
 */
export interface DeskList<Place> {
  readonly comments: readonly StoredComment[];
  /** Where what follows begins; null at the end. */
  readonly next: Place | null;
}

/** A place among what was found. Both members are the database's own affair. */
export interface SearchPlace {
  /** What has the accents of the query comes first, then the rest. */
  readonly part: 'exact' | 'rest';
  readonly at: string;
}

/** What to search for. */
export interface SearchRequest {
  /** Words and phrases; all have to be there. At least one, none of them empty. */
  readonly phrases: readonly SearchPhrase[];
  readonly limit: number;
  readonly status?: CommentStatus | undefined;
  readonly article?: string | undefined;
  readonly after?: SearchPlace | undefined;
}

/** Words that stand one behind the other, each in two spellings; see `searchWords`. */
export type SearchPhrase = readonly { readonly folded: string; readonly exact: string }[];

/** A place among the comments of an author: that of the comment with these. */
export type AuthorPlace = Pick<StoredComment, 'status' | 'id'>;

/** What to list of the comments of an author. */
export interface AuthorRequest {
  /** As {@link StoredComment.author}. */
  readonly author: string;
  readonly limit: number;
  readonly after?: AuthorPlace | undefined;
}

/** A place among articles: that of the article with these. */
export type ArticlePlace = Pick<StoredArticle, 'createdAt' | 'id'>;

/** What to list of the articles. */
export interface ArticleRequest {
  /** Words of the title, no matter with which accents, each of them its beginning at least; or a part of the id. Empty for all. */
  readonly query: string;
  readonly limit: number;
  readonly after?: ArticlePlace | undefined;
}

/** A part of the list of articles; it may hold fewer than asked for, as a {@link DeskList} may. */
export interface ArticleList {
  readonly articles: readonly (StoredArticle & { readonly page?: ArticlePage })[];
  /** Where what follows begins; null at the end. */
  readonly next: ArticlePlace | null;
}

/** A queue of comments that nobody has decided on. */
export interface WaitingQueue {
  readonly queue: 'new' | 'suspect';
  /** Counting ends at `maxQueueCount`. */
  readonly count: number;
  /** When the oldest of them was sent, in milliseconds since 1970; absent where there is none. */
  readonly oldestMs?: number;
}

/** What the newsroom reads; a part of the store. No part of it costs more where there are more comments. */
export interface DeskReading {
  /** How many comments stand in each queue, up to `maxQueueCount`. */
  countQueues(): Promise<QueueCounts>;
  /** How many comments wait in each queue of those that nobody has decided on, and since when, at the cost of two walks. */
  measureWaiting(): Promise<readonly WaitingQueue[]>;
  /** Comments of a queue from one place on. */
  listQueue(request: QueueRequest): Promise<DeskList<QueuePlace>>;
  /**
   * Comments whose name, text or edited text has all words, no matter with which accents and where the tone stands;
   * those with the accents of the query first, the newest first among them and among the rest (T-18).
   */
  searchComments(request: SearchRequest): Promise<DeskList<SearchPlace>>;
  /** Comments of an author, by their status and then by time. */
  listByAuthor(request: AuthorRequest): Promise<DeskList<AuthorPlace>>;
  /** Reports of one comment, newest first, at most 100. */
  listReportsOf(comment: string): Promise<readonly DeskReport[]>;
  /** What is known of who wrote a comment (M-8); nothing where it has no email. */
  findAuthorCard(comment: StoredComment): Promise<AuthorCard | undefined>;
  /** The pages of articles as readers' browsers named them, of those that have one. */
  findArticlePages(articles: readonly string[]): Promise<ReadonlyMap<string, ArticlePage>>;
  /** Articles by title or id, those made known last first. */
  searchArticles(request: ArticleRequest): Promise<ArticleList>;
  /** The modes that are set (M-2). */
  listModes(): Promise<NewsroomModes>;
  /** Names of the sections of articles, in their order. */
  listSections(): Promise<readonly string[]>;
}
