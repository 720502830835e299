import type { RunningServer } from './node.ts';

/**
 * Stops the server when the process is told to end (SIGTERM, SIGINT); resolves when everything is closed.
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
}
