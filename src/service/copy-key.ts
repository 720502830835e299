import { createHmac } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import { foldCompatible } from '../text/fold-compatible.ts';
import { textKey } from '../text/text-key.ts';
import { deriveKeys } from './derive-key.ts';

/** Key by which two comments say the same (T-17); nothing for what many people say in the same few words. */
export type CopyKey = (content: string) => string | undefined;

const keyPurpose = 'reader-comments copies 1';
const hashBytes = 12;

/**
 * Letters and digits below which a text is no copy of another: "Tôi hoàn toàn đồng ý với ý kiến của tác giả" has 31, and
 * many readers write it. Counted in letters, for not every language parts its words.
 */
const minLetters = 40;

/**
 * Keys of texts, no matter how they are spaced, punctuated, in capitals or not, or on which vowel a tone stands. Keyed
 * hashes (HMAC-SHA-256 by the first secret), so that nobody who has a copy of the database can look for a text in it
 * that has been erased.
 * @returns Takes a normalised text; gives 16 characters of base64url.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createCopyKey(secret: Secrets): CopyKey {
  const [key] = deriveKeys(secret, keyPurpose);
  return (content) => {
    const skeleton = textKey(foldCompatible(content)).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    if (skeleton.length < minLetters) return undefined;
    return createHmac('sha256', key).update(skeleton).digest().toString('base64url', 0, hashBytes);
  };
}
