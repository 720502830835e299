import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { readWordLists } from '../../../src/service/read-word-lists.ts';
import type { Signal } from '../../../src/service/rules/signal.ts';
import { createWordFinder } from '../../../src/service/rules/signals/find-word-signals.ts';
import { parseWordList, type WordEntry } from '../../../src/service/rules/words/word-list.ts';
import { normalizeText } from '../../../src/text/normalize-text.ts';
import { anyText } from '../../text/any-text.ts';
import { vietnameseText } from '../../text/vietnamese.ts';

const entries = (text: string): readonly WordEntry[] => {
  const parsed = parseWordList(text);
  assert.ok(!('line' in parsed));
  return parsed;
};

const find = (content: string, ban: string, suspect = ''): readonly Signal[] =>
  createWordFinder({ ban: entries(ban), suspect: entries(suspect) })({
    name: '',
    address: '',
    content: normalizeText(content),
  });

/** Code, severity and the text hit of each signal. */
const said = (content: string, ban: string, suspect = ''): string[] =>
  find(content, ban, suspect).map(({ code, severity, offsets, detail }) => {
    const text = normalizeText(content);
    const places = offsets.map(([start, end]) => text.slice(start, end)).join('|');
    return `${code} ${severity} ${detail}: ${places}`;
  });

const findOwn = createWordFinder(readWordLists({ banWords: ['own'], suspectWords: ['own'] }));
const ownSignals = (content: string): readonly Signal[] =>
  findOwn({ name: '', address: '', content: normalizeText(content) });

describe('createWordFinder', () => {
  const innocent = ['các bạn', 'lớn', 'đủ', 'buổi', 'cho', 'cũ', 'Các bạn lớn cho đủ buổi cũ'];
  const listed = '=cặc\n=lồn\n=đụ\n=buồi\n=cu\nchó';

  for (const form of ['NFC', 'NFD'] as const) {
    it(`lets ordinary words pass whose letters are those of listed ones, in ${form} (T-13)`, () => {
      for (const text of innocent) {
        assert.deepEqual(find(text.normalize(form), listed), [], text);
        assert.deepEqual(ownSignals(text.normalize(form)), [], text);
      }
    });

    it(`finds a listed word in ${form}, wherever its tone stands`, () => {
      const expected = 'banned-word junk thủy quái: ';
      for (const text of ['thủy quái', 'THUỶ QUÁI', 'thuỷ  quaí']) {
        const [signal] = said(`Đồ ${text}!`.normalize(form), 'thủy quái'.normalize(form));
        assert.equal(signal, expected + text, text);
      }
    });
  }

  it('finds v.c.l, đ.m, đ ị t, zalgo and look-alikes with the lists that come along (T-13)', () => {
    const forms = [
      'v.c.l',
      'V C L',
      'v_c_l',
      'đ.m',
      'Đ.M',
      'đ ị t',
      'đ.ị.t',
      'v̼c̼l̼',
      'đ̷ị̷t̷',
      'l̼ồ̼n̼',
      'vсl',
      'νcl',
      'lồп',
      'ɗịt',
      'ｖｃｌ',
      'ⓥⓒⓛ',
      '𝓿𝓬𝓵',
      '🆅🅲🅻',
      'v\u00ADc\u00ADl',
      'vcllll',
      'lồnnnn',
      'vãiii lồn',
      'c4c',
      'l0n',
      'c@c',
      'đ!t',
      'đ1t',
      'đ*t',
      'l**n',
      'đ-ịt',
      'lồ.n',
      'địtmẹmày',
      'dit me may',
    ];
    for (const text of forms) {
      const isHeld = ownSignals(`Thật là ${text} quá đi`).some(
        ({ severity }) => severity !== 'note',
      );
      assert.ok(isHeld, text);
    }
  });

  it('counts a word with its accents as its list says', () => {
    assert.deepEqual(said('Thật xấu xa', 'xấu xa'), ['banned-word junk xấu xa: xấu xa']);
    assert.deepEqual(said('Thật xấu xa', '', 'xấu xa'), ['suspect-word hold xấu xa: xấu xa']);
  });

  it('only holds for a word of several syllables without its accents (T-13)', () => {
    assert.deepEqual(said('Thật là xau xa', 'xấu xa'), ['suspect-word hold xấu xa: xau xa']);
    assert.deepEqual(said('Thật là xau xa', '=xấu xa'), []);
    assert.deepEqual(said('Thật là xâu xa', 'xấu xa'), []);
    assert.deepEqual(said('Thật là xau', 'xấu'), []);
  });

  it('only holds for one syllable where the whole comment has no accents (T-13)', () => {
    assert.deepEqual(said('Toi thay viec nay that la xau qua di', 'xấu'), [
      'suspect-word hold xấu: xau',
    ]);
    assert.deepEqual(said('Toi thay viec nay that la xau qua di', '=xấu'), [
      'suspect-word note xấu: xau',
    ]);
  });

  it('only holds for a word behind stars, digits or look-alikes without its accents', () => {
    assert.deepEqual(said('Thật là x*u', 'xấu'), ['suspect-word hold xấu: x*u']);
    assert.deepEqual(said('Thật là x4u', '=xấu'), ['suspect-word hold xấu: x4u']);
    assert.deepEqual(said('Thật là x.a.u', 'xấu'), ['suspect-word hold xấu: x.a.u']);
    assert.deepEqual(said('Thật là x.à.u', 'xấu'), []);
  });

  it('never bans initials, which may be innocent', () => {
    for (const initials of ['đm', 'cc', 'vcl', 'dm', 'vl', 'clgt', 'cmm']) {
      assert.deepEqual(
        ownSignals(`Nói ${initials} gì thế`).map(({ code, severity }) => [code, severity]),
        [['suspect-word', 'hold']],
        initials,
      );
    }
    assert.deepEqual(ownSignals('Xe 150 cc và ống 5 dm'), []);
  });

  it('finds whole words only, in any script and between any signs (T-14)', () => {
    for (const text of ['xấuxa', 'xấu1', 'ấxấu', 'xấuж', '1xấu']) {
      assert.deepEqual(find(text, 'xấu'), [], text);
    }
    for (const text of ['(xấu)', '“xấu”', 'xấu!!!', '🔥xấu🔥', 'a/xấu', '#xấu', 'xấu_nhé']) {
      assert.equal(find(text, 'xấu').length, 1, text);
    }
    assert.deepEqual(said('сука', 'сука'), ['banned-word junk сука: сука']);
    assert.deepEqual(said('这 坏蛋 来', '坏蛋'), ['banned-word junk 坏蛋: 坏蛋']);
  });

  it('does not join the end of a sentence with the next', () => {
    assert.deepEqual(find('Nó xấu. Xa lắm', 'xấu xa'), []);
    assert.equal(find('Nó xấu.xa lắm', 'xấu xa').length, 1);
  });

  it('tells all places of an entry in each field, in order and apart from each other', () => {
    const text = 'con con con, v.c.l và VCL';
    const finder = createWordFinder({ ban: [], suspect: entries('vcl\ncon con') });
    assert.deepEqual(finder({ name: 'Vcl', address: '', content: text }), [
      { code: 'suspect-word', severity: 'hold', field: 'name', offsets: [[0, 3]], detail: 'vcl' },
      {
        code: 'suspect-word',
        severity: 'hold',
        field: 'content',
        offsets: [[0, 11]],
        detail: 'con con',
      },
      {
        code: 'suspect-word',
        severity: 'hold',
        field: 'content',
        offsets: [
          [13, 18],
          [22, 25],
        ],
        detail: 'vcl',
      },
    ]);
  });

  it('tells the longest entry alone, unless a shorter one weighs more', () => {
    assert.deepEqual(said('rất xấu xa', 'xấu\nrất xấu xa'), [
      'banned-word junk rất xấu xa: rất xấu xa',
    ]);
    assert.deepEqual(said('rất xấu xa', 'xấu', 'rất xấu xa'), [
      'suspect-word hold rất xấu xa: rất xấu xa',
      'banned-word junk xấu: xấu',
    ]);
  });

  it('takes entries as they stand: nothing in them has a meaning of its own (S37)', () => {
    const odd =
      '\uFEFF(\r\n.*\r\n\r\n   \r\n[a-z]+\r\n# chú thích\r\nxấu (xa)\r\nc|d\r\n\\\r\n$\r\n🙂\r\nb`\r\n***\r\n';
    assert.deepEqual(said('Một ý kiến bình thường (a) .* $ 🙂 \\ [b]', odd), []);
    assert.deepEqual(said('Thật xấu xa', odd), ['banned-word junk xấu (xa): xấu xa']);
    assert.deepEqual(find('Một ý kiến bình thường', ''), []);
  });

  it('finds any listed words in any text around them, and names their place', () => {
    fc.assert(
      fc.property(vietnameseText, vietnameseText, anyText, (before, entry, behind) => {
        const word = normalizeText(entry);
        fc.pre(word.length > 2 && word.length <= 200);
        const content = normalizeText(`${before}: ${word} ; ${behind}`);
        const finder = createWordFinder({ ban: [{ text: word, isEveryday: false }], suspect: [] });
        const places = finder({ name: '', address: '', content }).flatMap(({ offsets }) => offsets);
        const start = content.indexOf(`: ${word} ;`) + 2;
        const isCovered = places.some(([from, to]) => from <= start && to >= start + word.length);
        assert.ok(isCovered, `${word} in ${content}`);
      }),
    );
  });

  it('survives any text, and keeps its places in it (S26)', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const content = normalizeText(typed);
        let last = 0;
        for (const { offsets } of findOwn({ name: '', address: '', content })) {
          last = 0;
          for (const [start, end] of offsets) {
            assert.ok(start >= last && end > start && end <= content.length);
            last = end;
          }
        }
      }),
    );
  });
});
