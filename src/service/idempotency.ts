import { createHmac, type KeyObject } from 'node:crypto';
import type { Secrets } from '../captcha/index.ts';
import type { CommentDraft } from '../protocol/types.ts';
import { deriveKeys } from './derive-key.ts';
import type { AcceptedPost, PostOutcome, ReceivedPost } from './post-comment.ts';
import type { StoreTransaction } from './store/comment-store.ts';

/** Gives the answer to a post again when the same post comes again. */
export interface Idempotency {
  /**
   * First in the transaction of a post: the answer this very post had before, or a refusal when its key came with
   * another comment. Spends nothing.
   */
  recall(post: ReceivedPost, transaction: StoreTransaction): Promise<PostOutcome | undefined>;
  /** Last in the transaction: keeps the answer for a repetition. Refusals are never kept. */
  remember(
    post: ReceivedPost,
    accepted: AcceptedPost,
    transaction: StoreTransaction,
  ): Promise<void>;
}

const keyPurpose = 'reader-comments idempotency 1';

/** How long an answer is remembered (design: "Idempotency"). */
const lifeSeconds = 24 * 60 * 60;

/**
 * The text a fingerprint is made of. The schema has put the members in its own order and dropped what it does not know; JSON tells lone surrogates apart, which UTF-8 cannot.
 */
const canonicalText = (draft: CommentDraft): string =>
  JSON.stringify({ ...draft, challenge: undefined, trap: undefined });

const hash = (key: KeyObject, what: 'key' | 'comment', text: string): string =>
  createHmac('sha256', key).update(`${what} ${text}`).digest('base64url');

/**
 * Remembers answers by the `Idempotency-Key` of their posts (design: "Idempotency").
 *
 * A key is one for the whole service: with another article, reader or text it is `key-reused`. A remembered answer
 * holds a receipt, so the key alone gives nothing away: whoever sends it must send the whole comment with it too, the
 * email included, which no public answer holds. A stranger who knows a key learns that it was used, and no more; keys
 * are to be random all the same, for then nobody can take one before its reader does.
 *
 * Of both, key and comment, only keyed hashes are stored (HMAC-SHA-256, key by HKDF from the secret): a stolen copy of
 * the database gives nobody a key to send, and no text or email could be guessed from what an erased comment left.
 * Hashes are made with the first secret and looked for with all.
 * @throws {ConfigurationError} `SECRET_MISSING` without a secret, `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createIdempotency(secret: Secrets): Idempotency {
  const hashingKeys = deriveKeys(secret, keyPurpose);
  const [firstKey] = hashingKeys;

  return {
    async recall({ key, draft }, transaction) {
      if (key === undefined) return undefined;
      const places = hashingKeys.map((hashingKey) => ({
        hashingKey,
        place: hash(hashingKey, 'key', key),
      }));
      // In the same order whichever secret is the first here, so that no two transactions wait for each other.
      for (const { hashingKey, place } of places.toSorted((a, b) => (a.place < b.place ? -1 : 1))) {
        // oxlint-disable-next-line no-await-in-loop -- one connection
        const answer = await transaction.recallAnswer(place);
        if (!answer) continue;
        if (answer.fingerprint !== hash(hashingKey, 'comment', canonicalText(draft))) {
          return { kind: 'refused', code: 'key-reused', isCodeGone: false };
        }
        const { comment, status } = answer;
        return { kind: 'accepted', comment, status, isRepeated: true };
      }
      return undefined;
    },

    async remember({ key, draft }, { comment, status }, transaction) {
      if (key === undefined) return;
      const answer = {
        fingerprint: hash(firstKey, 'comment', canonicalText(draft)),
        comment: comment.id,
        status,
      };
      await transaction.rememberAnswer(hash(firstKey, 'key', key), answer, lifeSeconds);
    },
  };
}
