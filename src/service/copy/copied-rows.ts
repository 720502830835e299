/** Rows of a table as they are copied and compared, whatever database they are in. */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type SqlBool } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { CopiedPart } from './copied-tables.ts';

/** A row by its columns; no column of ours holds anything else. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The key of a row, one value for each of its columns. */
export type RowKey = readonly unknown[];

/** The key of a row of a part. */
export const keyOf = ({ key }: CopiedPart, row: Row): RowKey => key.map((column) => row[column]);

const columnsOf = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

/** The rows of a part behind a key, in the order of their keys. */
export async function readRows(
  db: Kysely<Tables>,
  { table, key, where }: CopiedPart,
  { after, limit }: { readonly after: RowKey | undefined; readonly limit: number },
): Promise<readonly Row[]> {
  const conditions = [
    ...(where ? [where] : []),
    ...(after ? [sql<SqlBool>`(${columnsOf(key)}) > (${sql.join(after)})`] : []),
  ];
  const filter =
    conditions.length > 0 ? sql`where ${sql.join(conditions, sql.raw(' and '))}` : sql.raw('');
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} ${filter} order by ${columnsOf(key)} limit ${limit}
  `.execute(db);
  return rows;
}

/** Puts rows into a table. */
export async function writeRows(
  db: Kysely<Tables>,
  table: CopiedPart['table'],
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`
    insert into ${sql.table(table)} (${columnsOf(columns)}) values ${sql.join(values)}
  `.execute(db);
}

/** How many rows a part has. */
export async function countRows(db: Kysely<Tables>, { table, where }: CopiedPart): Promise<number> {
  const filter = where ? sql`where ${where}` : sql.raw('');
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} ${filter}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** What all rows of a part come to. */
export interface Checksum {
  readonly rows: number;
  /** Sum of the rows' hashes, so that it does not matter in which order a database has them. */
  readonly sum: string;
}

const sumBits = 128;

/** SHA-256 over names and values of a row in the order of the names; a number is what it is written as. */
const hashRow = (row: Row): bigint => {
  const members = Object.keys(row)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => [name, row[name] === null ? null : String(row[name])]);
  const hash = createHash('sha256').update(JSON.stringify(members)).digest('hex');
  return BigInt(`0x${hash.slice(0, sumBits / 4)}`);
};

const rowsAtOnce = 1000;

/** Reads all rows of a part. `onRows` is told how many were read at a time. */
export async function readChecksum(
  db: Kysely<Tables>,
  part: CopiedPart,
  onRows: (count: number) => void = () => {},
): Promise<Checksum> {
  let rows = 0;
  let sum = 0n;
  let after: RowKey | undefined;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await readRows(db, part, { after, limit: rowsAtOnce });
    for (const row of page) sum = BigInt.asUintN(sumBits, sum + hashRow(row));
    rows += page.length;
    onRows(page.length);
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return { rows, sum: sum.toString(16) };
    after = keyOf(part, last);
  }
}
