import { type Kysely, sql } from 'kysely';

/** Every row of every table, so that two states of a SQLite database can be compared. */
export async function dumpTables(db: Kysely<never>): Promise<Readonly<Record<string, unknown>>> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and sql not like 'create virtual%'
    order by name`.execute(db);
  const dump: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    dump[name] = (await sql`select * from ${sql.table(name)}`.execute(db)).rows;
  }
  return dump;
}
