import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** How often a transaction tries to begin while another process writes, and the pause between, in milliseconds. */
const maxTries = 100;
const pauseMs = 10;

/** https://sqlite.org/rescode.html */
const generalError = 1;
const busy = 5;

const isResult = (error: unknown, code: number): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === code;

class ImmediateSqliteDriver extends SqliteDriver {
  // A deferred transaction takes the write lock in its middle, and is refused when another process wrote since
  // its beginning; waiting does not help it.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isResult(error, busy) || tries === maxTries) throw error;
        // oxlint-disable-next-line no-await-in-loop
        await setTimeout(pauseMs);
      }
    }
  }

  // On a full disk SQLite has undone everything by itself, and has nothing left to undo
  // (https://sqlite.org/lang_transaction.html); the error to tell is that of the full disk.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!isResult(error, generalError)) throw error;
    }
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  // SQLite undoes DDL like everything else, so that a migration that was cut off leaves no half a table.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect with transactions that begin as writers. One connection: Kysely queues for it. */
export function createNodeSqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createDriver: () => new ImmediateSqliteDriver({ database }),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}
