import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWordLists } from '../../../src/service/read-word-lists.ts';
import { createWordFinder } from '../../../src/service/rules/signals/find-word-signals.ts';
import { measureGrowth } from '../../text/hostile-text.ts';

// 32 times the text: linear work grows 32 times, quadratic 1,024 (as in the tests of `src/text`).
const size = { length: 2048, factor: 32, floorMs: 8 };
const maxGrowth = 350;

const find = createWordFinder(readWordLists({ banWords: ['own'], suspectWords: ['own'] }));
const run = (content: string): unknown => find({ name: '', address: '', content });

describe('the word finder on texts full of listed words (S26)', () => {
  for (const piece of [
    'vcl ',
    'v.c.l ',
    'đ*t ',
    'c4c',
    'dit me may ',
    'địt mẹ mày ',
    'vay nhanh. ',
  ]) {
    it(`grows with their length, not with its square: ${piece}`, () => {
      const make = (length: number): string => piece.repeat(length / piece.length);
      const isQuadratic = [1, 2, 3, 4, 5].every(
        () => measureGrowth(run, make, size).growth > maxGrowth,
      );
      assert.equal(isQuadratic, false);
    });
  }

  it('finds them all the same, as many places as a signal names', () => {
    const [signal] = find({ name: '', address: '', content: 'v.c.l '.repeat(1000).trim() });
    assert.equal(signal?.offsets.length, 50);
  });
});
