import type { RunningServer } from './node.ts';

/** How long the process may go on by itself once all is closed, in milliseconds. */
const lingerMs = 1000;

/**
 * Aborted when the process is told to end (SIGTERM, SIGINT). A second signal ends the process at once, as without this
 * function.
 */
export function listenForStop(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    stopping.abort();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return stopping.signal;
}

/**
 * Stops the server when the process is told to end, or was by `stopping`; resolves when everything is closed. The
 * process is then ended a second later, with the exit code that was set, should anything hold it.
 */
export async function closeOnSignal(
  server: Pick<RunningServer, 'close'>,
  stopping: AbortSignal = listenForStop(),
): Promise<void> {
  if (!stopping.aborted) {
    await new Promise<void>((resolve) => {
      stopping.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  await server.close();
  // Such as a request to somebody's purge endpoint. It does not hold the process itself.
  setTimeout(() => process.exit(), lingerMs).unref();
}
