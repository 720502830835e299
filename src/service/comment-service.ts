import { randomUUID } from 'node:crypto';
import type { Secrets, SecurityCode } from '../captcha/index.ts';
import { announceRemovals, type OnRemoval } from './announce-removals.ts';
import { createChallengeSource } from './challenge-source.ts';
import { answerRequests } from './http/answer-requests.ts';
import { createClientAddress } from './http/client-address.ts';
import { createRoutes } from './http/create-routes.ts';
import type { Connection } from './http/service-context.ts';
import { createCopyKey } from './copy-key.ts';
import type { Desk } from './desk/desk.ts';
import { createFindCopies } from './find-copies.ts';
import { createIdempotency } from './idempotency.ts';
import { createKeepComment } from './keep-comment.ts';
import { createKeptNetwork } from './kept-network.ts';
import type { JobRunner } from './jobs/jobs.ts';
import { serviceJobs } from './jobs/service-jobs.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { createMarkComment } from './mark-comment.ts';
import { countChallenges } from './metrics/count-challenges.ts';
import { countSignals } from './metrics/count-signals.ts';
import type { ServiceMeter } from './metrics/service-meter.ts';
import { createPostComment } from './post-comment.ts';
import type { PrivacyNotices } from './privacy-notices.ts';
import { createReadReceipt } from './read-receipt.ts';
import { createReadiness } from './readiness.ts';
import { createReading } from './reading/reading.ts';
import { createReceipts } from './receipt.ts';
import { logToStandardError, type ServiceLog } from './service-log.ts';
import { judgeUnderModes } from './rules/article-state.ts';
import { createFindSignals } from './rules/find-signals.ts';
import type { WordLists } from './rules/words/word-list.ts';
import type { Settings } from './settings.ts';
import { createAskSite, type FindSiteSignals } from './site-signals.ts';
import type { CommentStore } from './store/comment-store.ts';
import { createUuidV7 } from './uuid-v7.ts';
import { createFindAuthor, type VerifyAuthor } from './verify-author.ts';
import { createRechecks } from './words/recheck.ts';
import { createSiteWords } from './words/site-words.ts';
import { createVisitors } from './visitor.ts';

/** Settings of {@link createCommentService}. */
export interface CommentServiceOptions {
  readonly store: CommentStore;
  /** Hands out and checks security codes; without it none is asked for. */
  readonly captcha?: SecurityCode | undefined;
  readonly settings: Pick<
    Settings,
    | 'path'
    | 'allowOrigins'
    | 'moderation'
    | 'trustedAccepted'
    | 'trustedOf'
    | 'accents'
    | 'maxLinks'
    | 'duplicateHours'
    | 'limits'
    | 'verifySecret'
    | 'trustProxies'
    | 'ipMode'
    | 'autoCloseDays'
    | 'keepRefusedDays'
    | 'keepEmailDays'
    | 'keepNetworkDays'
    | 'timeZone'
    | 'challenges'
    | 'withoutCode'
    | 'workDifficulty'
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
  /** How much readers may ask for, by {@link openRateLimits}; closed with the service. Default no limits. */
  readonly limits?: RateLimits | undefined;
  /** The newsroom's desk, as {@link openCommentService} makes it; closed with the service. Default there is no desk. */
  readonly desk?: Desk | undefined;
  /** Does what is to be done again and again, by {@link openCommentService}; closed with the service. Default nothing is. */
  readonly jobs?: JobRunner | undefined;
  /** Told when a published comment was taken down by this service, or its article hidden. Default nobody. */
  readonly onRemoval?: OnRemoval | undefined;
  /** Who sends a comment, by the site's own login (N-12). Default everybody is a guest. */
  readonly verifyAuthor?: VerifyAuthor;
  /** Words that hold a comment, by {@link readWordLists}. Default none. */
  readonly words?: WordLists;
  /** Find signals of the site's own, each asked about every comment before it is kept. Default none. */
  readonly signals?: readonly FindSiteSignals[];
  /** How long each of them may take, in milliseconds; what is late is left out. Default 1,000. */
  readonly signalTimeoutMs?: number;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Takes one line for every unexpected failure. Default the standard error stream. */
  readonly log?: ServiceLog;
  /** Counts what the service does, by {@link openMetrics}. Default nobody counts. */
  readonly meter?: ServiceMeter | undefined;
}

/** The comment service: a request in, an answer out. */
export interface CommentService {
  /** Answers every request, also with a failure; never rejects. */
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /**
   * Says that the end is near: `/health/ready` says so, who only watches (the desk's counts) is let go, requests are
   * still answered.
   */
  drain(): void;
  /** Waits for the requests under way, then closes the limits and the store; the same promise each time. */
  close(): Promise<void>;
}

/**
 * Creates the comment service on a store.
 * @example
 * const service = createCommentService({ store, captcha, settings: readSettings(), secret });
 * const response = await service.fetch(request);
 */
export function createCommentService(options: CommentServiceOptions): CommentService {
  const { settings, secret, limits, onRemoval, acceptArticle = () => true } = options;
  const { now = Date.now, log = logToStandardError, notices = [] } = options;
  const store = onRemoval ? announceRemovals(options.store, { onRemoval, log }) : options.store;
  const { autoCloseDays, moderation } = settings;
  const words = createSiteWords(options.words ?? { ban: [], suspect: [] }, store);
  const closing = new AbortController();
  const rechecks = createRechecks({ store, log, closing: closing.signal });
  const { meter } = options;
  meter?.watchQueues(store);
  const source = createChallengeSource(options.captcha, {
    offered: settings.challenges,
    allowsNone: settings.withoutCode === 'hold',
    difficulty: settings.workDifficulty,
  });
  const challenges = meter ? countChallenges(source, meter) : source;
  const takeComment = createPostComment({
    store,
    challenges,
    acceptArticle,
    judgeArticle: (found) => judgeUnderModes(found, { nowMs: now(), autoCloseDays, moderation }),
    moderation,
    limits,
    idempotency: createIdempotency(secret),
    textRules: settings,
    keptNetwork: createKeptNetwork({ ipMode: settings.ipMode, secret, now }),
    findCopies: createFindCopies({
      copyKey: createCopyKey(secret),
      duplicateHours: settings.duplicateHours,
    }),
    findSignals: createFindSignals(settings),
    words,
    askSite: createAskSite({
      finders: options.signals ?? [],
      timeoutMs: options.signalTimeoutMs,
      log,
    }),
    keepComment: createKeepComment({
      trust: { accepted: settings.trustedAccepted, of: settings.trustedOf },
      newId: createUuidV7(now),
    }),
  });
  const postComment = meter ? countSignals(takeComment, meter) : takeComment;
  const receipts = createReceipts(secret);
  const reading = createReading({ store, now, autoCloseDays, moderation });
  const routes = createRoutes({
    settings,
    reading,
    readiness: createReadiness({ ping: () => store.ping(), closing: closing.signal }),
    findArticlePage: (article) => store.findArticlePage(article),
    newKey: randomUUID,
    challenges,
    verify: (attempt) => store.transaction((transaction) => challenges.check(attempt, transaction)),
    acceptArticle,
    readState: (article) => reading.readState(article),
    postComment,
    findAuthor: createFindAuthor(options.verifyAuthor),
    limits,
    notices,
    makeReceipt: receipts.make,
    readReceipt: createReadReceipt({ store, receipts }),
    visitors: createVisitors(secret),
    markComment: createMarkComment({ store, limits }),
    log,
    desk: options.desk,
    deskWork: {
      store,
      limits: settings.limits,
      path: settings.path,
      timeZone: settings.timeZone,
      moderation,
      autoCloseDays,
      secret,
      now,
      closing: closing.signal,
      words,
      rechecks,
      log,
    },
  });
  // One that was cut off, or begun by an instance that is gone.
  rechecks.run();
  void options.jobs?.start(
    serviceJobs({ store, retention: settings, autoCloseDays, rechecks, onRemoval, now }),
  );

  const clientAddress = createClientAddress(settings.trustProxies, log);
  const answering = answerRequests({
    routes,
    log,
    close: async () => {
      options.desk?.close();
      await options.jobs?.close();
      await rechecks.settle();
      await limits?.close();
      await store.close();
    },
  });
  return {
    drain: () => closing.abort(),
    close() {
      closing.abort();
      return answering.close();
    },
    fetch(request, connection = {}) {
      const { address: peer, ...rest } = connection;
      const address = clientAddress(request.headers, peer);
      return answering.fetch(request, address === undefined ? rest : { ...rest, address });
    },
  };
}
