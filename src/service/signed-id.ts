import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import { deriveKeys } from './derive-key.ts';

/** An id that was read from a token. */
export interface SignedId {
  readonly id: Buffer;
  /** Place of the secret that has signed it, among all secrets. */
  readonly signer: number;
}

/** Makes and reads tokens that are an id and the proof that this service has given it out. */
export interface SignedIds {
  /** 64 characters of base64url for an id of 16 bytes, signed with the first secret. */
  readonly sign: (id: Uint8Array) => string;
  /** What a token holds, whichever secret has signed it; nothing for any other text. */
  readonly read: (token: string) => SignedId | undefined;
}

const idBytes = 16;
const spelling = /^[\w-]{64}$/;

const prove = (key: KeyObject, id: Uint8Array): Buffer =>
  createHmac('sha256', key).update(id).digest();

/**
 * Tokens of an id with its keyed hash (HMAC-SHA-256, key by HKDF from the service's secret): nothing of them is stored.
 * Those of one purpose are none of another.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createSignedIds(secret: Secrets, purpose: string): SignedIds {
  const keys = deriveKeys(secret, purpose);
  return {
    sign: (id) => Buffer.concat([id, prove(keys[0], id)]).toString('base64url'),
    read(token) {
      if (!spelling.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const [id, proof] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
      const signer = keys.findIndex((key) => timingSafeEqual(prove(key, id), proof));
      return signer < 0 ? undefined : { id, signer };
    },
  };
}
