import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CaptchaError } from '../captcha-error.ts';

/** A secret of at least 32 bytes; a string is taken as its UTF-8 bytes. */
export type Secret = string | Uint8Array;

/** A secret with the number that tokens name it by, for rotation. */
export interface NumberedSecret {
  /** 0–255, one per secret, never given to another secret. */
  readonly kid: number;
  readonly secret: Secret;
}

/** What one secret is used as. */
export interface TokenKeys {
  readonly kid: number;
  /** AES-256 key that seals tokens. */
  readonly sealing: KeyObject;
  /** HMAC-SHA-256 key that hashes answers; another one, so that neither use can serve the other. */
  readonly hashing: KeyObject;
}

/** The keys in use: the first seals, all open. */
export interface KeyRing {
  readonly first: TokenKeys;
  find(kid: number): TokenKeys | undefined;
}

const minSecretBytes = 32;

// A key object, since Node makes one of plain bytes at every use, which takes longer than the use.
const derive = (secret: Uint8Array, use: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, 'reader-comments/captcha/1', use, 32)));

function deriveKeys({ kid, secret }: NumberedSecret): TokenKeys {
  if (!Number.isInteger(kid) || kid < 0 || kid > 255) {
    throw new CaptchaError('KID_OUT_OF_RANGE', `kid is a whole number of 0–255, got ${kid}`);
  }
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  if (bytes.length < minSecretBytes) {
    throw new CaptchaError(
      'SECRET_TOO_SHORT',
      `secret needs at least ${minSecretBytes} bytes, got ${bytes.length}`,
    );
  }
  return { kid, sealing: derive(bytes, 'seal'), hashing: derive(bytes, 'answer') };
}

/**
 * Derives the keys of every secret (HKDF, RFC 5869). A secret without a number has `kid` 0.
 * @throws {CaptchaError} `SECRETS_EMPTY`, `SECRET_TOO_SHORT`, `KID_OUT_OF_RANGE` or `KID_REPEATED`.
 */
export function createKeyRing(secret: Secret | readonly NumberedSecret[]): KeyRing {
  const isSingle = typeof secret === 'string' || secret instanceof Uint8Array;
  const keys = (isSingle ? [{ kid: 0, secret }] : secret).map(deriveKeys);
  const [first] = keys;
  if (!first) throw new CaptchaError('SECRETS_EMPTY', 'secret is an empty list');
  const byKid = new Map(keys.map((each) => [each.kid, each]));
  if (byKid.size < keys.length) {
    throw new CaptchaError('KID_REPEATED', 'two secrets have the same kid');
  }
  return { first, find: (kid) => byKid.get(kid) };
}
