import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { recordLogOf } from './private/record.ts';

/** A site of `demo/examples`, running. */
export interface RunningExample {
  readonly url: string;
  close(): Promise<void>;
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}

/**
 * Starts a program in a folder of `demo/examples`; it is ready when it says its address.
 * @throws Error with what it said, when it ends before.
 */
export async function startExample(
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<RunningExample> {
  const cwd = fileURLToPath(new URL(`../../demo/examples/${folder}/`, import.meta.url));
  const { PATH = '' } = process.env;
  const child = spawn(program, args, { cwd, env: { PATH, ...env } });
  recordLogOf(child);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string): void => {
      said += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('error', reject).once('exit', () => reject(new Error(`the example ended: ${said}`)));
  });
  return {
    url,
    async close() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
