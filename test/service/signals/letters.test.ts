import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCapitalSignals } from '../../../src/service/rules/signals/find-capital-signals.ts';
import { findFontSignals } from '../../../src/service/rules/signals/find-font-signals.ts';
import {
  findLookAlikeSignals,
  findMarkSignals,
} from '../../../src/service/rules/signals/find-letter-signals.ts';

const texts = (content: string) => ({ name: 'Ý', address: '', content });

describe('shouting (T-11)', () => {
  it('is noted above 70 % capitals, from 20 letters on', () => {
    const [signal] = findCapitalSignals(texts('TÔI KHÔNG ĐỒNG Ý VỚI BÀI NÀY'));
    assert.deepEqual(signal, {
      code: 'capitals',
      severity: 'note',
      field: 'content',
      offsets: [],
    });
  });

  for (const text of [
    'HAY QUÁ',
    'Đề nghị UBND TP.HCM và HĐND trả lời',
    'Tôi không đồng ý với bài này',
    '2.000.000.000 1.000.000.000',
    'អរគុណសម្រាប់អត្ថបទល្អ',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.deepEqual(findCapitalSignals(texts(text)), []);
    });
  }
});

describe('look-alike letters (T-7)', () => {
  it('are held in a text, with the words they stand in', () => {
    assert.deepEqual(findLookAlikeSignals(texts('Vay nhаnh, lãi thấp, giải ngân tгong ngày')), [
      {
        code: 'look-alike',
        severity: 'hold',
        field: 'content',
        offsets: [
          [4, 9],
          [31, 36],
        ],
      },
    ]);
  });

  it('are none in words of one script', () => {
    assert.deepEqual(findLookAlikeSignals(texts('Москва, Αθήνα và Hà Nội')), []);
  });
});

describe('unusual marks (T-5)', () => {
  it('are held, with the letters that carry them', () => {
    const [signal] = findMarkSignals(texts('Vay v\u033Ci\u033C nhanh'));
    assert.equal(signal?.severity, 'hold');
    assert.deepEqual(signal.offsets, [
      [4, 6],
      [6, 8],
    ]);
  });

  it('are none in the languages of Vietnam', () => {
    assert.deepEqual(findMarkSignals(texts("H'Či, Adrơ̆ng, Brơ̆, Kpă; Tiếng Việt")), []);
  });
});

describe('old fonts (T-20)', () => {
  it('are held, with the name of the encoding', () => {
    assert.deepEqual(findFontSignals(texts('Céng hßa x· héi chñ nghÜa ViÖt Nam')), [
      { code: 'legacy-font', severity: 'hold', field: 'content', offsets: [], detail: 'TCVN3' },
    ]);
  });
});
