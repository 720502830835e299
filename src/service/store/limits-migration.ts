import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from './postgres-locks.ts';

/**
 * What is counted against the limits, in the columns `rate-limiter-flexible` writes. On SQLite it has a file of its own.
 * Unlogged: no post waits for the disk, and a fall of the server costs the last counts.
 */
export const limitTables: Migration = {
  async up(db: Kysely<unknown>) {
    if (!isPostgres(db)) return;
    await sql`create unlogged table limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
  },
};
