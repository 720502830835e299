import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { WorkTask } from '../../src/protocol/types.ts';

/** Does a task by ALTCHA's own solver: the key that was found, and how many were tried. */
export async function solveWork({
  tries: _tries,
  ...parameters
}: WorkTask): Promise<{ key: string; tried: number }> {
  const solution = await solveChallenge({ challenge: { parameters }, deriveKey });
  if (!solution) throw new Error('there is no such key');
  return { key: solution.derivedKey, tried: solution.counter + 1 };
}
