import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostileTexts, measureGrowth, textFunctions } from './hostile-text.ts';

// 32 times the text: linear work grows 32 times, quadratic 1,024. Between them lies room for the collector, which comes in
// at some length and takes up to four times as much, and for a busy machine.
const size = { length: 2048, factor: 32, floorMs: 8 };
const maxGrowth = 350;

/** What is quadratic grows beyond the bound every time; a busy machine makes it seem so now and then. */
const growsTooFast = (run: (text: string) => unknown, make: (length: number) => string): boolean =>
  [1, 2, 3, 4, 5].every(() => measureGrowth(run, make, size).growth > maxGrowth);

const backtracking = (text: string): boolean => /a+@/.test(text);

describe('work on hostile texts grows with their length, not with its square (S26)', () => {
  for (const [name, run] of Object.entries(textFunctions)) {
    it(name, () => {
      for (const [kind, make] of Object.entries(hostileTexts)) {
        assert.equal(growsTooFast(run, make), false, `${name} on ${kind}`);
      }
    });
  }

  it('finds a pattern that backtracks', () => {
    assert.equal(
      growsTooFast(backtracking, (length) => 'a'.repeat(length / 4)),
      true,
    );
  });
});
