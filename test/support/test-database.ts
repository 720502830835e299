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
  createDatabase(await (template ??= makeTemplate()));

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
