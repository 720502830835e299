import type { OnRemoval } from './announce-removals.ts';
import type { ServiceLog } from './service-log.ts';
import type { Settings } from './settings.ts';

/** How long the endpoint may take, in milliseconds. */
const timeoutMs = 5000;

const post = async (url: string, secret: string | undefined, body: string): Promise<string> => {
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
 * Posts each removal as JSON to the site's purge endpoint, which tells its CDN; a second time where the first failed.
 * A failure is one line of the log, without the secret and what stands after the path: caches then let go by themselves,
 * within 40 seconds. Nothing where no endpoint is set.
 */
export function createPurgeHook(
  { purgeUrl, purgeSecret }: Pick<Settings, 'purgeUrl' | 'purgeSecret'>,
  log: ServiceLog,
): OnRemoval | undefined {
  if (purgeUrl === undefined) return undefined;
  return async (removal) => {
    const body = JSON.stringify(removal);
    const first = await post(purgeUrl, purgeSecret, body);
    const failure = first && (await post(purgeUrl, purgeSecret, body));
    if (failure === '') return;
    const { origin, pathname } = new URL(purgeUrl);
    log(`The purge endpoint ${origin}${pathname} failed twice: ${failure}`);
  };
}
