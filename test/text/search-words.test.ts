import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchWords } from '../../src/text/search-words.ts';

const fold = (text: string): string[] => searchWords(text).map(({ folded }) => folded);
const exact = (text: string): string[] => searchWords(text).map((word) => word.exact);

describe('searchWords (T-18)', () => {
  it('folds accents, capitals and the stroke', () => {
    assert.deepEqual(fold('Đường HÒA Bình, 3/2'), ['duong', 'hoa', 'binh', '3', '2']);
  });

  it('takes both places of a tone for the same, in NFC and NFD', () => {
    for (const [one, other] of [
      ['hòa', 'hoà'],
      ['thủy', 'thuỷ'],
      ['khỏe', 'khoẻ'],
      ['hòa', 'hoà'.normalize('NFD')],
    ] as const) {
      assert.deepEqual(exact(one), exact(other));
    }
  });

  it('keeps apart what differs by an accent, a hat, a horn or a stroke', () => {
    const words = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'mâ', 'mă', 'mấ', 'mo', 'mô', 'mơ'];
    assert.equal(new Set(words.flatMap(exact)).size, words.length);
    assert.notDeepEqual(exact('đi'), exact('di'));
    assert.notDeepEqual(exact('hoa2'), exact('hóa'));
  });

  it('reads letters that look like Latin ones, and those drawn out, as what they stand for', () => {
    assert.deepEqual(fold('hа 𝐡ò𝐚 đẹpppp'), ['ha', 'hoa', 'dep']);
  });

  it('has no words where there are no letters and digits', () => {
    for (const text of ['', ' ', '"…" *', '🙂👍🏽']) assert.deepEqual(searchWords(text), []);
  });
});
