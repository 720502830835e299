import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { skeletonOf } from '../../src/text/skeleton.ts';
import { normalizeText } from '../../src/text/normalize-text.ts';
import { anyText } from './any-text.ts';
import { vietnameseText } from './vietnamese.ts';

/** The readings of a text: its words as they stand, then what they may say besides. */
const readingsOf = (text: string): string[] =>
  skeletonOf(normalizeText(text))
    .letters.split('\n')
    .map((reading) => reading.trim());

/** Whether one of the readings has a word. */
const reads = (text: string, word: string): boolean =>
  readingsOf(text).some((reading) => reading.split(' ').includes(word));

/** What the letters of a word that is found stand for. */
function placeOf(text: string, word: string): string {
  const normal = normalizeText(text);
  const { letters, starts, ends } = skeletonOf(normal);
  const at = letters.indexOf(word);
  return normal.slice(starts[at], ends[at + word.length - 1]);
}

describe('skeletonOf (T-12)', () => {
  it('writes letters in lower case without accents, and keeps the accents beside them', () => {
    const { letters, shapes, tones } = skeletonOf('Đường Ấy');
    assert.equal(letters, ' duong ay');
    assert.deepEqual([...shapes], [0, 4, 3, 3, 0, 0, 0, 1, 0]);
    assert.deepEqual([...tones], [0, 0, 0, 1, 0, 0, 0, 2, 0]);
  });

  it('says the same of NFC, NFD and the tone on the other vowel', () => {
    const [composed, decomposed] = ['Hòa thủy', 'Hòa thủy'.normalize('NFD')].map((text) =>
      skeletonOf(normalizeText(text)),
    );
    assert.deepEqual(composed, decomposed);
    const row = (text: string): string =>
      skeletonOf(text)
        .tones.filter((tone) => tone > 0)
        .join('');
    assert.equal(row('hòa thủy'), row('hoà thuỷ'));
    assert.notEqual(row('hòa'), row('hóa'));
  });

  for (const [kind, text] of [
    ['Cyrillic', 'нсц'],
    ['Greek', 'ηςυ'],
    ['IPA', 'ɦᴄʊ'],
    ['mathematical', '𝓱𝕔𝐮'],
    ['full-width', 'ｈｃｕ'],
    ['circled', 'ⓗⓒⓤ'],
    ['negative squared', '🅷🅲🆄'],
    ['zalgo', 'h̼c̼u̼'],
    [
      'zalgo of marks that Vietnamese has',
      'h\u0301\u0302\u0303\u0309c\u0301\u0302\u0303u\u0300\u0301\u0309',
    ],
    ['with invisible letters between', 'h\u00ADc\u2060u'],
  ] as const) {
    it(`reads ${kind} letters as what they look like`, () => {
      const expected = kind === 'Greek' ? 'ncu' : 'hcu';
      assert.deepEqual(readingsOf(text), [expected]);
      const { disguised } = skeletonOf(normalizeText(text));
      const isHidden = !kind.startsWith('with');
      assert.equal(disguised.includes(1), isHidden);
    });
  }

  it('keeps the accents that a letter has under marks of zalgo', () => {
    const { tones } = skeletonOf(normalizeText('ị̼t̼'));
    assert.deepEqual([...tones], [0, 5, 0]);
  });

  it('joins letters that stand apart', () => {
    for (const apart of [
      'v.c.l',
      'v c l',
      'V-C-L',
      'v_c_l',
      'v*c*l',
      'v . c . l',
      'v🔥c🔥l',
      'v.c l'.replace(' ', '.'),
    ]) {
      assert.ok(reads(apart, 'vcl'), apart);
    }
    for (const apart of ['đ ị t', 'đ.ị.t', 'đ.ịt', 'đị-t', 'đ  ị  t']) {
      assert.ok(reads(apart, 'dit'), apart);
    }
    assert.ok(reads('đ.m', 'dm'));
    assert.ok(reads('đ . m', 'dm'));
  });

  it('leaves words of one letter and numbers apart', () => {
    assert.deepEqual(readingsOf('à ơ, quận 1 2 3'), ['a o', 'quan 1 2 3']);
    assert.deepEqual(readingsOf('1.2.3'), ['1 2 3']);
    assert.ok(!reads('lớp a, lớp b', 'ab'));
  });

  it('reads digits and signs inside words as letters too, and never wrecks a number', () => {
    assert.deepEqual(readingsOf('c4c'), ['c4c', 'cac']);
    assert.deepEqual(readingsOf('b1t'), ['b1t', 'bit', 'blt']);
    assert.ok(reads('c@c', 'cac'));
    assert.ok(reads('b!t', 'bit'));
    assert.ok(reads('c.4.c', 'cac'));
    for (const number of ['98win', '150km', 'covid19', '2024', '30/4', '1.234.567,5', 'U23']) {
      assert.equal(readingsOf(number).length, 1, number);
    }
  });

  it('shortens what is drawn out', () => {
    assert.deepEqual(readingsOf('vãiiii'), ['vai']);
    assert.deepEqual(readingsOf('vvvãããi'), ['vai']);
    assert.deepEqual(readingsOf('cccc'), ['cc']);
    assert.deepEqual(readingsOf('8888'), ['8888']);
    assert.deepEqual(readingsOf('150cc'), ['150cc', '150c']);
    assert.deepEqual(readingsOf('vãii'), ['vaii', 'vai']);
  });

  it('reads a star for letters inside a word', () => {
    assert.ok(reads('b*t', 'b*t'));
    assert.ok(reads('b***t', 'b*t'));
    assert.deepEqual(readingsOf('*bạn*'), ['ban']);
  });

  it('parts sentences, so that no words are found across their ends', () => {
    assert.deepEqual(readingsOf('Xin chào bạn. Tôi đến'), ['xin chao ban', 'toi den']);
    assert.deepEqual(readingsOf('chào.bạn'), ['chao ban']);
  });

  it('tells where in the text each letter stands', () => {
    assert.equal(placeOf('Ôi 🔥 v.c.l thật', 'vcl'), 'v.c.l');
    assert.equal(placeOf('anh 🅷🅲🆄 em', 'hcu'), '🅷🅲🆄');
    assert.equal(placeOf('x v̼c̼l̼ y', 'vcl'), 'v̼c̼l̼');
    assert.equal(placeOf('thật là vãiiii thôi', 'vai'), 'vãiiii');
    assert.equal(placeOf('thôi c4c nhé', 'cac'), 'c4c');
    assert.equal(placeOf('ﬁn', 'fin'), 'ﬁn');
  });

  it('has a place in the text for every letter of any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnameseText), (typed) => {
        const text = normalizeText(typed);
        const { letters, shapes, tones, disguised, starts, ends } = skeletonOf(text);
        for (const row of [shapes, tones, disguised, starts, ends]) {
          assert.equal(row.length, letters.length);
        }
        starts.forEach((start, at) => {
          const end = ends[at] ?? -1;
          assert.ok(start >= 0 && start <= end && end <= text.length);
        });
      }),
    );
  });

  it('grows with its text, however it is pulled apart', () => {
    for (const piece of ['v.', 'v ', 'v*', 'c4', 'aa ', 'a@', 'đ!', 'v.c l ', 'x1y '] as const) {
      const { letters } = skeletonOf(piece.repeat(2000));
      assert.ok(letters.length <= 10 * piece.length * 2000, piece);
    }
  });
});
