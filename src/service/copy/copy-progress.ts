/** How far a copy has come, kept in its target until it is done, so that one that was cut off goes on. */
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Tables } from '../store/tables.ts';
import type { CopiedPart } from './copied-tables.ts';
import type { RowKey } from './copied-rows.ts';

const table = sql.table('copy_progress');

/** Where a part of the copy goes on. */
export interface PartProgress {
  readonly last: RowKey | undefined;
  readonly rows: number;
  readonly isDone: boolean;
}

const key = z.array(z.unknown());

/** Whether a database is the target of a copy that is not at its end. */
export async function isCopying(db: Kysely<Tables>): Promise<boolean> {
  const tables = await db.introspection.getTables();
  return tables.some(({ name }) => name === 'copy_progress');
}

/** Begins to keep progress. */
export async function beginProgress(db: Kysely<Tables>): Promise<void> {
  await sql`create table ${table} (
    part text primary key, last text, copied integer not null, done integer not null
  )`.execute(db);
}

/** How far a part has come. */
export async function readProgress(
  db: Kysely<Tables>,
  { name }: CopiedPart,
): Promise<PartProgress> {
  const { rows } = await sql<{ last: string | null; copied: number; done: number }>`
    select last, copied, done from ${table} where part = ${name}
  `.execute(db);
  const [row] = rows;
  if (!row) return { last: undefined, rows: 0, isDone: false };
  return {
    last: row.last === null ? undefined : key.parse(JSON.parse(row.last)),
    rows: row.copied,
    isDone: row.done === 1,
  };
}

/** Keeps how far a part has come, in the transaction that has brought it there. */
export async function keepProgress(
  db: Kysely<Tables>,
  { name }: CopiedPart,
  { last, rows, isDone }: PartProgress,
): Promise<void> {
  await sql`delete from ${table} where part = ${name}`.execute(db);
  const row = sql.join([name, last ? JSON.stringify(last) : null, rows, Number(isDone)]);
  await sql`insert into ${table} (part, last, copied, done) values (${row})`.execute(db);
}

/** Ends it: the copy is whole. */
export async function endProgress(db: Kysely<Tables>): Promise<void> {
  await sql`drop table ${table}`.execute(db);
}
