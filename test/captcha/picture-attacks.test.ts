import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Attack, countSolved } from '../bench/security-code/attacks/attack.ts';
import { learnCommandLetters } from '../bench/security-code/attacks/command-letters.ts';
import { learnOutlineGeometry } from '../bench/security-code/attacks/outline-geometry.ts';
import { drawMany, drawSeeded, drawStock } from '../bench/security-code/support/sample.ts';
import { createSeededRandom } from '../bench/security-code/support/seeded-random.ts';

const known = 1000;
const fresh = 200;

// Seeded, so that no run fails by bad luck; attack-markup.ts tries new pictures each time, and more of them.
const random = createSeededRandom('picture-attacks');
const ours = drawMany(() => drawSeeded(random), known + fresh);
const stock = drawMany(drawStock, known + fresh);

const attacks: readonly (readonly [name: string, learn: Attack])[] = [
  ['command letters', learnCommandLetters],
  ['the geometry of outlines', learnOutlineGeometry],
];

describe('a solver that reads the markup (S7)', () => {
  for (const [name, learn] of attacks) {
    it(`gets at most 1 % of our codes by ${name}, though it gets 95 % of stock ones`, () => {
      const solve = (samples: typeof ours): number =>
        countSolved(learn(samples.slice(0, known)), samples.slice(known));
      const [solvedStock, solvedOurs] = [solve(stock), solve(ours)];
      assert.ok(solvedStock >= 0.95 * fresh, `stock: solved ${solvedStock} of ${fresh}`);
      assert.ok(solvedOurs <= 0.01 * fresh, `ours: solved ${solvedOurs} of ${fresh}`);
    });
  }
});
