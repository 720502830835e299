import { dirname } from 'node:path';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterSQLite,
} from 'rate-limiter-flexible';
import { ConfigurationError } from '../configuration-error.ts';
import { makeFolder } from '../make-folder.ts';
import { type LimiterDatabase, openLimiterDatabase } from '../store/limiter-database.ts';
import { blockInMemory, type Limiters, limitsTable } from './limiters.ts';

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

/**
 * Limiters in a SQLite file that processes of one machine share.
 * @throws {ConfigurationError} `DATABASE_UNREADABLE`.
 */
export function openFileLimiters(file: string): Limiters {
  const database = openDatabase(file);
  return {
    open: (options) =>
      new Promise<RateLimiterAbstract>((resolve, reject) => {
        const limiter = new RateLimiterSQLite(
          {
            ...options,
            storeClient: database,
            storeType: 'better-sqlite3',
            tableName: limitsTable,
            // A file that cannot be written stops no reader and opens no gap: this process counts for itself.
            insuranceLimiter: new RateLimiterMemory(options),
            ...blockInMemory(options),
          },
          (error?: Error) => (error ? reject(error) : resolve(limiter)),
        );
      }),
    dropExpired() {
      try {
        // By the library's clock, which is the system's.
        database.prepare(`delete from ${limitsTable} where expire < ?`).run(Date.now());
      } catch {
        // Another process is writing.
      }
    },
    async close() {
      database.close();
    },
  };
}
