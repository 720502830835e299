import { mayInstall, installPackages } from './install-packages.ts';
import { findPostgres, postgresPackages, startPostgres } from './postgres-server.ts';

/**
 * Runs tests with a PostgreSQL server of their own, installed where it is missing and the tests may do that. A server that
 * `DATABASE_URL` names is used as it is; where none can be had, the tests that need one say so and are skipped.
 */
export async function withPostgres<T>(run: () => Promise<T>): Promise<T> {
  if (process.env['DATABASE_URL'] !== undefined) return run();
  if (!findPostgres() && mayInstall()) installPackages([postgresPackages]);
  const programs = findPostgres();
  if (!programs) return run();
  const server = await startPostgres(programs);
  process.env['DATABASE_URL'] = server.url;
  try {
    return await run();
  } finally {
    delete process.env['DATABASE_URL'];
    await server.stop();
  }
}
