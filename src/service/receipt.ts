import type { Secrets } from '../captcha/index.ts';
import { createSignedIds } from './signed-id.ts';

/** Makes and reads the receipts by which senders may ask what became of their comments. */
export interface Receipts {
  /** 64 characters of base64url, made with the first secret. */
  readonly make: (commentId: string) => string;
  /** The id of the comment that a receipt was made for, by whichever secret; nothing for any other text. */
  readonly read: (receipt: string) => string | undefined;
}

const keyPurpose = 'reader-comments receipt 1';

const toUuid = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * Receipts are the comment's id, signed. Whoever holds one is taken for the sender.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createReceipts(secret: Secrets): Receipts {
  const { sign, read } = createSignedIds(secret, keyPurpose);
  return {
    make: (commentId) => sign(Buffer.from(commentId.replaceAll('-', ''), 'hex')),
    read(receipt) {
      const signed = read(receipt);
      return signed && toUuid(signed.id);
    },
  };
}
