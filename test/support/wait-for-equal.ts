import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Waits until what is read equals what is expected, and says how they differ when it has not for ten seconds. */
export async function waitForEqual(
  read: () => unknown,
  expected: unknown,
  what?: string,
): Promise<void> {
  const end = Date.now() + 10_000;
  let found = await read();
  while (Date.now() < end && !isDeepStrictEqual(found, expected)) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await setTimeout(25);
    // oxlint-disable-next-line no-await-in-loop
    found = await read();
  }
  assert.deepEqual(found, expected, what);
}
