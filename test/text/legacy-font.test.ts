import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { convertLegacyFont, findLegacyFont } from '../../src/text/legacy-font.ts';
import { vietnameseText } from './vietnamese.ts';

const motto = 'Cộng hòa xã hội chủ nghĩa Việt Nam: Độc lập, Tự do, Hạnh phúc';
const inTcvn3 = 'Céng hßa x· héi chñ nghÜa ViÖt Nam: §éc lËp, Tù do, H¹nh phóc';
const inVni = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam: Ñoäc laäp, Töï do, Haïnh phuùc';

describe('convertLegacyFont (T-20)', () => {
  it('reads TCVN3 and VNI', () => {
    assert.equal(convertLegacyFont(inTcvn3, 'TCVN3'), motto);
    assert.equal(convertLegacyFont(inVni, 'VNI'), motto);
    assert.equal(convertLegacyFont('tr\u00ADêng ®­îc', 'TCVN3'), 'trường được');
    assert.equal(convertLegacyFont('tröôøng ñöôïc', 'VNI'), 'trường được');
    assert.equal(convertLegacyFont('COÄNG HOØA', 'VNI'), 'CỘNG HÒA');
    assert.equal(convertLegacyFont('kî, baèng, aám, taêng', 'VNI'), 'kỵ, bằng, ấm, tăng');
  });

  it('leaves what the font has no letter for', () => {
    assert.equal(convertLegacyFont('A 1 – 中 °', 'TCVN3'), 'A 1 – 中 °');
  });
});

describe('findLegacyFont (T-20)', () => {
  it('tells the encoding by words that are syllables only when they are read by it', () => {
    assert.equal(findLegacyFont(inTcvn3), 'TCVN3');
    assert.equal(findLegacyFont(inVni), 'VNI');
  });

  for (const text of [
    motto,
    'Tôi thích ViÖt',
    'Les élèves étaient très fatigués après la journée passée à l’école près de la forêt',
    'Die Häuser und Straßen müssen größer werden, können wir das ändern',
    'H’Hen Niê, Y Thanh Hà Niê Kđăm, Adrơ̆ng',
    '',
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      assert.equal(findLegacyFont(text), undefined);
    });
  }

  it('finds none in anything of Vietnamese shape', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        assert.equal(findLegacyFont(text), undefined);
      }),
    );
  });
});
