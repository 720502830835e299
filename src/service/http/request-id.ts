import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Header by which a request is told from others, in what comes in and in what goes out. */
export const requestIdHeader = 'X-Request-Id';

/** What proxies make, such as UUIDs and hexadecimal numbers. Nothing else a sender writes there gets into the log. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

const current = new AsyncLocalStorage<string>();

/** The id a request came with, where it is well-formed, or a new one. */
export const chooseRequestId = (given: string | undefined): string =>
  given !== undefined && wellFormed.test(given) ? given : randomUUID();

/** Does the work of a request, with {@link currentRequestId} to be asked in all that comes of it. */
export const runWithRequestId = <T>(id: string, work: () => T): T => current.run(id, work);

/** Id of the request that is being worked on; nothing outside of one. */
export const currentRequestId = (): string | undefined => current.getStore();
