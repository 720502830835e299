import { pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { WorkTask } from '../../protocol/types.ts';

/** A task, and the key that is its answer. */
export interface SolvedTask {
  readonly task: WorkTask;
  /** Hexadecimal; see `workKeyPattern`. */
  readonly key: string;
}

const derive = promisify(pbkdf2);

/**
 * Iterations for one key. Many enough that a browser's hop to its own code and back is the smaller part of a key, few
 * enough that making a task, which takes one key, costs the server a third of a millisecond.
 */
const cost = 1000;
const keyBytes = 32;
const counterAt = 16;

/**
 * Makes a task of which `difficulty` keys are tried on the average. The scheme is that of ALTCHA 2 with a known counter:
 * a key is PBKDF2 of the nonce and a counter, and the one is looked for that begins as told. The counter is drawn evenly,
 * so a reader never waits more than twice the average, and to give up early and ask for another task gains nothing.
 * Only the first half of the key is told: an answer is the other half too, which nobody guesses.
 */
export async function createWorkTask(difficulty: number): Promise<SolvedTask> {
  const tries = 2 * difficulty;
  const password = randomBytes(counterAt + 4);
  const nonce = password.subarray(0, counterAt).toString('hex');
  password.writeUInt32BE(randomInt(tries), counterAt);
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost, keyBytes, 'sha256');
  return {
    task: {
      algorithm: 'PBKDF2/SHA-256',
      nonce,
      salt: salt.toString('hex'),
      cost,
      keyLength: keyBytes,
      keyPrefix: key.toString('hex', 0, keyBytes / 2),
      tries,
    },
    key: key.toString('hex'),
  };
}
