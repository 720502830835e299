import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDigitCode } from '../../src/captcha/digit-code.ts';

describe('createDigitCode', () => {
  const codes = Array.from({ length: 10_000 }, () => createDigitCode(6));

  it('makes six digits without equal neighbours, 10,000 times', () => {
    for (const code of codes) {
      assert.match(code, /^[0-9]{6}$/);
      assert.doesNotMatch(code, /(.)\1/);
    }
  });

  it('uses every digit in every place', () => {
    for (let place = 0; place < 6; place += 1) {
      const digits = new Set(codes.map((code) => code[place]));
      assert.equal(digits.size, 10, `place ${place}`);
    }
  });

  it('follows every digit by every other one', () => {
    const pairs = new Set(codes.map((code) => code.slice(2, 4)));
    assert.equal(pairs.size, 90);
  });
});
