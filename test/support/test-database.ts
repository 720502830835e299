import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openStore } from '../../src/service/index.ts';
import { createDatabase, type PostgresDatabase } from './postgres-server.ts';

/** Whether the tests of the service are to run on PostgreSQL: `TEST_STORE=postgres`, beside `DATABASE_URL`. */
export const runsOnPostgres: boolean = process.env['TEST_STORE'] === 'postgres';

/** With its tables, to be copied. One for each process, dropped with the server. */
let template: Promise<PostgresDatabase> | undefined;

const makeTemplate = async (): Promise<PostgresDatabase> => {
  const database = await createDatabase();
  const store = await openStore(database.url);
  await store.close();
  return database;
};

/** A PostgreSQL database with its tables, which are empty. */
export const createMigratedDatabase = async (): Promise<PostgresDatabase> =>
  createDatabase({ template: await (template ??= makeTemplate()) });

/** Empties all tables of ours but the key of the database; what guards the audit log is off meanwhile. */
export const emptyDatabase = (database: PostgresDatabase): Promise<void> =>
  database.execute(`set session_replication_role = replica;
    do $$
    declare name text;
    begin
      for name in select tablename from pg_tables
        where schemaname = 'public' and tablename not in ('database_keys')
          and tablename not like 'kysely%'
      loop
        execute format('delete from %I', name);
      end loop;
    end $$`);

/** Address of a database for one test: a SQLite file in the folder, or on PostgreSQL where these run on it. */
export async function openTestDatabase(
  t: Pick<TestContext, 'after'>,
  folder: string,
): Promise<string> {
  if (!runsOnPostgres) return `sqlite:${join(folder, 'comments.sqlite')}`;
  const database = await createMigratedDatabase();
  t.after(() => database.drop());
  return database.url;
}
