import { setTimeout as pauseFor } from 'node:timers/promises';
import type { OnRemoval } from './announce-removals.ts';
import type { ServiceLog } from './service-log.ts';
import type { Settings } from './settings.ts';

/** How long a purge takes at most; given by tests. */
export interface PurgeTiming {
  /** How long the endpoint may take to answer, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
  /** Waits before the second attempt. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** An endpoint that is being restarted is often back by then, in milliseconds. */
const pauseMs = 1000;

interface Post {
  readonly url: string;
  readonly secret: string | undefined;
  readonly body: string;
  readonly timeoutMs: number;
}

/** What went wrong; empty where nothing did. */
const post = async ({ url, secret, body, timeoutMs }: Post): Promise<string> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(secret !== undefined && { Authorization: `Bearer ${secret}` }),
      },
      body,
      // Another address would be shown the secret.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok ? '' : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'no connection';
  }
};

/**
 * Posts each removal as JSON to the site's purge endpoint, which tells its CDN; a second time, after a second, where the
 * first failed. A failure is one line of the log, without the secret and what stands after the path: caches then let go by themselves,
 * within 40 seconds. Nothing where no endpoint is set.
 */
export function createPurgeHook(
  { purgeUrl, purgeSecret }: Pick<Settings, 'purgeUrl' | 'purgeSecret'>,
  log: ServiceLog,
  { timeoutMs = 5000, pause = pauseFor }: PurgeTiming = {},
): OnRemoval | undefined {
  if (purgeUrl === undefined) return undefined;
  return async (removal) => {
    const message = {
      url: purgeUrl,
      secret: purgeSecret,
      body: JSON.stringify(removal),
      timeoutMs,
    };
    if ((await post(message)) === '') return;
    await pause(pauseMs);
    const failure = await post(message);
    if (failure === '') return;
    const { origin, pathname } = new URL(purgeUrl);
    log(`The purge endpoint ${origin}${pathname} failed twice: ${failure}`);
  };
}
