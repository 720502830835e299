import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { foldDigits } from '../../src/text/fold-digits.ts';
import { anyText } from './any-text.ts';

/** The digit row of Microsoft's Vietnamese layout, 0 to 9. */
const row = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const capitals = ['Đ', 'Ă', 'Â', 'Ê', 'Ô', ...row.slice(5)];

const code = fc.array(fc.nat(9), { minLength: 4, maxLength: 8 });

describe('foldDigits', () => {
  it('gives back any code typed on the Vietnamese layout, in the order of the keys', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(row, capitals), (digits, keys) => {
        const typed = digits.map((digit) => keys[digit]).join('');
        assert.equal(foldDigits(typed), digits.join(''));
      }),
    );
  });

  it('reads a letter with shape and tone as the shape, then the tone', () => {
    const letters = { ầ: '25', ậ: '29', ặ: '19', Ằ: '15', ễ: '37', ổ: '46', ộ: '49', ấ: '28' };
    for (const [letter, digits] of Object.entries(letters)) {
      assert.equal(foldDigits(letter), digits);
      assert.equal(foldDigits(letter.normalize('NFD')), digits);
    }
  });

  it('keeps the order of two standing tone marks, which Unicode would sort', () => {
    assert.equal(foldDigits('ă\u0301\u0323'), '189');
    assert.equal(foldDigits('ă\u0323\u0301'), '198');
  });

  it('reads spacing accents as the marks', () => {
    assert.equal(foldDigits('` ˋ ~ ˜ ´ ˊ'), '557788');
  });

  it('reads digits of every script', () => {
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
      const digits = format.format(1234567890);
      if (!/^\p{Nd}{10}$/u.test(digits)) continue;
      assert.equal(foldDigits(digits), '1234567890', numberingSystem);
    }
    assert.equal(foldDigits('１２３'), '123');
    assert.equal(foldDigits('٤٥٦'), '456');
    assert.equal(foldDigits('𝟕𝟖𝟗'), '789');
  });

  it('drops spaces, dots, hyphens and invisible characters', () => {
    const between = [
      ' ',
      '\u00A0',
      '\u3000',
      '\t',
      '\n',
      '.',
      '．',
      '…',
      '-',
      '‐',
      '‑',
      '–',
      '—',
      '−',
    ];
    between.push('\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u202E');
    for (const character of between) {
      assert.equal(
        foldDigits(`${character}12${character}3${character}`),
        '123',
        JSON.stringify(character),
      );
    }
  });

  it('reads o as 0 and l, i, | as 1', () => {
    assert.equal(foldDigits('oOlIi|'), '001111');
  });

  it('keeps everything else for the check to name', () => {
    for (const typed of ['a', '12a', 'ơ', 'x²y', 'L', '１２３, 4']) {
      assert.doesNotMatch(foldDigits(typed), /^\d*$/, typed);
    }
  });

  it('looks at no more than 64 characters', () => {
    assert.equal(foldDigits('7'.repeat(100_000)), '7'.repeat(64));
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const once = foldDigits(typed);
        if (once.length <= 64) assert.equal(foldDigits(once), once);
      }),
      { numRuns: 2000 },
    );
  });
});
