import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Capabilities } from 'selenium-webdriver';
import type { WebKitPaths } from './find-webkit.ts';

/** WebKit's driver, listening. */
export interface WebKitDriver {
  /** Address that WebDriver clients speak to. */
  readonly url: string;
  /** Ends the driver, its browsers and their display. */
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

// The driver lives as long as the input of its shell is open, so it ends with this process, however that ends.
const untilInputCloses = '"$@" & read -r _; kill $!';

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/status`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
};

/**
 * Starts WebKit's driver on a free port of the loopback and on a display that nobody sees.
 * @throws Error when it does not listen within half a minute.
 */
export async function startWebKitDriver(paths: WebKitPaths): Promise<WebKitDriver> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [paths.driver, `--port=${port}`, '--host=127.0.0.1'];
  const child = spawn(
    paths.virtualDisplay,
    ['-a', 'sh', '-c', untilInputCloses, 'sh', ...command],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const deadline = performance.now() + startTimeoutMs;
  // One question after the other.
  // oxlint-disable-next-line no-await-in-loop
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`WebKit's driver does not start: ${command.join(' ')}`);
    }
    // oxlint-disable-next-line no-await-in-loop
    await sleep(100);
  }
  return { url, stop };
}

/** What a browser is asked for with. */
export const webKitCapabilities = ({ miniBrowser }: WebKitPaths): Capabilities =>
  new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
  });
