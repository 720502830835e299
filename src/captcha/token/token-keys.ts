import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CaptchaError } from '../captcha-error.ts';

/** A secret of at least 32 bytes; a string is taken as its UTF-8 bytes. */
export type Secret = string | Uint8Array;

/** One secret, or a list of them for rotation: the first makes what is new, all are good for what was made before. */
export type Secrets = Secret | readonly Secret[];

/** What one secret is used as. */
export interface TokenKeys {
  /** 0–255; tokens name the key they were sealed by with it. */
  readonly kid: number;
  /** AES-256 key that seals tokens. */
  readonly sealing: KeyObject;
  /** HMAC-SHA-256 key that hashes answers; another one, so that neither use can serve the other. */
  readonly hashing: KeyObject;
}

/** The keys in use: the first seals, all open. */
export interface KeyRing {
  readonly first: TokenKeys;
  /** The keys of this number: mostly one or none, as it is short. */
  findAll(kid: number): readonly TokenKeys[];
}

const minSecretBytes = 32;

const derive = (secret: Uint8Array, use: string, bytes: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'reader-comments/captcha/1', use, bytes));

// A key object, since Node makes one of plain bytes at every use, which takes longer than the use.
const deriveKey = (secret: Uint8Array, use: string): KeyObject =>
  createSecretKey(derive(secret, use, 32));

function deriveKeys(secret: Secret): TokenKeys {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  if (bytes.length < minSecretBytes) {
    throw new CaptchaError(
      'SECRET_TOO_SHORT',
      `secret needs at least ${minSecretBytes} bytes, got ${bytes.length}`,
    );
  }
  // Made of the secret, so that nobody has to number secrets alike on all instances.
  const [kid = 0] = derive(bytes, 'kid', 1);
  return { kid, sealing: deriveKey(bytes, 'seal'), hashing: deriveKey(bytes, 'answer') };
}

/** The secrets as a list, be it one or several. */
export const listSecrets = (secrets: Secrets): readonly Secret[] =>
  typeof secrets === 'string' || secrets instanceof Uint8Array ? [secrets] : secrets;

/**
 * Derives the keys of every secret (HKDF, RFC 5869).
 * @throws {CaptchaError} `SECRETS_EMPTY` or `SECRET_TOO_SHORT`.
 */
export function createKeyRing(secrets: Secrets): KeyRing {
  const keys = listSecrets(secrets).map(deriveKeys);
  const [first] = keys;
  if (!first) throw new CaptchaError('SECRETS_EMPTY', 'secret is an empty list');
  return { first, findAll: (kid) => keys.filter((each) => each.kid === kid) };
}
