import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readWordLists } from '../../../src/service/read-word-lists.ts';
import { createFindSignals } from '../../../src/service/rules/find-signals.ts';
import { createWordFinder } from '../../../src/service/rules/signals/find-word-signals.ts';
import { normalizeText } from '../../../src/text/normalize-text.ts';

/** Its comments, one a line; see the top of each file for where they come from. */
const readCorpus = (name: string): readonly string[] =>
  readFileSync(new URL(`corpora/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const innocent = ['own', 'human-rights', 'gnome-help', 'debian-handbook'].flatMap((name) =>
  readCorpus(`innocent-${name}`),
);
const evasions = readCorpus('evasions');

const findWords = createWordFinder(readWordLists({ banWords: ['own'], suspectWords: ['own'] }));
const findSignals = createFindSignals({ accents: 'warn' });

const textsOf = (comment: string): Parameters<typeof findWords>[0] => ({
  name: 'Nguyễn Văn An',
  address: 'Hà Nội',
  content: normalizeText(comment),
});

const isHeldByWords = (comment: string): boolean =>
  findWords(textsOf(comment)).some(({ severity }) => severity !== 'note');

const isHeld = (comment: string): boolean =>
  findSignals({ texts: textsOf(comment), draft: {}, codeAgeSeconds: 60, findWords }).some(
    ({ severity }) => severity !== 'note',
  );

/** An email or the address of a page, which is bait wherever it stands: handbooks have some. */
const hasAddress = /@|:\/\/|\w\.(?:com|info|net|org)\b/;

/** Those of a corpus that fulfil something; a share that fails says which. */
const share = (comments: readonly string[], is: (comment: string) => boolean): number =>
  comments.filter(is).length / comments.length;

const notHeld = (): string => evasions.filter((comment) => !isHeld(comment)).join('\n');

describe('the lists that come along', () => {
  it('hold at most 0.5 % of 2,000 sentences that have nothing in them, NFC and NFD', () => {
    assert.ok(new Set(innocent).size > 2000);
    const held = innocent.filter(isHeldByWords);
    assert.ok(held.length <= 0.005 * innocent.length, held.join('\n'));
    assert.ok(share(innocent, (comment) => isHeldByWords(comment.normalize('NFD'))) <= 0.005);
  });

  it('hold, with all other signals, at most 0.5 % of those that name no address (T-16)', () => {
    const bait = innocent.filter((comment) => hasAddress.test(comment));
    assert.ok(bait.length < 0.02 * innocent.length);
    const plain = innocent.filter((comment) => !hasAddress.test(comment));
    const held = plain.filter(isHeld);
    assert.ok(held.length <= 0.005 * plain.length, held.join('\n'));
  });

  it('hold no ordinary word of T-13, alone or in a sentence', () => {
    for (const word of ['các bạn', 'lớn', 'đủ', 'buổi', 'cho', 'cũ']) {
      assert.equal(isHeld(word), false, word);
      assert.equal(isHeld(`Tôi nghĩ ${word} là đúng`.normalize('NFD')), false, word);
    }
  });

  it('hold, with all other signals, at least 95 % of 250 comments that are spam or worse', () => {
    assert.ok(new Set(evasions).size >= 250);
    assert.ok(share(evasions, isHeld) >= 0.95, notHeld());
    assert.ok(share(evasions, (comment) => isHeld(comment.normalize('NFD'))) >= 0.95);
  });

  it('hold most of these by themselves, and not one without a list', () => {
    assert.ok(share(evasions, isHeldByWords) >= 0.85);
    const findNothing = createWordFinder({ ban: [], suspect: [] });
    assert.ok(evasions.every((comment) => findNothing(textsOf(comment)).length === 0));
  });

  it('call junk only what has a word of the first list', () => {
    const junk = innocent.filter((comment) =>
      findWords(textsOf(comment)).some(({ severity }) => severity === 'junk'),
    );
    assert.deepEqual(junk, []);
    const isJunk = (comment: string): boolean =>
      findWords(textsOf(comment)).some(({ severity }) => severity === 'junk');
    assert.ok(share(evasions, isJunk) > 0.05 && share(evasions, isJunk) < 0.3);
  });
});
