import type { Context } from 'hono';
import type { ChallengeSource } from '../challenge-source.ts';
import type { PostComment } from '../post-comment.ts';
import type { PrivacyNotices } from '../privacy-notices.ts';
import type { ServiceLog } from '../service-log.ts';
import type { Settings } from '../settings.ts';
import type { CommentStore } from '../store/comment-store.ts';

/** What the server knows of the connection a request came by. */
export interface Connection {
  /** IP address of the other end. */
  readonly address?: string;
}

/** Hono's environment of a request. */
export interface ServiceEnvironment {
  Bindings: Connection;
}

/** A request in Hono's hands. */
export type ServiceContext = Context<ServiceEnvironment>;

/** What the routes work with. */
export interface RouteOptions {
  readonly settings: Pick<Settings, 'path' | 'allowOrigins' | 'limits'>;
  readonly store: CommentStore;
  readonly challenges: ChallengeSource;
  readonly acceptArticle: (article: string) => boolean | Promise<boolean>;
  readonly postComment: PostComment;
  /** What readers are told about their data; empty for nothing. */
  readonly notices: PrivacyNotices;
  readonly makeReceipt: (commentId: string) => string;
  readonly log: ServiceLog;
}
