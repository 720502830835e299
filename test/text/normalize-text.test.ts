import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { normalizeEmail, normalizeLine, normalizeText } from '../../src/text/normalize-text.ts';
import { anyText } from './any-text.ts';
import { toCp1258, vietnameseText } from './vietnamese.ts';

/** Asserts `normalize(typed) === normal` for each pair, with the pair in the message. */
function gives(
  normalize: (typed: string) => string,
  pairs: Readonly<Record<string, string>>,
): void {
  for (const [typed, normal] of Object.entries(pairs)) {
    assert.equal(normalize(typed), normal, JSON.stringify(typed));
  }
}

describe('normalizeText (T-3)', () => {
  it('makes lone surrogates U+FFFD and leaves pairs alone', () => {
    gives(normalizeText, { 'a\uD83Db': 'a\uFFFDb', '\uDC69a': '\uFFFDa', '👩': '👩' });
  });

  it('writes every line break as LF', () => {
    gives(normalizeText, { 'a\r\nb\rc\nd': 'a\nb\nc\nd' });
  });

  it('strips controls but tab, zero-width and bidi characters, before it composes', () => {
    const controls = '\0\u0007\u000B\u001F\u007F\u0085\u009F\u200B\uFEFF';
    const stripped = `${controls}\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069`;
    for (const character of stripped) {
      gives(normalizeText, { [`e${character}\u0302\u0323`]: 'ệ' });
    }
    gives(normalizeText, { 'a\tb': 'a\tb', 'a\u202Fb': 'a b' });
  });

  it('keeps the joiner between emoji only', () => {
    const emoji = ['👨‍👩‍👧‍👦', '👩🏽‍🚀', '❤️‍🔥', '🏳️‍🌈', '🧑🏻‍❤️‍💋‍🧑🏿', '🙂‍↔️', '🏃🏽‍♀️‍➡️'];
    for (const one of emoji) gives(normalizeText, { [one]: one });
    gives(normalizeText, {
      'v\u200Di\u200Dệt': 'việt',
      '👨\u200D': '👨',
      '👨\u200Da': '👨a',
      '\u200D👨': '👨',
      '👨\u200D\u200D👩': '👨👩',
    });
  });

  it('gives NFC for NFD and for the Windows keyboard (code page 1258)', () => {
    const text = 'Tiếng Việt bão táp';
    const typed = [text, toCp1258(text), text.normalize('NFD')];
    assert.deepEqual(
      typed.map((form) => form.length),
      [18, 22, 24],
    );
    assert.deepEqual(typed.map(normalizeText), [text, text, text]);
  });

  it('leaves at most two blank lines in a row, white space on them or not', () => {
    gives(normalizeText, {
      'a\n\n\nb': 'a\n\n\nb',
      'a\n\n\n\nb': 'a\n\n\nb',
      'a\r\n \r\n\t\r\n\u00A0\r\n\r\n  b': 'a\n\n\n  b',
    });
  });

  it('trims every kind of white space', () => {
    gives(normalizeText, { '\u00A0\u3000 \t\n a b \n\u3000\u00A0': 'a b', '\u3000\u200B ': '' });
  });

  it('keeps other scripts and their marks', () => {
    for (const text of ['ភាសាខ្មែរ', 'ภาษาไทยที่นี่', 'اللُّغَة', 'हिन्दी', 'עִבְרִית', 'ꨌꩌ', '中文']) {
      gives(normalizeText, { [text.normalize()]: text.normalize() });
    }
  });

  it('drops what follows 30 marks in a row, which no language has (S26)', () => {
    assert.equal(normalizeText(`a${'\u0338'.repeat(100)}b`), `a${'\u0338'.repeat(30)}b`);
  });
});

describe('normalizeLine', () => {
  it('makes line breaks, tabs and runs of white space one space', () => {
    gives(normalizeLine, {
      'Nguyễn\r\nVăn\tA': 'Nguyễn Văn A',
      ' Nguyễn \u00A0\u3000 Văn\u2028A\n': 'Nguyễn Văn A',
      'Nguyễn\u000BVăn\u0085A': 'Nguyễn Văn A',
    });
  });
});

describe('normalizeEmail (T-8)', () => {
  it('folds full-width forms, trims, and lowers the case of the domain only', () => {
    gives(normalizeEmail, {
      ' TenBan＠Example.COM\n': 'TenBan@example.com',
      'ｔｅｎ＠ｇｍａｉｌ．ｃｏｍ': 'ten@gmail.com',
      'A@B@C.vn': 'A@B@c.vn',
      '@B.VN': '@b.vn',
      KHÔNG: 'KHÔNG',
      '': '',
    });
  });
});

describe('normalising twice', () => {
  for (const normalize of [normalizeText, normalizeLine, normalizeEmail]) {
    it(`changes nothing: ${normalize.name}, any text`, () => {
      fc.assert(
        fc.property(anyText, (typed) => {
          const once = normalize(typed);
          assert.equal(normalize(once), once);
        }),
        { numRuns: 3000 },
      );
    });
  }

  it('changes nothing where taking out a joiner lets a stroke reach ↔, which then is no emoji', () => {
    for (const typed of ['👩\u200D↔\u0338', '👩\u200D↔\u200D\u0338', '👩\u200D↔️\u0338']) {
      const once = normalizeText(typed);
      assert.equal(normalizeText(once), once);
    }
  });
});

describe('any spelling of Vietnamese', () => {
  it('normalises to the same text', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        assert.equal(normalizeText(text.normalize('NFD')), text);
        assert.equal(normalizeText(toCp1258(text)), text);
      }),
    );
  });
});
