import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';
import { installPackages, mayInstall } from './install-packages.ts';
import { recordLog, recordLogOf } from './private/record.ts';

/** Debian's package. */
const nginxPackages: readonly string[] = ['nginx-light'];

/** The program; nothing where it is not here. `NGINX` names another one. */
export const findNginx = (): string | undefined =>
  [process.env['NGINX'], '/usr/sbin/nginx', '/usr/bin/nginx'].find(
    (path) => path !== undefined && existsSync(path),
  );

/** Installs nginx where it is missing and the tests may do that. */
export function installNginx(): void {
  if (!findNginx() && mayInstall()) installPackages([nginxPackages]);
}

/** What a deployment's configuration is changed to, so that it serves on this machine. */
export interface LocalConfig {
  readonly port: number;
  /** Instances, as `127.0.0.1:3001`. */
  readonly upstreams: readonly string[];
  readonly folder: string;
}

/** The configuration that is handed out. */
export const deployedConfig: string = readFileSync(
  new URL('../../demo/deploy/nginx.conf', import.meta.url),
  'utf8',
);

const replace = (text: string, pattern: RegExp, put: (found: string) => string): string => {
  assert.match(text, pattern, 'nginx.conf has another shape than the tests know');
  return text.replaceAll(pattern, put);
};

/** The configuration that is handed out, with other ports, instances and paths, and nothing else changed. */
export function toLocalConfig({ port, upstreams, folder }: LocalConfig): string {
  // Paths first: the folder is below /tmp itself.
  let text = replace(deployedConfig, /\/tmp\//g, () => `${folder}/`);
  text = replace(text, /\/dev\/stdout/g, () => join(folder, 'access.log'));
  text = replace(text, /(?: *server 172[\d.]+:3000 [^\n]+\n)+/g, (servers) => {
    const parameters = / max_fails[^\n]+/.exec(servers)?.[0];
    assert.ok(parameters);
    return upstreams.map((address) => `server ${address}${parameters}\n`).join('');
  });
  return replace(text, /listen 8080;/g, () => `listen 127.0.0.1:${port};`);
}

/** An nginx of the tests' own, with its files in a temporary folder. */
export interface NginxServer {
  readonly url: string;
  readonly processId: number;
  /** The lines of the log of requests. */
  log(): string;
  /** Warnings and errors it has written. */
  errors(): string;
  stop(): Promise<void>;
}

/** Arguments that keep a configuration's process where we can see it; as root its workers stay root, whose the folder is. */
const processArguments = (file: string, folder: string): readonly string[] => [
  ...['-e', 'stderr', '-p', folder, '-c', file],
  ...['-g', `daemon off;${process.getuid?.() === 0 ? ' user root;' : ''}`],
];

/** What `nginx -t` says of a configuration. */
export function checkConfig(program: string, text: string, folder: string): string {
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  const checked = spawnSync(program, ['-t', ...processArguments(file, folder)], {
    encoding: 'utf8',
  });
  return checked.stderr;
}

const untilListening = async (child: ChildProcess, url: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    /* oxlint-disable no-await-in-loop -- one try after the other */
    assert.equal(child.exitCode, null, 'nginx has ended');
    const answers = await fetch(url, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await setTimeout(25);
    /* oxlint-enable no-await-in-loop */
  }
  throw new Error('nginx does not listen');
};

/** What {@link startNginx} is to start. */
export interface NginxOptions {
  readonly program: string;
  /** Instances, as `127.0.0.1:3001`. */
  readonly upstreams: readonly string[];
  /** Default a free one. */
  readonly port?: number;
  /** Makes the configuration. Default the one that is handed out. */
  readonly configure?: (config: LocalConfig) => string;
}

/** Starts nginx in front of instances; resolves when it listens. */
export async function startNginx({
  program,
  upstreams,
  port: wanted,
  configure = toLocalConfig,
}: NginxOptions): Promise<NginxServer> {
  const folder = mkdtempSync(join(tmpdir(), 'reader-comments-nginx-'));
  const port = wanted ?? (await findFreePort());
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configure({ port, upstreams, folder }));
  const child = spawn(program, processArguments(file, folder), {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  recordLogOf(child);
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await untilListening(child, `${url}/health/live`).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(errors, { cause: error });
  });
  const log = (): string => readFileSync(join(folder, 'access.log'), 'utf8');
  return {
    url,
    processId: child.pid ?? 0,
    log,
    errors: () => errors,
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      recordLog(log());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
