import type { Kysely } from 'kysely';
import { ServiceError } from '../service-error.ts';
import { verifyChain } from '../store/audit-log.ts';
import { readAudit } from '../store/audit-queries.ts';
import { isPostgres } from '../store/postgres-locks.ts';
import { indexTerms } from '../store/postgres-search.ts';
import { indexComments } from '../store/sqlite-search.ts';
import type { Tables } from '../store/tables.ts';
import { countRows, keyOf, readChecksum, readRows, writeRows } from './copied-rows.ts';
import { type CopiedPart, copiedParts } from './copied-tables.ts';
import {
  beginProgress,
  endProgress,
  isCopying,
  keepProgress,
  readProgress,
} from './copy-progress.ts';

/** How far it is. */
export interface CopyStep {
  readonly phase: 'copying' | 'comparing';
  /** Name of the table, `replies` for comments that answer one. */
  readonly part: string;
  readonly rows: number;
  readonly total: number;
}

/** Takes note of progress. */
export type OnCopyStep = (step: CopyStep) => void;

/** Rows of one transaction; a comment has forty columns, and SQLite takes 32,766 values. */
const rowsAtOnce = 500;

const refuse = (message: string): never => {
  throw new ServiceError('COPY_REFUSED', message);
};

const keyOfDatabase = async (db: Kysely<Tables>): Promise<string> =>
  (
    await db
      .selectFrom('database_keys')
      .select('value')
      .where('name', '=', 'author')
      .executeTakeFirstOrThrow()
  ).value;

/** Whether nothing of ours is kept in a database. */
async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const part of copiedParts) {
    // oxlint-disable-next-line no-await-in-loop -- the first row ends it
    if ((await readRows(db, part, { after: undefined, limit: 1 })).length > 0) return false;
  }
  return true;
}

/** Makes the target ready, once: authors are known by the same key in both. */
async function begin(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  const key = await keyOfDatabase(from);
  if (await isCopying(from)) refuse('The database to copy from is itself a copy that was cut off');
  if (await isCopying(to)) {
    if ((await keyOfDatabase(to)) === key) return;
    refuse('The database to copy to holds a part of another one; empty it, or name another');
  }
  if (!(await isEmpty(to))) {
    refuse('The database to copy to is not empty; name another one, or empty it');
  }
  await to.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('database_keys')
      .set({ value: key })
      .where('name', '=', 'author')
      .execute();
    await beginProgress(transaction);
  });
}

const indexRows = async (to: Kysely<Tables>, ids: readonly string[]): Promise<void> =>
  isPostgres(to) ? indexTerms(to, ids) : indexComments(to, ids);

async function copyPart(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  part: CopiedPart,
  onStep: OnCopyStep,
): Promise<void> {
  let progress = await readProgress(to, part);
  if (progress.isDone) return;
  const total = await countRows(from, part);
  while (!progress.isDone) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await readRows(from, part, { after: progress.last, limit: rowsAtOnce });
    const last = page.at(-1);
    const next = {
      last: last ? keyOf(part, last) : progress.last,
      rows: progress.rows + page.length,
      isDone: page.length < rowsAtOnce,
    };
    // oxlint-disable-next-line no-await-in-loop
    await to.transaction().execute(async (transaction) => {
      await writeRows(transaction, part.table, page);
      if (part.table === 'comments')
        await indexRows(
          transaction,
          page.map(({ id }) => String(id)),
        );
      await keepProgress(transaction, part, next);
    });
    progress = next;
    onStep({ phase: 'copying', part: part.name, rows: progress.rows, total });
  }
}

async function comparePart(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  part: CopiedPart,
  onStep: OnCopyStep,
): Promise<number> {
  const total = await countRows(from, part);
  let rows = 0;
  const source = await readChecksum(from, part);
  const target = await readChecksum(to, part, (count) => {
    rows += count;
    onStep({ phase: 'comparing', part: part.name, rows, total });
  });
  if (source.rows !== target.rows || source.sum !== target.sum) {
    refuse(
      `The copy differs in ${part.name} (${source.rows} rows here, ${target.rows} there): ` +
        'something was written meanwhile. Stop what serves from either, empty the database to copy to and begin again',
    );
  }
  return target.rows;
}

/**
 * Copies all that is kept from one database to another, empty one, and then compares both: numbers of rows, checksums
 * over every value, and the chain of the audit log. One that was cut off goes on where it was. Both databases must have
 * the tables of this version, and nothing may write to either.
 * @returns How many rows each part has.
 * @throws {ServiceError} `COPY_REFUSED`: the target is not empty, or what was copied is not the same.
 */
export async function copyDatabase(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  onStep: OnCopyStep = () => {},
): Promise<ReadonlyMap<string, number>> {
  await begin(from, to);
  for (const part of copiedParts) {
    // oxlint-disable-next-line no-await-in-loop -- what others point to goes first
    await copyPart(from, to, part, onStep);
  }
  const counts = new Map<string, number>();
  for (const part of copiedParts) {
    // oxlint-disable-next-line no-await-in-loop
    counts.set(part.name, await comparePart(from, to, part, onStep));
  }
  const finding = await verifyChain(readAudit(to));
  if (finding.kind === 'broken') {
    refuse(`The audit log is broken at entry ${finding.number}, and was before it was copied`);
  }
  await endProgress(to);
  return counts;
}
