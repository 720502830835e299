import { createHmac, hkdfSync } from 'node:crypto';
import { ConfigurationError } from './configuration-error.ts';
import { minSecretBytes } from './setting-checks.ts';

const keyPurpose = 'reader-comments receipt 1';

/**
 * Makes the receipts by which senders may ask what became of their comments: the id with a keyed hash
 * (HMAC-SHA-256, key by HKDF from the service's secret), 64 characters of base64url.
 * Whoever holds it is taken for the sender; nothing of it is stored.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createReceipts(secret: string | Uint8Array): (commentId: string) => string {
  const bytes = Buffer.byteLength(secret);
  if (bytes < minSecretBytes) {
    const sentence = `The secret needs at least ${minSecretBytes} bytes and has ${bytes}; give a longer one.`;
    throw new ConfigurationError('SECRET_TOO_SHORT', sentence);
  }
  const key = Buffer.from(hkdfSync('sha256', secret, '', keyPurpose, 32));
  return (commentId) => {
    const id = Buffer.from(commentId.replaceAll('-', ''), 'hex');
    const proof = createHmac('sha256', key).update(id).digest();
    return Buffer.concat([id, proof]).toString('base64url');
  };
}
