import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFindSignals } from '../../../src/service/rules/find-signals.ts';
import { hostileTexts, measureGrowth } from '../../text/hostile-text.ts';

const repeat =
  (piece: string) =>
  (length: number): string =>
    piece.repeat(length / piece.length);

const baits: Readonly<Record<string, (length: number) => string>> = {
  ...hostileTexts,
  domains: repeat('a.com.'),
  'domains with paths': repeat('abc.vn/'),
  'one long label': (length) => `${'a'.repeat(length)}.com`,
  'almost telephone numbers': repeat('0 9 1 2 3 4 5 6 '),
  'look-alike digits': repeat('oIl|0'),
  emails: repeat('a@b.c'),
  accounts: repeat('zalo '),
  schemes: repeat('http://'),
  'spelt out': repeat('abc [.] '),
};

// 32 times the text: linear work grows 32 times, quadratic 1,024 (as in the tests of `src/text`).
const size = { length: 2048, factor: 32, floorMs: 8 };
const maxGrowth = 350;

describe('findSignals on hostile texts (S26)', () => {
  const find = createFindSignals({ accents: 'warn' });
  const run = (content: string): unknown =>
    find({ texts: { name: '', address: content, content }, draft: {}, codeAgeSeconds: 60 });

  for (const [kind, make] of Object.entries(baits)) {
    it(`grows with their length, not with its square: ${kind}`, () => {
      const isQuadratic = [1, 2, 3, 4, 5].every(
        () => measureGrowth(run, make, size).growth > maxGrowth,
      );
      assert.equal(isQuadratic, false);
    });
  }
});
