import { createHmac } from 'node:crypto';
import { deriveKey } from './derive-key.ts';

const keyPurpose = 'reader-comments receipt 1';

/**
 * Makes the receipts by which senders may ask what became of their comments: the id with a keyed hash
 * (HMAC-SHA-256, key by HKDF from the service's secret), 64 characters of base64url.
 * Whoever holds it is taken for the sender; nothing of it is stored.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createReceipts(secret: string | Uint8Array): (commentId: string) => string {
  const key = deriveKey(secret, keyPurpose);
  return (commentId) => {
    const id = Buffer.from(commentId.replaceAll('-', ''), 'hex');
    const proof = createHmac('sha256', key).update(id).digest();
    return Buffer.concat([id, proof]).toString('base64url');
  };
}
