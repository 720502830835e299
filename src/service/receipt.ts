import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import { deriveKeys } from './derive-key.ts';

/** Makes and reads the receipts by which senders may ask what became of their comments. */
export interface Receipts {
  /** 64 characters of base64url, made with the first secret. */
  readonly make: (commentId: string) => string;
  /** The id of the comment that a receipt was made for, by whichever secret; nothing for any other text. */
  readonly read: (receipt: string) => string | undefined;
}

const keyPurpose = 'reader-comments receipt 1';

const idBytes = 16;
const spelling = /^[\w-]{64}$/;

const prove = (key: KeyObject, id: Uint8Array): Buffer =>
  createHmac('sha256', key).update(id).digest();

const toUuid = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * Receipts are the id with a keyed hash (HMAC-SHA-256, key by HKDF from the service's secret).
 * Whoever holds one is taken for the sender; nothing of it is stored.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createReceipts(secret: Secrets): Receipts {
  const keys = deriveKeys(secret, keyPurpose);
  return {
    make(commentId) {
      const id = Buffer.from(commentId.replaceAll('-', ''), 'hex');
      return Buffer.concat([id, prove(keys[0], id)]).toString('base64url');
    },
    read(receipt) {
      if (!spelling.test(receipt)) return undefined;
      const bytes = Buffer.from(receipt, 'base64url');
      const [id, proof] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
      return keys.some((key) => timingSafeEqual(prove(key, id), proof)) ? toUuid(id) : undefined;
    },
  };
}
