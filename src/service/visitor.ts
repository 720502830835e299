import { createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import { deriveKeys } from './derive-key.ts';
import { createSignedIds } from './signed-id.ts';

/** Who showed a visitor's token: one browser, as far as anybody knows. */
export interface Visitor {
  /**
   * What is kept of the visitor with one comment: the same each time, and another one for each comment, so that nobody
   * can tell from what is kept which comments one visitor liked. 22 characters of base64url.
   */
  readonly markOn: (commentId: string) => string;
}

/** Hands out and reads the tokens that stand for browsers: without account, profile or cookie. */
export interface Visitors {
  /** 64 characters of base64url: a random id, signed with the first secret. */
  readonly issue: () => string;
  /** The visitor a token was issued to, whichever secret has signed it; nothing for any other text. */
  readonly read: (token: string) => Visitor | undefined;
}

const tokenPurpose = 'reader-comments visitor 1';
const markPurpose = 'reader-comments visitor marks 1';
const idBytes = 16;
const markBytes = 16;

/**
 * Visitors are known by their tokens alone; nothing is stored when one is issued.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createVisitors(
  secret: Secrets,
  {
    newId = () => randomBytes(idBytes),
  }: {
    /** Makes the ids, 16 random bytes each. */
    readonly newId?: () => Uint8Array;
  } = {},
): Visitors {
  const tokens = createSignedIds(secret, tokenPurpose);
  const markKeys = deriveKeys(secret, markPurpose);
  return {
    issue: () => tokens.sign(newId()),
    read(token) {
      const signed = tokens.read(token);
      // Of the secret that signed the token: a newer one must not let its visitor like everything once more.
      const key = signed && markKeys[signed.signer];
      if (!signed || !key) return undefined;
      return {
        markOn: (commentId) =>
          createHmac('sha256', key)
            .update(signed.id)
            .update(commentId)
            .digest()
            .toString('base64url', 0, markBytes),
      };
    },
  };
}
