import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { benchSecret } from './solved-drafts.ts';

/** The command line as it was built. */
export const builtProgram: string = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** A program that serves. */
export interface StartedProgram {
  /** The first address it printed. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it without a chance to finish anything (`kill -9`); resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a program with this Node and waits until it has printed where it serves.
 * @throws when it ends before; its own words are in the message.
 */
export async function startProgram(
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<StartedProgram> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, ...args], {
    env: { PATH, READER_COMMENTS_SECRET: benchSecret },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: unknown): void => {
      printed += String(chunk);
      const address = /http:\/\/[^\s;]+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk) => (printed += String(chunk)));
    child.once('close', () => reject(new Error(`${args.join(' ')} ended: ${printed}`)));
  });
  return {
    url,
    process: child,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

/** Arguments of a service that takes comments on a free port of this machine and publishes them at once, as many as come. */
export const serveArguments = (program: string, data: string): readonly string[] => [
  program,
  'serve',
  ...['--port', '0', '--data', data, '--moderation', 'post', '--limits', 'off'],
];
