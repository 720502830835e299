import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalizeLine } from '../../src/text/normalize-text.ts';
import { findNameProblem, type NameProblem } from '../../src/text/person-name.ts';

const names = [
  // The shapes of names found in the Central Highlands.
  "H'Hen Niê, Y Thanh Hà Niê Kđăm, K’Wẻ, A Huy, N'Tơr, Nay H’Wil, Kpă, Rchom, B.Yă, R’ô, Ya Dŭm, H’Či, Adrơ̆ng",
  "Ý, Ê, Y, Đỗ, O'Brien, José, HʼHen, H‘Hen, Lê-Nguyễn, Lê‐Nguyễn, Lê‑Nguyễn, nguyen van a, TRẦN, TP.HCM, N.V.A",
  'សុខ សំ, ꨌꩌ, 阮文, 𠮷野, 𞤀𞤣𞤤𞤢𞤥, Ольга',
].flatMap((row) => row.split(', '));

const penNames = ['Bạn đọc 68', 'Cựu chiến binh Q.5', '8X Hà Nội', 'Lính 1954-1975', 'Lớp ٦٨'];

const refused: Readonly<Record<string, NameProblem>> = {
  '123': 'no-letter',
  '...': 'no-letter',
  "'": 'no-letter',
  ʼ: 'no-letter',
  '\u3164': 'no-letter',
  '👍': 'no-letter',
  'https://example.com': 'contact',
  'www.example.com': 'contact',
  'nhacai98.com': 'contact',
  'Xem Vay.Vn nhé': 'contact',
  'abc.com.vn': 'contact',
  'zalo.me/anh': 'contact',
  'a@example.com': 'contact',
  'an＠example．com': 'contact',
  '@nguyenvana': 'contact',
  '0912345678': 'contact',
  'An 0912 345 678': 'contact',
  'An 0912.345.678': 'contact',
  'An (028) 3822-1234': 'contact',
  'An +84 912 345 678': 'contact',
  'An 84 912 345 678': 'contact',
  'An ０９１２３４５６７８': 'contact',
  'Vay 1900 1234': 'contact',
  'Tk 123456789': 'contact',
  'Nguyễn Vаn A': 'mixed-scripts',
  'Nguyễn Văn A (Hà Nội)': 'characters',
  'Nguyễn Văn A, Hà Nội': 'characters',
  'An <b>': 'characters',
  An_68: 'characters',
  'An 👍': 'characters',
  '.An': 'characters',
  '\u0301An': 'characters',
  v̼i̼ệ̼t̼: 'characters',
};

describe('findNameProblem (T-6)', () => {
  for (const name of names) {
    it(`takes ${JSON.stringify(name)}, as typed on any keyboard`, () => {
      for (const form of ['NFC', 'NFD'] as const) {
        const typed = normalizeLine(name.normalize(form));
        assert.equal(findNameProblem(typed, true), undefined);
        assert.equal(findNameProblem(typed, false), undefined);
      }
    });
  }

  for (const name of penNames) {
    it(`takes ${JSON.stringify(name)} where digits are allowed`, () => {
      assert.equal(findNameProblem(name, true), undefined);
      assert.equal(findNameProblem(name, false), 'letters-only');
    });
  }

  for (const [name, code] of Object.entries(refused)) {
    it(`refuses ${JSON.stringify(name)}: ${code}`, () => {
      assert.equal(findNameProblem(normalizeLine(name), true), code);
      const withoutDigits = code === 'characters' ? 'letters-only' : code;
      assert.equal(findNameProblem(normalizeLine(name), false), withoutDigits);
    });
  }
});
