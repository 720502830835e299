import { copyDatabase } from '../../../src/service/copy/copy-database.ts';
import { openDatabase } from '../../../src/service/store/open-database.ts';
import { createDatabase, execute } from '../../support/postgres-server.ts';
import { withPostgres } from '../../support/with-postgres.ts';

/** Whether a bench is to ask PostgreSQL: `--postgres` among its arguments, wherever. */
export const asksPostgres: boolean = process.argv.includes('--postgres');

/** What a bench was given beside flags. */
export const benchArguments: readonly string[] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'));

/** A server for the whole run, where one is asked for. */
export const withAskedServer = <T>(run: () => Promise<T>): Promise<T> =>
  asksPostgres ? withPostgres(run) : run();

/** The address of what a SQLite file holds: its own, or that of a copy on PostgreSQL, with the planner's statistics. */
export async function askedAddress(file: string): Promise<string> {
  const source = `sqlite:${file}`;
  if (!asksPostgres) return source;
  const { url } = await createDatabase();
  const [from, to] = [await openDatabase(source), await openDatabase(url)];
  const start = performance.now();
  try {
    await copyDatabase(from, to);
  } finally {
    await Promise.all([from.destroy(), to.destroy()]);
  }
  await execute(url, 'analyze');
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`copied to PostgreSQL and compared in ${seconds} s`);
  return url;
}
