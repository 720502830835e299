import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deskAccountMessagesVi } from '../../src/messages/desk-account.vi.ts';
import { deskArticleMessagesVi } from '../../src/messages/desk-articles.vi.ts';
import { deskMessagesEn } from '../../src/messages/desk.en.ts';
import { deskMessagesVi } from '../../src/messages/desk.vi.ts';
import { deskStatsMessagesVi } from '../../src/messages/desk-stats.vi.ts';
import { deskWordMessagesVi } from '../../src/messages/desk-words.vi.ts';
import { reasonMessagesVi } from '../../src/messages/reasons.vi.ts';

const vietnamese = new Map(
  Object.entries({
    ...deskMessagesVi,
    ...deskAccountMessagesVi,
    ...deskArticleMessagesVi,
    ...deskStatsMessagesVi,
    ...deskWordMessagesVi,
    ...reasonMessagesVi,
  }),
);
const english = new Map(Object.entries(deskMessagesEn));
const everything = [...vietnamese, ...english];

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'newsroom')
    .toSorted();

const desk = fileURLToPath(new URL('../../src/desk/', import.meta.url));
const source = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(desk, path), 'utf8'))
  .join('\n');
const patterns = [...source.matchAll(/`(\w+(?:\.\w+)*\.)\$\{[^}]+\}`/g)].map(([, start]) => start!);

describe('the messages of the desk', () => {
  it('are the same in both languages: keys and what is filled in (C-1)', () => {
    assert.deepEqual([...english.keys()].toSorted(), [...vietnamese.keys()].toSorted());
    for (const [key, text] of vietnamese) {
      for (const form of (english.get(key) ?? '').split(' | ')) {
        assert.deepEqual(placeholders(form), placeholders(text), key);
      }
    }
  });

  it('count in English by singular and plural, each with its number (C-8)', () => {
    for (const [key, text] of english) {
      const forms = text.split(' | ');
      if (forms.length === 1) continue;
      assert.equal(forms.length, 2, key);
      assert.notEqual(forms[0], forms[1], key);
      for (const form of forms) assert.match(form, /\{n\}/, key);
    }
    assert.ok([...vietnamese.values()].every((text) => !text.includes('|')));
  });

  it('are NFC, with one tone placement, and neither beg nor shout (T-22, C-4)', () => {
    for (const [key, text] of everything) {
      assert.equal(text, text.normalize('NFC'), key);
      assert.doesNotMatch(text, /!|không hợp lệ|\binvalid\b|["']|\.{3}|\s{2}/i, key);
      assert.equal(text, text.trim(), key);
    }
    for (const [key, text] of vietnamese) {
      assert.doesNotMatch(
        text,
        /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])|vui lòng|bình luận/iu,
        key,
      );
    }
  });

  it('say what is missing (C-4)', () => {
    const empty = [...vietnamese].filter(
      ([key]) => key.endsWith('.empty') && key !== 'queue.empty',
    );
    assert.ok(empty.length >= 5);
    for (const [key, text] of empty) assert.match(text, /^Bạn chưa /, key);
  });

  it('are all used, and exist wherever the desk names one', () => {
    const unused = [...vietnamese.keys()].filter(
      (key) => !source.includes(`'${key}'`) && !patterns.some((start) => key.startsWith(start)),
    );
    assert.deepEqual(unused, ['newsroom']);
    const named = [...source.matchAll(/(?:localize|say)\(\s*'([^']+)'/g)].map(([, key]) => key!);
    assert.ok(named.length > 50);
    assert.deepEqual(
      named.filter((key) => !vietnamese.has(key)),
      [],
    );
  });
});
