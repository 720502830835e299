import { openNodeSqliteDatabase } from './node-sqlite-database.ts';

/** A database in the shape of better-sqlite3, as far as `rate-limiter-flexible` uses it. */
export interface LimiterDatabase {
  prepare(sql: string): {
    get(...values: readonly unknown[]): unknown;
    run(...values: readonly unknown[]): unknown;
  };
  transaction<T>(work: () => T): () => T;
  close(): void;
}

/**
 * Opens the file of the limits for `rate-limiter-flexible`. A file of its own, for the store's connection is in the
 * middle of a transaction most of the time; a power cut may cost it the last counts, but no post has to wait for the disk.
 */
export function openLimiterDatabase(file: string): LimiterDatabase {
  const database = openNodeSqliteDatabase(file, { synchronous: 'normal' });
  return {
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        get: (...values) => statement.all(values)[0],
        run: (...values) => statement.run(values),
      };
    },
    // Each of the limiter's transactions is one statement, and that is done whole or not at all.
    transaction: (work) => work,
    close: () => database.close(),
  };
}
