import { createHmac, type KeyObject } from 'node:crypto';

/** Bytes of an answer hash. */
export const answerHashBytes = 16;

/**
 * Keyed hash of a folded answer, bound to one token's id: the same code in two tokens has two hashes,
 * and without the key the few codes there are cannot be tried out.
 */
export function hashAnswer(key: KeyObject, id: Uint8Array, answer: string): Uint8Array {
  return createHmac('sha256', key).update(id).update(answer).digest().subarray(0, answerHashBytes);
}
