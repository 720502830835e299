import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { countGraphemes, countGraphemesWithoutSegmenter } from '../../src/text/count-graphemes.ts';
import { normalizeText } from '../../src/text/normalize-text.ts';
import { anyText } from './any-text.ts';
import { toCp1258, vietnameseText } from './vietnamese.ts';

const lengths: Readonly<Record<string, number>> = {
  '': 0,
  'Tiếng Việt bão táp': 18,
  'dòng một\ndòng hai': 17,
  Adrơ̆ng: 6,
  '“Đúng” – ông nói…': 17,
  v̼i̼ệ̼t̼: 4,
  '👨‍👩‍👧‍👦': 1,
  '👍🏽': 1,
  '🇻🇳🇻🇳': 2,
  '1️⃣': 1,
  '❤️‍🔥!': 2,
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿': 1,
  中文: 2,
};

for (const count of [countGraphemes, countGraphemesWithoutSegmenter]) {
  describe(`${count.name} (T-4)`, () => {
    for (const [text, length] of Object.entries(lengths)) {
      it(`counts ${length} in ${JSON.stringify(text)}`, () => {
        assert.equal(count(text), length);
      });
    }

    it('counts every spelling of a Vietnamese text alike', () => {
      fc.assert(
        fc.property(vietnameseText, (text) => {
          assert.equal(count(text), Array.from(text).length);
          assert.equal(count(text.normalize('NFD')), count(text));
          assert.equal(count(toCp1258(text)), count(text));
        }),
      );
    });
  });
}

describe('countGraphemes', () => {
  const segmenter = new Intl.Segmenter('en');
  const segments = (text: string): number => [...segmenter.segment(text)].length;

  it('counts what the Segmenter counts, for any normalised text', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const text = normalizeText(typed);
        assert.equal(countGraphemes(text), segments(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes its short way only where each character is one grapheme', () => {
    const latin = fc.oneof(
      fc.integer({ min: 0, max: 0x2af }),
      fc.integer({ min: 0x1e00, max: 0x1eff }),
      fc.integer({ min: 0x2000, max: 0x206f }),
    );
    fc.assert(
      fc.property(fc.array(latin), (points) => {
        const text = normalizeText(String.fromCodePoint(...points));
        assert.equal(countGraphemes(text), segments(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('counts without the Segmenter where a browser has none', (t) => {
    const { Segmenter } = Intl;
    t.after(() => Object.assign(Intl, { Segmenter }));
    Reflect.deleteProperty(Intl, 'Segmenter');
    assert.equal(countGraphemes('👨‍👩‍👧‍👦 Việt'), 6);
  });
});
