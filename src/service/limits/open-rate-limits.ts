import { dirname } from 'node:path';
import type * as limiterLibrary from 'rate-limiter-flexible';
import { ConfigurationError } from '../configuration-error.ts';
import { makeFolder } from '../make-folder.ts';
import { type LimiterDatabase, openLimiterDatabase } from '../store/limiter-database.ts';
import type { LimitCounter, LimitCounters } from './limit-counters.ts';
import { createRateLimits, type RateLimits, type RateLimitsOptions } from './rate-limits.ts';

/** Settings of {@link openRateLimits}. */
export interface OpenRateLimitsOptions extends Pick<
  RateLimitsOptions,
  'secret' | 'budgets' | 'wavePosts'
> {
  /** SQLite file that processes of one machine share; made with its folder. Default the memory of this process. */
  readonly file?: string | undefined;
  /** Clock in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

type Library = typeof limiterLibrary;

const table = 'limits';

const openDatabase = (file: string): LimiterDatabase => {
  try {
    makeFolder(dirname(file));
    return openLimiterDatabase(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new ConfigurationError(
      'DATABASE_UNREADABLE',
      `The file of the limits ${file} cannot be used (${reason}); delete it, or give its folder the right owner.`,
      { cause },
    );
  }
};

const openCounters = (library: Library, database: LimiterDatabase | undefined): LimitCounters => {
  const { RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } = library;

  const openLimiter = (
    options: limiterLibrary.IRateLimiterOptions & { readonly points: number },
    isShared: boolean,
  ): Promise<limiterLibrary.RateLimiterAbstract> => {
    const memory = new RateLimiterMemory(options);
    if (!database) return Promise.resolve(memory);
    return new Promise((resolve, reject) => {
      const limiter = new RateLimiterSQLite(
        {
          ...options,
          storeClient: database,
          storeType: 'better-sqlite3',
          tableName: table,
          // A file that cannot be written stops no reader and opens no gap: this process counts for itself.
          insuranceLimiter: memory,
          // A flood writes nothing once it is over its limit.
          ...(!isShared && { inMemoryBlockOnConsumed: options.points + 1 }),
        },
        (error?: Error) => (error ? reject(error) : resolve(limiter)),
      );
    });
  };

  return {
    async open(name, { points, windowSeconds, isShared }): Promise<LimitCounter> {
      const options = { keyPrefix: name, points, duration: windowSeconds };
      const limiter = await openLimiter(options, isShared);
      return {
        async take(key) {
          try {
            await limiter.consume(key);
            return true;
          } catch (refusal) {
            if (refusal instanceof RateLimiterRes) return false;
            throw refusal;
          }
        },
        async add(key, change) {
          return (await limiter.penalty(key, change)).consumedPoints;
        },
        async count(key) {
          return (await limiter.get(key))?.consumedPoints ?? 0;
        },
      };
    },
    dropExpired() {
      try {
        // By the library's clock, which is the system's.
        database?.prepare(`delete from ${table} where expire < ?`).run(Date.now());
      } catch {
        // Another process is writing; the next hour will do.
      }
    },
    close: () => database?.close(),
  };
};

/**
 * Opens the limits on `rate-limiter-flexible`.
 * @throws {ConfigurationError} `DATABASE_UNREADABLE` or `SECRET_TOO_SHORT`.
 */
export async function openRateLimits(options: OpenRateLimitsOptions): Promise<RateLimits> {
  const { file, now = Date.now, ...rest } = options;
  const library = await import('rate-limiter-flexible');
  const database = file === undefined ? undefined : openDatabase(file);
  return createRateLimits({ ...rest, now, counters: openCounters(library, database) });
}
