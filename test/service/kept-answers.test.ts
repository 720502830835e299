import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKeptAnswers } from '../../src/service/reading/kept-answers.ts';

describe('createKeptAnswers', () => {
  const answer = (stamp: string, characters = 10) => ({
    stamp,
    text: 'x'.repeat(characters),
    etag: '"e"',
  });

  it('gives an answer back until what it was made from has changed', () => {
    const kept = createKeptAnswers({ maxCharacters: 100 });
    kept.keep('a', answer('1 open'));
    assert.deepEqual(kept.find('a', '1 open'), answer('1 open'));
    assert.equal(kept.find('a', '2 open'), undefined);
    assert.equal(kept.find('b', '1 open'), undefined);
  });

  it('keeps one answer a key, and as many characters as it may, those asked for last', () => {
    const kept = createKeptAnswers({ maxCharacters: 33 });
    for (const key of ['a', 'b', 'a', 'c']) kept.keep(key, answer('1'));
    kept.find('b', '1');
    kept.keep('d', answer('1'));
    const found = ['a', 'b', 'c', 'd'].filter((key) => kept.find(key, '1'));
    assert.deepEqual(found, ['b', 'c', 'd']);
    kept.keep('e', answer('1', 33));
    assert.deepEqual(
      ['b', 'c', 'd', 'e'].filter((key) => kept.find(key, '1')),
      [],
    );
  });
});
