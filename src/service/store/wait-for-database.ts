import { randomInt } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ServiceLog } from '../service-log.ts';
import { isDatabaseGone } from './database-gone.ts';

/** How a service waits for a database that is not there when it starts. */
export interface DatabaseWait {
  /** Takes one line for each try. */
  readonly log: ServiceLog;
  /** Ends the wait, which then rejects with its reason. Default never. */
  readonly signal?: AbortSignal | undefined;
  /** Waits between two tries, in milliseconds; given by tests. */
  readonly pause?: (ms: number, options: { readonly signal?: AbortSignal }) => Promise<unknown>;
}

const firstPauseMs = 500;
const longestPauseMs = 10_000;

/** A code tells nothing but what happened; a message may quote an address. */
const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error && Reflect.get(error, 'code');
  return typeof code === 'string' ? code : 'no answer';
};

/**
 * Tries until the database can be reached. Pauses grow to ten seconds, each a half to the whole of its length by chance,
 * so that instances which start together do not come all at once.
 * @param place What the log calls the database: host, port and name.
 * @throws what `open` throws for any other reason, at once.
 */
export async function waitForDatabase<T>(
  open: () => Promise<T>,
  place: string,
  { log, signal, pause = (ms, options) => pauseFor(ms, undefined, options) }: DatabaseWait,
): Promise<T> {
  for (let longestMs = firstPauseMs; ; longestMs = Math.min(2 * longestMs, longestPauseMs)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await open();
    } catch (error) {
      if (!isDatabaseGone(error)) throw error;
      const ms = randomInt(longestMs / 2, longestMs + 1);
      log(
        `The database at ${place} cannot be reached (${codeOf(error)}); trying again in ${(ms / 1000).toFixed(1)} s.`,
      );
      // oxlint-disable-next-line no-await-in-loop
      await pause(ms, signal ? { signal } : {});
    }
  }
}
