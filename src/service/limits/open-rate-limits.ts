import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { LimitCounter, LimitCounters } from './limit-counters.ts';
import type { Limiters } from './limiters.ts';
import type { PoolOptions } from '../store/postgres-pool.ts';
import { createRateLimits, type RateLimits, type RateLimitsOptions } from './rate-limits.ts';

/** Settings of {@link openRateLimits}. */
export interface OpenRateLimitsOptions extends Pick<
  RateLimitsOptions,
  'secret' | 'budgets' | 'wavePosts'
> {
  /** SQLite file that processes of one machine share; made with its folder. Default the memory of this process. */
  readonly file?: string | undefined;
  /** In the place of a file: a PostgreSQL database with the tables of the comments. */
  readonly address?: string | undefined;
  /** Takes the pool of connections to it. */
  readonly onPool?: PoolOptions['onPool'];
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/** Loaded where they are used: a service without limits does without the library. */
const openLimiters = async ({
  file,
  address,
  onPool,
}: OpenRateLimitsOptions): Promise<Limiters> => {
  if (address !== undefined) {
    return (await import('./postgres-limiters.ts')).openPostgresLimiters(address, { onPool });
  }
  if (file !== undefined) return (await import('./file-limiters.ts')).openFileLimiters(file);
  const { RateLimiterMemory } = await import('rate-limiter-flexible');
  return {
    open: async (options) => new RateLimiterMemory(options),
    dropExpired() {},
    async close() {},
  };
};

const createCounter = (
  limiter: RateLimiterAbstract,
  isRefusal: (error: unknown) => boolean,
): LimitCounter => ({
  async take(key) {
    try {
      await limiter.consume(key);
      return true;
    } catch (refusal) {
      if (isRefusal(refusal)) return false;
      throw refusal;
    }
  },
  async add(key, change) {
    return (await limiter.penalty(key, change)).consumedPoints;
  },
  async count(key) {
    return (await limiter.get(key))?.consumedPoints ?? 0;
  },
});

const openCounters = async (limiters: Limiters): Promise<LimitCounters> => {
  const { RateLimiterRes } = await import('rate-limiter-flexible');
  return {
    async open(name, { points, windowSeconds, isShared }) {
      const options = { keyPrefix: name, points, duration: windowSeconds, isShared };
      const limiter = await limiters.open(options);
      return createCounter(limiter, (error) => error instanceof RateLimiterRes);
    },
    dropExpired: () => limiters.dropExpired(),
    close: () => limiters.close(),
  };
};

/**
 * Opens the limits on `rate-limiter-flexible`.
 * @throws {ConfigurationError} `DATABASE_UNREADABLE`, `LIBRARY_MISSING` or `SECRET_TOO_SHORT`.
 */
export async function openRateLimits(options: OpenRateLimitsOptions): Promise<RateLimits> {
  const { now = Date.now } = options;
  const counters = await openCounters(await openLimiters(options));
  return createRateLimits({ ...options, now, counters });
}
