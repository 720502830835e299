import { createHash } from 'node:crypto';
import type { RandomBetween } from '../../../../src/captcha/random-between.ts';

/** Numbers that are random to the eye and the same for the same seed, so that a printed seed gives the same pictures. */
export function createSeededRandom(seed: string): RandomBetween {
  let count = 0;
  return (min, max) => {
    count += 1;
    const hash = createHash('sha256').update(`${seed} ${count}`).digest();
    return min + ((max - min) * hash.readUInt32BE(0)) / 2 ** 32;
  };
}
