import type { Secrets, SecurityCode } from '../captcha/index.ts';
import { createChallengeSource } from './challenge-source.ts';
import { answerRequests } from './http/answer-requests.ts';
import { createRoutes } from './http/create-routes.ts';
import type { Connection } from './http/service-context.ts';
import { createIdempotency } from './idempotency.ts';
import { createKeepComment } from './keep-comment.ts';
import { createPostComment } from './post-comment.ts';
import { openPostSteps, type PostSteps } from './post-steps.ts';
import type { PrivacyNotices } from './privacy-notices.ts';
import { createReceipts } from './receipt.ts';
import { logToStandardError, type ServiceLog } from './service-log.ts';
import type { Settings } from './settings.ts';
import type { CommentStore } from './store/comment-store.ts';
import { createUuidV7 } from './uuid-v7.ts';

/** Settings of {@link createCommentService}. */
export interface CommentServiceOptions {
  readonly store: CommentStore;
  /** Hands out and checks security codes; without it none is asked for. */
  readonly captcha?: SecurityCode | undefined;
  readonly settings: Pick<
    Settings,
    'path' | 'allowOrigins' | 'moderation' | 'limits' | 'verifySecret'
  >;
  /**
   * At least 32 bytes, the same on all instances; or a list of them, of which the first makes what is new (receipts,
   * remembered answers) and all know what was made before.
   */
  readonly secret: Secrets;
  /** What readers are told about their data, by {@link readPrivacyNotices}. Default nothing. */
  readonly notices?: PrivacyNotices;
  /** Whether the site has an article of this id. Default all. */
  readonly acceptArticle?: (article: string) => boolean | Promise<boolean>;
  /** Further steps of a post. Default none. */
  readonly steps?: Partial<PostSteps>;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Takes one line for every unexpected failure. Default the standard error stream. */
  readonly log?: ServiceLog;
}

/** The comment service: a request in, an answer out. */
export interface CommentService {
  /** Answers every request, also with a failure; never rejects. */
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Waits for the requests under way, then closes the store; the same promise each time. */
  close(): Promise<void>;
}

/**
 * Creates the comment service on a store.
 * @example
 * const service = createCommentService({ store, captcha, settings: readSettings(), secret });
 * const response = await service.fetch(request);
 */
export function createCommentService(options: CommentServiceOptions): CommentService {
  const { store, settings, secret, acceptArticle = () => true } = options;
  const { now = Date.now, log = logToStandardError, notices = [] } = options;
  const challenges = createChallengeSource(options.captcha);
  const postComment = createPostComment({
    store,
    challenges,
    acceptArticle,
    steps: { ...openPostSteps, ...options.steps },
    idempotency: createIdempotency(secret),
    keepComment: createKeepComment(settings.moderation, createUuidV7(now)),
  });
  const receipts = createReceipts(secret);
  const routes = createRoutes({
    settings,
    store,
    challenges,
    verify: (attempt) => store.transaction((transaction) => challenges.check(attempt, transaction)),
    acceptArticle,
    postComment,
    notices,
    makeReceipt: receipts.make,
    log,
  });

  return answerRequests({ routes, log, close: () => store.close() });
}
