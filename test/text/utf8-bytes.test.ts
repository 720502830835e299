import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { countUtf8Bytes } from '../../src/text/utf8-bytes.ts';
import { anyText } from './any-text.ts';

describe('countUtf8Bytes', () => {
  it('counts 1 to 4 bytes a character, 3 for a lone surrogate', () => {
    const sizes = {
      '': 0,
      a: 1,
      đ: 2,
      ệ: 3,
      '👍': 4,
      '\uD83D': 3,
      '\uDC4D': 3,
      '\uD83Da': 4,
      '👨‍👩‍👧‍👦': 25,
    };
    for (const [text, bytes] of Object.entries(sizes)) {
      assert.equal(countUtf8Bytes(text), bytes, JSON.stringify(text));
    }
  });

  it('counts what an encoder writes, for any text', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(countUtf8Bytes(text), encoder.encode(text).length);
      }),
    );
  });
});
