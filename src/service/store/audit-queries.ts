import type { Kysely, Selectable } from 'kysely';
import type { InsertResult } from 'kysely';
import { type AuditEntry, hashEntry, type NewAuditEntry, noHash } from './audit-log.ts';
import { lock } from './postgres-locks.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

type AuditRow = Selectable<Tables['audit_log']>;

const findLast: PreparedQuery<object, Pick<AuditRow, 'number' | 'hash'>> = prepareQuery((db) =>
  db
    .selectFrom('audit_log')
    .select(['number', 'hash'])
    // From the end of its key, which is the same as all of it.
    .where('number', '>', 0)
    .orderBy('number', 'desc')
    .limit(1),
);

const insertEntry: PreparedQuery<AuditRow, InsertResult> = prepareQuery((db, row) =>
  db.insertInto('audit_log').values(row),
);

const toRow = (entry: AuditEntry): AuditRow => ({
  number: entry.number,
  at: entry.at,
  who: entry.who,
  editor: entry.editor ?? null,
  action: entry.action,
  comment: entry.comment ?? null,
  article: entry.article ?? null,
  from_status: entry.from ?? null,
  to_status: entry.to ?? null,
  reason: entry.reason ?? null,
  note: entry.note ?? null,
  text_before: entry.textBefore ?? null,
  text_after: entry.textAfter ?? null,
  hash: entry.hash,
});

const toEntry = (row: AuditRow): AuditEntry => ({
  number: row.number,
  at: row.at,
  who: row.who,
  editor: row.editor ?? undefined,
  action: row.action,
  comment: row.comment ?? undefined,
  article: row.article ?? undefined,
  from: row.from_status ?? undefined,
  to: row.to_status ?? undefined,
  reason: row.reason ?? undefined,
  note: row.note ?? undefined,
  textBefore: row.text_before ?? undefined,
  textAfter: row.text_after ?? undefined,
  hash: row.hash,
});

/**
 * Writes the next entry; of two transactions at the same time the second waits, for each entry is chained to the last.
 * @param own The last entry this very transaction wrote, if it wrote any: nobody can have written one since.
 */
export async function appendAudit(
  db: Kysely<Tables>,
  entry: NewAuditEntry,
  at: string,
  own?: AuditEntry,
): Promise<AuditEntry> {
  if (!own) await lock(db, 'auditLog');
  const last = own ?? (await findLast(db, {})).rows[0];
  const numbered = { ...entry, at, number: (last?.number ?? 0) + 1 };
  const whole = { ...numbered, hash: hashEntry(last?.hash ?? noHash, numbered) };
  await insertEntry(db, toRow(whole));
  return whole;
}

const findLastOf: PreparedQuery<{ comment: string }, AuditRow> = prepareQuery((db, { comment }) =>
  db
    .selectFrom('audit_log')
    .selectAll()
    .where('comment', '=', comment)
    .orderBy('number', 'desc')
    .limit(1),
);

/** What was done to a comment last. */
export async function findLastAuditOf(
  db: Kysely<Tables>,
  comment: string,
): Promise<AuditEntry | undefined> {
  const [row] = (await findLastOf(db, { comment })).rows;
  return row && toEntry(row);
}

/** What was set of an article last; what was done to its comments is not among it. */
export async function findLastAuditOfArticle(
  db: Kysely<Tables>,
  article: string,
): Promise<AuditEntry | undefined> {
  const row = await db
    .selectFrom('audit_log')
    .selectAll()
    .where('article', '=', article)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** Entries by their numbers, both among them. */
export async function findAudit(
  db: Kysely<Tables>,
  first: number,
  last: number,
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .where('number', '>=', first)
    .where('number', '<=', last)
    .orderBy('number')
    .execute();
  return rows.map(toEntry);
}

/** What the log says of one comment, oldest first. */
export async function listAuditOf(
  db: Kysely<Tables>,
  comment: string,
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .where('comment', '=', comment)
    .orderBy('number')
    .execute();
  return rows.map(toEntry);
}

const entriesAtOnce = 1000;

/** The whole log from its first entry, read in parts. */
export async function* readAudit(db: Kysely<Tables>): AsyncGenerator<AuditEntry> {
  let after = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(entriesAtOnce)
      .execute();
    yield* rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < entriesAtOnce) return;
    after = last.number;
  }
}
