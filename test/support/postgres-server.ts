import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort } from './free-port.ts';

/** Debian's package. */
export const postgresPackages: readonly string[] = ['postgresql'];

const debianFolder = '/usr/lib/postgresql';

/** The folder of PostgreSQL's own programs, the newest where there are several; nothing where it is not here. */
export function findPostgres(): string | undefined {
  const named = process.env['POSTGRES_BIN'];
  if (named !== undefined) return existsSync(join(named, 'initdb')) ? named : undefined;
  if (!existsSync(debianFolder)) return undefined;
  const [version] = readdirSync(debianFolder).toSorted((a, b) => Number(b) - Number(a));
  const folder = join(debianFolder, version ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** Who PostgreSQL runs as: it refuses to be root's. */
const owner = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => {
    const { stdout, status } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : 65_534;
  };
  return { uid: id('-u'), gid: id('-g') };
};

/** A server of the tests' own. */
export interface PostgresServer {
  /** Address of the database that is there from the start. */
  readonly url: string;
  /** Of the process whose children do the work. */
  readonly processId: number;
  /** Ends it for a while, connections that are open and all; with `crash` it takes leave of nobody. */
  halt(how?: 'shut down' | 'crash'): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** A role of every server of the tests' own that has to show a password; tests make it and choose that. */
export const roleWithPassword = 'locked';

/**
 * Starts PostgreSQL in a temporary folder on a free port; nothing it holds outlives it.
 * @param isDurable - Whether it waits for the disk, as a paper's does: benches ask for that, tests have no use for it.
 */
export async function startPostgres(
  programs: string,
  { isDurable = false }: { readonly isDurable?: boolean } = {},
): Promise<PostgresServer> {
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), 'reader-comments-postgres-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = {
    ...as,
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' },
  };
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initialise, { ...options, stdio: 'ignore' });
  const rules = join(data, 'pg_hba.conf');
  const strict = `host all ${roleWithPassword} 127.0.0.1/32 scram-sha-256\n`;
  writeFileSync(rules, strict + readFileSync(rules, 'utf8'));
  const port = await findFreePort();
  const settings = [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['port', String(port)],
    ['max_connections', '300'],
    // The machine's own fall is not what is tested.
    ['fsync', isDurable ? 'on' : 'off'],
    ['full_page_writes', isDurable ? 'on' : 'off'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const launch = async (): Promise<ChildProcess> => {
    const launched = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
      ...options,
      stdio: 'ignore',
    });
    await untilReady(url);
    return launched;
  };
  let server: ChildProcess | undefined = await launch();
  const halt: PostgresServer['halt'] = async (how = 'shut down') => {
    if (!server) return;
    const ended = once(server, 'exit');
    // https://www.postgresql.org/docs/current/server-shutdown.html: either cuts connections that are open.
    server.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT');
    server = undefined;
    await ended;
  };
  return {
    url,
    get processId() {
      return server?.pid ?? 0;
    },
    halt,
    async resume() {
      server ??= await launch();
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      await client.connect();
      // oxlint-disable-next-line no-await-in-loop
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await setTimeout(50);
    }
  }
}

/** An empty database of a test's own on the server that `DATABASE_URL` names. */
export interface PostgresDatabase {
  readonly name: string;
  readonly url: string;
  execute(statement: string): Promise<void>;
  drop(): Promise<void>;
}

let made = 0;

/** Runs one statement on a database. */
export const execute = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The server the tests have been given, or none. */
export const postgresUrl: string | undefined = process.env['DATABASE_URL'];

/** Makes a database; with a `template` it begins as a copy of that one, which nobody may be using. */
export async function createDatabase({
  template,
  encoding = 'UTF8',
}: {
  readonly template?: PostgresDatabase;
  readonly encoding?: string;
} = {}): Promise<PostgresDatabase> {
  // Read now: who starts a server names it then.
  const server = process.env['DATABASE_URL'];
  assert.ok(server, 'DATABASE_URL is not set');
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await execute(
    server,
    `create database ${name} template ${template?.name ?? 'template0'} strategy file_copy encoding '${encoding}' locale 'C'`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    execute: (statement) => execute(url.href, statement),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}
