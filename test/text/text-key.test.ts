import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { textKey } from '../../src/text/text-key.ts';
import { toCp1258, vietnameseText } from './vietnamese.ts';

/** Syllables that differ by a tone, a shape or a letter: within a row each pair must stay apart. */
const rows = [
  'ma má mà mả mã mạ',
  'hoa hóa hòa hỏa hõa họa',
  'hoan hoán hoàn hoản hoãn hoạn',
  'thuy thúy thùy thủy thũy thụy',
  'quy quý quỳ quỷ quỹ quỵ qui quí',
  'cua cúa cùa của cũa cụa cưa cứa',
  'mua múa mùa mưa mứa mướn muốn',
  'tuy túy tùy tủy tụy tui túi tủi',
  'hòe hoe hóe họe hè hé hẹ',
  'tuần tuấn tuân tuẫn tuận toàn toán',
  'tiên tiến tiền tiển tiễn tiện tiếng',
  'khuya khuyên khuyến khuyển khuyện',
  'lưu lựu lửu lừu lưỡi lười lươi',
  'an ăn ân án ấn ẩn ẵn',
  'do đo dơ đơ đô dô dỡ đỡ',
  'các cặc cắc cấc cạc',
  'lớn lợn lồn lốn lơn lôn',
];

const pairs = rows.flatMap((row) => {
  const syllables = row.split(' ');
  return syllables.flatMap((one, at) =>
    syllables.slice(at + 1).map((other) => [one, other] as const),
  );
});

describe('textKey', () => {
  it('is the same wherever the tone stands in the syllable', () => {
    const spellings = {
      hòa: 'hoà',
      thủy: 'thuỷ',
      quý: 'qúy',
      của: 'cuả',
      khỏe: 'khoẻ',
      hòan: 'hoàn',
    };
    for (const [one, other] of Object.entries(spellings))
      assert.equal(textKey(one), textKey(other));
  });

  it('is the same for any encoding, case and spacing', () => {
    const key = textKey('Hòa bình ở Việt Nam');
    const others = ['HOÀ BÌNH Ở VIỆT NAM', ' hoà\u00A0bình\r\n\r\nở  việt nam\u200B'];
    others.push('Hòa bình ở Việt Nam'.normalize('NFD'), toCp1258('Hòa bình ở Việt Nam'));
    for (const text of others) assert.equal(textKey(text), key, JSON.stringify(text));
  });

  it(`keeps apart ${pairs.length} pairs of syllables that differ in more`, () => {
    assert.ok(pairs.length >= 150);
    for (const [one, other] of pairs)
      assert.notEqual(textKey(one), textKey(other), `${one} ${other}`);
  });

  it('keeps words of other languages apart', () => {
    assert.notEqual(textKey('νόμος'), textKey('νομός'));
    assert.notEqual(textKey('resume'), textKey('résumé'));
  });

  it('is the same for every spelling of a Vietnamese text, and of itself', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const key = textKey(text);
        assert.equal(textKey(text.normalize('NFD')), key);
        assert.equal(textKey(toCp1258(text)), key);
        assert.equal(textKey(key), key);
      }),
    );
  });
});
