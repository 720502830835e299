import { hashAnswer } from '../../src/captcha/token/answer-hash.ts';
import { openToken } from '../../src/captcha/token/challenge-token.ts';
import { createKeyRing } from '../../src/captcha/token/token-keys.ts';

/**
 * The digits of a code, for who knows the secret: all there can be are tried. A picture can be read by nobody here.
 * @throws Error when the token is of another secret or article.
 */
export function readCode(token: string, article: string, secret: string): string {
  const opened = openToken(createKeyRing(secret), article, token);
  if (!opened) throw new Error('the token cannot be opened');
  const wanted = Buffer.from(opened.answerHash);
  for (let number = 0; number < 1_000_000; number += 1) {
    const code = String(number).padStart(6, '0');
    // No code has two equal neighbours.
    if (/(\d)\1/.test(code)) continue;
    if (wanted.equals(hashAnswer(opened.keys.hashing, opened.id, { answer: code }))) return code;
  }
  throw new Error('no code of six digits fits');
}
