import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldCompatible } from '../../src/text/fold-compatible.ts';

describe('foldCompatible', () => {
  it('folds full-width, mathematical and other presentation forms', () => {
    assert.equal(foldCompatible('ｗｗｗ．𝐛𝐚𝐨①﹫ﬁ'), 'www.bao1@fi');
  });

  it('leaves Vietnamese, marks and lone surrogates as they are', () => {
    const text = `Tiếng Việt ${'Việt'.normalize('NFD')} ơ̆ \u0344 \uD83D`;
    assert.equal(foldCompatible(text), text);
  });
});
