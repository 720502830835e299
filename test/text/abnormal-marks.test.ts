import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { hasAbnormalMarks, hasUnusualMarks } from '../../src/text/abnormal-marks.ts';
import { normalizeText } from '../../src/text/normalize-text.ts';
import { vietnameseText } from './vietnamese.ts';

const readable = [
  'Tiếng Việt bão táp',
  'Tiếng Việt bão táp'.normalize('NFD'),
  'Adrơ̆ng',
  'Brơ̆',
  'ơ̆',
  'Y Brơ̆ Niê, H’Mrơ̆ Niê',
  'ภาษาไทยที่นี่',
  'ភាសាខ្មែរ',
  'اللُّغَةُ العَرَبِيَّة',
  'हिन्दी में',
  'עִבְרִית',
  '👍🏽👨‍👩‍👧‍👦 ❤️❤️❤️❤️ 1️⃣2️⃣3️⃣4️⃣ ℹ️ℹ️ℹ️',
  'ồ ấ ẫ ệ',
  '中文',
  '',
];

const unreadable = [
  'v̼i̼ệ̼t̼',
  'v̼c̼l̼',
  `a${'\u0301'.repeat(5)}`,
  'tôi \u0301\u0302\u0303\u0304 nói',
  '\u0301\u0302\u0303\u0304',
  'Bạn ơi, x̷i̷n̷ ̷c̷h̷à̷o̷ nhé',
];

describe('hasAbnormalMarks (T-5)', () => {
  for (const text of readable) {
    it(`passes ${JSON.stringify(text)}`, () => {
      assert.equal(hasAbnormalMarks(normalizeText(text)), false);
    });
  }

  for (const text of unreadable) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(hasAbnormalMarks(normalizeText(text)), true);
    });
  }

  it('draws the line above three marks on a base and above 30 % of the letters', () => {
    assert.equal(hasAbnormalMarks('a\u0338\u0338\u0338'), false);
    assert.equal(hasAbnormalMarks('a\u0338\u0338\u0338\u0338'), true);
    assert.equal(hasAbnormalMarks('a̸b̸c̸defghij'), false);
    assert.equal(hasAbnormalMarks('a̸b̸c̸defghi'), true);
  });

  it('judges Latin letters by themselves among letters of another script', () => {
    assert.equal(hasAbnormalMarks('ភាសាខ្មែរភាសាខ្មែរ v̼c̼l̼'), true);
  });

  it('passes Vietnamese in every spelling', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        assert.equal(hasAbnormalMarks(normalizeText(text.normalize('NFD'))), false);
      }),
    );
  });
});

describe('hasUnusualMarks (T-5)', () => {
  it('sees a mark no language of Vietnam writes, on a Latin letter only', () => {
    assert.equal(hasUnusualMarks('một chữ v̼ thôi'), true);
    assert.equal(hasUnusualMarks(normalizeText('ơ̼̆')), true);
    for (const text of readable) {
      assert.equal(hasUnusualMarks(normalizeText(text)), false, JSON.stringify(text));
    }
  });
});
