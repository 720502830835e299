/** What is asked of the newsroom's words, and written to them. */
import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod';
import type { WordEntry } from '../rules/words/word-list.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';
import type { KeptWords, Recheck } from './word-store.ts';

type VersionRow = Selectable<Tables['words_version']>;
type RecheckRow = Selectable<Tables['rechecks']>;

/** How often the words were changed: asked at every post, so written once. */
export const findWordsVersion: PreparedQuery<object, VersionRow> = prepareQuery((db) =>
  db.selectFrom('words_version').selectAll(),
);

/** All words with their version. */
export async function readWords(db: Kysely<Tables>): Promise<KeptWords> {
  // The version first: words that are newer than it are read again, older ones never would be.
  const [row] = (await findWordsVersion(db, {})).rows;
  const rows = await db.selectFrom('words').selectAll().orderBy('key').execute();
  return {
    version: row?.number ?? 0,
    entries: rows.map((one) => ({
      list: one.list,
      text: one.text,
      isEveryday: one.everyday === 1,
      addedAt: one.added_at,
      addedBy: one.added_by,
    })),
  };
}

const entriesSchema: z.ZodType<readonly WordEntry[]> = z.array(
  z.object({ text: z.string(), isEveryday: z.boolean() }),
);

const toRecheck = (row: RecheckRow): Recheck => ({
  number: row.number,
  entries: entriesSchema.parse(JSON.parse(row.entries)),
  startedAt: row.started_at,
  endedAt: row.ended_at,
  last: row.last,
  checked: row.checked,
  found: row.found,
});

/** The look through the published comments that was begun last. */
export async function findLatestRecheck(db: Kysely<Tables>): Promise<Recheck | undefined> {
  const row = await db
    .selectFrom('rechecks')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toRecheck(row);
}

/** The oldest one that is not at its end. */
export async function findOpenRecheck(db: Kysely<Tables>): Promise<Recheck | undefined> {
  const row = await db
    .selectFrom('rechecks')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row && toRecheck(row);
}
