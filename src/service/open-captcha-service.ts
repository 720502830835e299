import { createMemorySpentStore, createSecurityCode, type SpentStore } from '../captcha/index.ts';
import { createChallengeSource } from './challenge-source.ts';
import type { CommentService } from './comment-service.ts';
import { ConfigurationError } from './configuration-error.ts';
import { prepareDataFolder } from './data-folder.ts';
import { addChallengeRoutes } from './http/add-challenge-routes.ts';
import { addHealthRoutes } from './http/add-health-routes.ts';
import { answerRequests } from './http/answer-requests.ts';
import { createApp } from './http/create-app.ts';
import type { VerifyAttempt } from './http/verify-route.ts';
import { countChallenges } from './metrics/count-challenges.ts';
import type { OpenCommentServiceOptions } from './open-comment-service.ts';
import { logToStandardError } from './service-log.ts';
import { createReadiness } from './readiness.ts';
import { readServiceSecrets } from './service-secret.ts';
import { minSecretBytes } from './setting-checks.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/open-store.ts';

/** What can be put in from outside beside the settings. */
export interface OpenCaptchaServiceOptions extends Pick<
  OpenCommentServiceOptions,
  'acceptArticle' | 'production' | 'newCode' | 'now' | 'log' | 'signal' | 'meter'
> {
  /** Whether used codes are remembered in memory alone: for one process, until it ends. Default false. */
  readonly memory?: boolean;
}

/** Room for an article's id, a token and an answer, six bytes a character where JSON escapes it. */
const maxBodyBytes = 16 * 1024;

/** Where used codes are remembered, and how that ends. */
interface OpenedSpentStore {
  readonly spent: SpentStore;
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const openSpentStore = async (
  settings: Settings,
  {
    memory = false,
    now = Date.now,
    log = logToStandardError,
    signal,
    meter,
  }: OpenCaptchaServiceOptions,
): Promise<OpenedSpentStore> => {
  if (memory) {
    return { spent: createMemorySpentStore({ now }), ping: async () => {}, close: async () => {} };
  }
  // The database of the comments: a comment service on this folder has the same secret, and so the same codes.
  const store = await openStore(settings.database, {
    now,
    wait: { log, signal },
    onPool: (pool) => meter?.watchPool('comments', pool),
  });
  return {
    spent: { spend: (id, life) => store.transaction((transaction) => transaction.spend(id, life)) },
    ping: () => store.ping(),
    close: () => store.close(),
  };
};

/**
 * Opens the security code alone, beside a site's own backend: `POST /challenge` for pages, `POST /challenge/verify` for
 * the backend. Keeps no comments.
 * @throws {ConfigurationError} with one sentence, when a setting cannot be used; `SECRET_MISSING` also where nothing is
 * set that the backend could show.
 */
export async function openCaptchaService(
  settings: Settings,
  options: OpenCaptchaServiceOptions = {},
): Promise<CommentService> {
  const { production = process.env['NODE_ENV'] === 'production', newCode } = options;
  const { acceptArticle = () => true, log = logToStandardError, now = Date.now } = options;
  if (!settings.verifySecret) {
    throw new ConfigurationError(
      'SECRET_MISSING',
      `Your backend has to show a secret to have codes checked; give it and this program the same one in READER_COMMENTS_VERIFY_SECRET: at least ${minSecretBytes} bytes, for example from "openssl rand -base64 48".`,
    );
  }
  if (settings.challenges.length === 0) {
    throw new ConfigurationError(
      'SETTING_INVALID',
      'A service of security codes needs some to hand out: set READER_COMMENTS_CHALLENGES to picture, for example, or picture,speech,work.',
    );
  }
  prepareDataFolder(settings.data);
  const secret = readServiceSecrets(settings, { production, now });
  const { spent, ping, close } = await openSpentStore(settings, options);
  const securityCode = createSecurityCode({
    secret,
    spent,
    kinds: settings.challenges,
    length: settings.codeLength,
    difficulty: settings.workDifficulty,
    lifetimeSeconds: settings.codeLifetimeSeconds,
    now,
    ...(newCode && { newCode }),
  });
  const source = createChallengeSource(securityCode);
  const challenges = options.meter ? countChallenges(source, options.meter) : source;
  const closing = new AbortController();
  const routes = createApp({ log });
  addHealthRoutes(routes, createReadiness({ ping, closing: closing.signal }));
  const below = createApp({ log });
  const verify: VerifyAttempt = (attempt) => challenges.check(attempt, spent);
  const routeOptions = {
    settings,
    challenges,
    verify,
    acceptArticle,
    // Whether an article is open is known to the backend alone.
    readState: async () => ({ state: 'open' }) as const,
    notices: [],
    log,
  };
  addChallengeRoutes(below, routeOptions, maxBodyBytes);
  const answering = answerRequests({ routes: routes.route(settings.path, below), log, close });
  return { ...answering, drain: () => closing.abort() };
}
