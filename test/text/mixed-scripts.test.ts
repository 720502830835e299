import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasMixedScriptWord } from '../../src/text/mixed-scripts.ts';

describe('hasMixedScriptWord (T-7)', () => {
  for (const text of ['Nguyễn Vаn', 'нello', 'vαy nhanh', 'αv', 'c4м', 'e\u0301ж', 'a中ж']) {
    it(`sees the mixture in ${JSON.stringify(text)}`, () => {
      assert.equal(hasMixedScriptWord(text), true);
    });
  }

  for (const text of [
    'Nguyễn Văn A',
    'Москва và Athens',
    'IT-компания',
    'α-tocopherol',
    'Tシャツ',
    '5 µm',
    '',
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      assert.equal(hasMixedScriptWord(text), false);
    });
  }
});
