import { randomBytes } from 'node:crypto';
import { hashAnswer } from '../../../src/captcha/token/answer-hash.ts';
import { idBytes, sealToken } from '../../../src/captcha/token/challenge-token.ts';
import { createKeyRing } from '../../../src/captcha/token/token-keys.ts';
import type { CommentDraft } from '../../../src/protocol/index.ts';

/** The secret of every service that a bench starts; whoever knows it can seal tokens. */
export const benchSecret = 'a secret for benches of more than 32 bytes';

const code = '135790';
const lifetimeSeconds = 1800;
/** A younger code holds the comment for the newsroom. */
const ageMs = 10_000;

/**
 * Makes drafts whose security code is solved, by sealing tokens as the service does: a bench that asked for each code
 * would measure the drawing of pictures as well.
 */
export function createSolvedDrafts(article: string): (content: string) => CommentDraft {
  const { first: keys } = createKeyRing(benchSecret);
  return (content) => {
    const id = randomBytes(idBytes);
    const answerHash = hashAnswer(keys.hashing, id, { answer: code });
    const issuedAtMs = Date.now() - ageMs;
    const form = { kind: 'picture' } as const;
    const token = sealToken(keys, article, {
      form,
      hasWork: false,
      issuedAtMs,
      lifetimeSeconds,
      id,
      answerHash,
    });
    return {
      article,
      name: 'Nguyễn Thị Bình',
      address: 'Phường Bến Thành, Thành phố Hồ Chí Minh',
      email: 'binh@example.vn',
      content,
      challenge: { token, answer: code },
    };
  };
}
