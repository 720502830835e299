import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { foldDigits } from '../../text/fold-digits.ts';
import type { OpenedToken } from './challenge-token.ts';

/** Bytes of an answer hash. */
export const answerHashBytes = 16;

const halfBytes = answerHashBytes / 2;

/** What a reader answers with. */
export interface Answer {
  /** The code as it was typed, or the key that was found. */
  readonly answer: string;
  /** The key that was found beside a code. */
  readonly workKey?: string | undefined;
}

/**
 * Keyed hash of a folded answer, bound to one token's id: the same code in two tokens has two hashes,
 * and without the key the few codes there are cannot be tried out. Of a code and the work beside it a half each is kept:
 * 64 bits are more than anybody finds by one attempt.
 */
export function hashAnswer(
  key: KeyObject,
  id: Uint8Array,
  { answer, workKey }: Answer,
): Uint8Array {
  const hash = (text: string): Buffer => createHmac('sha256', key).update(id).update(text).digest();
  const whole = hash(answer);
  if (workKey === undefined) return whole.subarray(0, answerHashBytes);
  return Buffer.concat([whole.subarray(0, halfBytes), hash(workKey).subarray(0, halfBytes)]);
}

/** Whether an answer is the one a token was sealed for; `incomplete`: the code is right, the work beside it is not. */
export function judgeAnswer(
  { keys, id, form, hasWork, answerHash }: OpenedToken,
  { answer, workKey = '' }: Answer,
): 'passed' | 'incomplete' | 'wrong' {
  const given = form.kind === 'work' ? answer : foldDigits(answer);
  const hash = hashAnswer(keys.hashing, id, { answer: given, ...(hasWork && { workKey }) });
  if (timingSafeEqual(hash, answerHash)) return 'passed';
  const isCode = timingSafeEqual(hash.subarray(0, halfBytes), answerHash.subarray(0, halfBytes));
  return isCode && hasWork ? 'incomplete' : 'wrong';
}
