import { createHmac } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import { deriveKeys } from './derive-key.ts';

const dayMs = 24 * 60 * 60 * 1000;
const hashBytes = 16;

/**
 * Hashes texts that tell people apart, with a key that is another one each day (UTC): hashes of two days cannot be
 * matched. The key of a day is made of the secret, so that all processes agree on it, and held in memory for that day
 * only; whoever has the secret could make it again.
 * @returns Takes the time in milliseconds since 1970; gives 22 characters of base64url.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createDayHash(
  secret: Secrets,
  purpose: string,
): (text: string, timeMs: number) => string {
  // Of several secrets the first counts: a change of it begins a new day, and no more.
  const [dayKeys] = deriveKeys(secret, purpose);
  let current: { readonly day: number; readonly key: Buffer } | undefined;
  const keyOf = (day: number): Buffer => {
    if (current?.day !== day) {
      current = { day, key: createHmac('sha256', dayKeys).update(String(day)).digest() };
    }
    return current.key;
  };
  return (text, timeMs) =>
    createHmac('sha256', keyOf(Math.floor(timeMs / dayMs)))
      .update(text)
      .digest()
      .toString('base64url', 0, hashBytes);
}
