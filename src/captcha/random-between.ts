import { randomFillSync } from 'node:crypto';

// Drawn from in bulk: a picture takes about a hundred numbers, and a call into the generator costs more than they do.
const pool = new Uint32Array(1024);
let used = pool.length;

/** Gives a random number of at least `min` and less than `max`. */
export type RandomBetween = (min: number, max: number) => number;

/**
 * A random number of at least `min` and less than `max`, from the system's secure generator: with a guessable
 * one, a picture would tell how the next visitors' pictures are distorted.
 */
export function randomBetween(min: number, max: number): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const share = (pool[used] ?? 0) / 2 ** 32;
  used += 1;
  return min + (max - min) * share;
}
