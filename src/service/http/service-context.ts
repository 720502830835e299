import type { Context } from 'hono';
import type { ArticleSummary } from '../../protocol/types.ts';
import type { ChallengeSource } from '../challenge-source.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { Desk, DeskWork } from '../desk/desk.ts';
import type { MarkComment } from '../mark-comment.ts';
import type { PostComment } from '../post-comment.ts';
import type { PrivacyNotices } from '../privacy-notices.ts';
import type { ReadReceipt } from '../read-receipt.ts';
import type { Readiness } from '../readiness.ts';
import type { Reading } from '../reading/reading.ts';
import type { ServiceLog } from '../service-log.ts';
import type { Settings } from '../settings.ts';
import type { FindAuthor } from '../verify-author.ts';
import type { Visitors } from '../visitor.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { VerifyAttempt } from './verify-route.ts';

/** What the server knows of the connection a request came by. */
export interface Connection {
  /**
   * IP address of the other end. Without one, limits count nothing and no network is kept: whoever mounts `fetch` in a
   * server should hand it over.
   */
  readonly address?: string;
  /** Takes the pattern of the route that answers, such as `/comments/:id/like`. */
  readonly onRoute?: (pattern: string) => void;
}

/** Hono's environment of a request. */
export interface ServiceEnvironment {
  Bindings: Connection;
}

/** A request in Hono's hands. */
export type ServiceContext = Context<ServiceEnvironment>;

/** What the routes of the security code work with. */
export interface ChallengeRouteOptions {
  readonly settings: Pick<Settings, 'path' | 'allowOrigins' | 'verifySecret'>;
  readonly challenges: ChallengeSource;
  readonly verify: VerifyAttempt;
  readonly acceptArticle: (article: string) => boolean | Promise<boolean>;
  /** Whether readers may write and read under an article now. */
  readonly readState: (article: string) => Promise<Pick<ArticleSummary, 'state' | 'closesAt'>>;
  /** Absent where there are none. */
  readonly limits?: RateLimits | undefined;
  /** What readers are told about their data; empty for nothing. */
  readonly notices: PrivacyNotices;
  readonly log: ServiceLog;
}

/** What all routes work with. */
export interface RouteOptions extends ChallengeRouteOptions {
  readonly settings: Pick<
    Settings,
    'path' | 'allowOrigins' | 'verifySecret' | 'limits' | 'timeZone'
  >;
  /** The page an article stands on, as far as readers' browsers have named it. */
  readonly findArticlePage: CommentStore['findArticlePage'];
  /** Makes keys by which two posts of one form are known as one. */
  readonly newKey: () => string;
  readonly reading: Reading;
  readonly readiness: () => Promise<Readiness>;
  readonly postComment: PostComment;
  /** Who sends a request, by the site's own login. */
  readonly findAuthor: FindAuthor;
  readonly makeReceipt: (commentId: string) => string;
  readonly readReceipt: ReadReceipt;
  readonly visitors: Visitors;
  readonly markComment: MarkComment;
  /** Absent where there is none. */
  readonly desk?: Desk | undefined;
  /** What it works on. */
  readonly deskWork: DeskWork;
}
