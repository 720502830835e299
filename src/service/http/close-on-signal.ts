import type { RunningServer } from './node.ts';

/** How long the process may go on by itself once all is closed, in milliseconds. */
const lingerMs = 1000;

/**
 * Stops the server when the process is told to end (SIGTERM, SIGINT); resolves when everything is closed. The process is
 * then ended a second later, with the exit code that was set, should anything hold it.
 * A second signal ends the process at once, as without this function.
 */
export async function closeOnSignal(server: Pick<RunningServer, 'close'>): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve();
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
  await server.close();
  // Such as a request to somebody's purge endpoint. It does not hold the process itself.
  setTimeout(() => process.exit(), lingerMs).unref();
}
