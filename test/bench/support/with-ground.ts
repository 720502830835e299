import { findNginx, installNginx } from '../../support/nginx-server.ts';
import {
  findPostgres,
  postgresPackages,
  type PostgresServer,
  startPostgres,
} from '../../support/postgres-server.ts';
import { installPackages, mayInstall } from '../../support/install-packages.ts';

/** What benches of several instances stand on. */
export interface Ground {
  /** A server of their own that waits for the disk. */
  readonly postgres: PostgresServer;
  /** The program. */
  readonly nginx: string;
}

/**
 * Gives `work` a PostgreSQL of its own and nginx, installed where they are missing and that may be done.
 * @throws where one of them cannot be had.
 */
export async function withGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  if (!findPostgres() && mayInstall()) installPackages([postgresPackages]);
  installNginx();
  const programs = findPostgres();
  const nginx = findNginx();
  if (programs === undefined || nginx === undefined) {
    throw new Error('Install postgresql and nginx-light, or name them by POSTGRES_BIN and NGINX.');
  }
  const postgres = await startPostgres(programs, { isDurable: true });
  try {
    return await work({ postgres, nginx });
  } finally {
    await postgres.stop();
  }
}
