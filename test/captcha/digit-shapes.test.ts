import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { digitOutlines } from '../../src/captcha/picture/digit-outlines.ts';
import { extractDigitShapes } from './digit-shapes/extract-digit-shapes.ts';

const module = new URL('../../src/captcha/picture/digit-shapes.ts', import.meta.url);

describe('the shapes of the digits', () => {
  it('are those of the fonts: write-digit-shapes.ts would write the same module', () => {
    assert.equal(readFileSync(module, 'utf8'), extractDigitShapes());
  });

  it('are at least four different ones of each digit, one high and around (0, 0)', () => {
    const all = Array.from('0123456789', digitOutlines);
    for (const outlines of all) {
      assert.ok(outlines.length >= 4, `${outlines.length} faces`);
      for (const loops of outlines) {
        const ys = loops.flatMap((loop) => loop.map(([, y]) => y));
        assert.ok(Math.abs(Math.min(...ys) + 0.5) < 0.01);
        assert.ok(Math.abs(Math.max(...ys) - 0.5) < 0.01);
      }
    }
    const shapes = all.flat().map((loops) => JSON.stringify(loops));
    assert.equal(new Set(shapes).size, shapes.length);
  });
});
