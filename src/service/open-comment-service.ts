import {
  createSecurityCode,
  type SecurityCode,
  type SecurityCodeOptions,
} from '../captcha/index.ts';
import {
  type CommentService,
  type CommentServiceOptions,
  createCommentService,
} from './comment-service.ts';
import { prepareDataFolder } from './data-folder.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { openRateLimits, type OpenRateLimitsOptions } from './limits/open-rate-limits.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { readPrivacyNotices } from './privacy-notices.ts';
import { codeKinds } from './code-kinds.ts';
import { createPurgeHook } from './purge-hook.ts';
import { logToStandardError } from './service-log.ts';
import { readWordLists } from './read-word-lists.ts';
import { readServiceSecrets } from './service-secret.ts';
import type { Settings } from './settings.ts';
import type { Desk } from './desk/desk.ts';
import type { DeskSignInOptions } from './desk/open-desk-sign-in.ts';
import { openDatabase } from './store/open-database.ts';
import { openSqlCommentStore } from './store/sql-comment-store.ts';

/** What can be put in from outside beside the settings; `limits` in the place of theirs. */
export interface OpenCommentServiceOptions extends Pick<
  CommentServiceOptions,
  | 'acceptArticle'
  | 'verifyAuthor'
  | 'limits'
  | 'onRemoval'
  | 'signals'
  | 'signalTimeoutMs'
  | 'now'
  | 'log'
  | 'meter'
> {
  /** Whether the secret has to come from outside. Default whether `NODE_ENV` is `production`. */
  readonly production?: boolean;
  /** Ends the wait for a database server that cannot be reached; the opening then rejects with its reason. Default never. */
  readonly signal?: AbortSignal;
  /** Makes the security codes; tests give it to know them. */
  readonly newCode?: NonNullable<SecurityCodeOptions['newCode']>;
}

/** With the database, so that who shares the one shares the other; in the memory where the comments are there. */
const limitsPlace = (database: string): Pick<OpenRateLimitsOptions, 'file' | 'address'> => {
  if (!database.startsWith('sqlite:')) return { address: database };
  const file = database.slice('sqlite:'.length);
  return file === ':memory:' ? {} : { file: `${file}.limits` };
};

const openLimits = async (
  { rateLimits, database, wavePosts }: Settings,
  options: Pick<OpenRateLimitsOptions, 'secret' | 'now' | 'onPool'>,
): Promise<RateLimits | undefined> =>
  rateLimits === 'on'
    ? openRateLimits({ ...options, wavePosts, ...limitsPlace(database) })
    : undefined;

/** Its libraries are loaded for who has a desk alone: they take some 50 MB. */
const openDeskOf = async (
  { desk, deskUrl, path }: Settings,
  options: Omit<DeskSignInOptions, 'settings'>,
): Promise<Desk | undefined> => {
  if (desk === 'off' || deskUrl === undefined) return undefined;
  const { openDesk } = await import('./desk/open-desk.ts');
  return openDesk({ ...options, settings: { path, deskUrl } });
};

/**
 * Opens everything the settings name (data folder, secret, database, security code) and the service on top. A database
 * server that cannot be reached is waited for, with a line in the log for each try.
 * @throws {ConfigurationError} with one sentence, when one of them cannot be used.
 */
export async function openCommentService(
  settings: Settings,
  options: OpenCommentServiceOptions = {},
): Promise<CommentService> {
  const {
    production = process.env['NODE_ENV'] === 'production',
    newCode,
    signal,
    ...rest
  } = options;
  const notices = readPrivacyNotices(settings);
  const words = readWordLists(settings);
  prepareDataFolder(settings.data);
  const clock = options.now && { now: options.now };
  const secret = readServiceSecrets(settings, { production, ...clock });
  const { log = logToStandardError, now = Date.now, meter } = options;
  const db = await openDatabase(settings.database, {
    wait: { log, signal },
    onPool: (pool) => meter?.watchPool('comments', pool),
  });
  const store = await openSqlCommentStore(db, { now });
  const orClose = <T>(opening: Promise<T>): Promise<T> =>
    opening.catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  const limits =
    options.limits ??
    (await orClose(
      openLimits(settings, {
        secret,
        ...clock,
        onPool: (pool) => meter?.watchPool('limits', pool),
      }),
    ));
  const desk = await orClose(openDeskOf(settings, { db, secret, limits, log, now }));
  const jobs = await orClose(openJobs(settings.database, log));
  const kinds = codeKinds(settings.challenges);
  const createCode = (): SecurityCode =>
    createSecurityCode({
      secret,
      kinds,
      spent: {
        spend: (id, life) => store.transaction((transaction) => transaction.spend(id, life)),
      },
      length: settings.codeLength,
      difficulty: settings.workDifficulty,
      lifetimeSeconds: settings.codeLifetimeSeconds,
      ...clock,
      ...(newCode && { newCode }),
    });
  const captcha = kinds.length > 0 ? createCode() : undefined;
  const onRemoval = options.onRemoval ?? createPurgeHook(settings, log);
  return createCommentService({
    ...rest,
    settings,
    store,
    jobs,
    secret,
    limits,
    notices,
    words,
    captcha,
    onRemoval,
    desk,
  });
}
