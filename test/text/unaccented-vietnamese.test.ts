import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { hasSyllableShape } from '../../src/text/syllable-shape.ts';
import { isUnaccentedVietnamese } from '../../src/text/unaccented-vietnamese.ts';
import { vietnameseText } from './vietnamese.ts';

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const accented = [
  'Tôi không đồng ý với ý kiến của tác giả về việc tăng giá điện trong năm nay.',
  'Đề nghị các cơ quan chức năng sớm vào cuộc, xử lý nghiêm những người vi phạm.',
  'Quỳnh ở huyện bên, thuở bé nghèo lắm mà nay đã xây được nhà khang trang, đáng nể!',
  'Học phí tăng như thế này thì con nhà nông biết xoay xở kiểu gì đây hả các bác?',
];

describe('isUnaccentedVietnamese (T-10)', () => {
  for (const text of accented) {
    it(`sees it in ${JSON.stringify(withoutAccents(text))}, and not with the accents`, () => {
      assert.equal(isUnaccentedVietnamese(withoutAccents(text)), true);
      assert.equal(isUnaccentedVietnamese(withoutAccents(text).toUpperCase()), true);
      assert.equal(isUnaccentedVietnamese(text), false);
    });
  }

  const others: Readonly<Record<string, string>> = {
    English: 'I do not agree with the author of this article about the price of gas in our city.',
    'simple English':
      'The man said he can not see why the price of rice is so high in this town, and I agree.',
    French: 'Je ne suis pas d’accord avec les gens qui ont dit que cet article est bon pour nous.',
    'French without accents': 'Les eleves etaient tres fatigues apres la journee passee a l ecole.',
    Khmer: 'អរគុណ សម្រាប់ អត្ថបទ ល្អ នេះ ខ្ញុំ យល់ ព្រម ជាមួយ អ្នក និពន្ធ',
    'Ê Đê': 'Hdĭp mda ngă lŏ hma, čiăng mâo hră mơar, hriăm hră klei Êđê, wưng dôk čư̆ čhiăng',
    'seven words': 'Toi khong dong y voi tac gia',
    'a quotation': 'Ông ấy viết: “Toi khong dong y voi y kien cua tac gia ve viec tang gia dien”.',
    addresses: 'https://a.vn/toi-khong-dong-y-voi-y-kien-cua-tac-gia www.toi.vn/khong-dong-y-dau',
    numbers: '1 2 3 4 5 6 7 8 9 10',
    letters: 'a b c d e g h i k l m n',
    nothing: '',
  };
  for (const [what, text] of Object.entries(others)) {
    it(`does not see it in ${what}`, () => {
      assert.equal(isUnaccentedVietnamese(text), false);
    });
  }
});

describe('hasSyllableShape', () => {
  it('lets through the syllables that break shorter rules', () => {
    for (const one of 'nghieng quynh khuyu thuo yeu uyen giet gi ngoeo boong oe y a ruou'.split(
      ' ',
    )) {
      assert.equal(hasSyllableShape(one), true, one);
    }
  });

  it('refuses what Vietnamese does not write', () => {
    for (const one of 'the1 film web zero ping strong book bann aab gram fan'.split(' ')) {
      assert.equal(hasSyllableShape(one), false, one);
    }
  });

  it('takes any text without accents for syllables or not, and never throws', () => {
    fc.assert(fc.property(vietnameseText, (text) => !isUnaccentedVietnamese(`${text} ở đâu đó`)));
  });
});
