/** Locks of PostgreSQL that a transaction holds until it ends. On SQLite, which lets one write at a time, nothing is needed. */
import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Whether a database is PostgreSQL, or one that speaks as it does. */
export const isPostgres = (db: Pick<Kysely<never>, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter;

/** What there is one of in a database, each with a number of its own, the same on all instances. */
const numbers = {
  auditLog: 3_141_592,
  migrations: 3_141_593,
  modes: 3_141_594,
  words: 3_141_595,
} as const;

/** Waits until no other transaction holds the lock. */
export async function lock<T>(db: Kysely<T>, what: keyof typeof numbers): Promise<void> {
  if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${numbers[what]})`.execute(db);
}

/** The same for one text among many; two texts may share a lock, by a chance of 1 : 2^64. */
export async function lockText<T>(db: Kysely<T>, text: string): Promise<void> {
  if (isPostgres(db)) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${text}, 0))`.execute(db);
  }
}
