import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formCheckMessagesVi } from '../../src/messages/form-checks.vi.ts';
import { formMessagesEn } from '../../src/messages/form.en.ts';
import { formMessagesVi } from '../../src/messages/form.vi.ts';
import { listActionMessagesVi } from '../../src/messages/list-actions.vi.ts';
import { listRefusalMessagesVi } from '../../src/messages/list-refusals.vi.ts';
import { listMessagesEn } from '../../src/messages/list.en.ts';
import { listMessagesVi } from '../../src/messages/list.vi.ts';
import { reasonMessagesVi } from '../../src/messages/reasons.vi.ts';
import { english, everything, vietnamese } from './form-catalogue.ts';

const placeholders = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();

describe('the messages of form and list', () => {
  it('are of the list whole, in every language (C-1)', () => {
    const keys = [
      listMessagesVi,
      listActionMessagesVi,
      listRefusalMessagesVi,
      reasonMessagesVi,
    ].flatMap((messages) => Object.keys(messages));
    assert.deepEqual(Object.keys(listMessagesEn).toSorted(), keys.toSorted());
  });

  it('say the same in form and list where they bear the same key', () => {
    const pairs = [
      [{ ...formMessagesVi, ...formCheckMessagesVi }, listMessagesVi],
      [formMessagesEn, listMessagesEn],
    ] as const;
    for (const [form, list] of pairs) {
      const shared = Object.entries(list).filter(([key]) => key in form);
      assert.ok(shared.length > 0);
      for (const [key, text] of shared) assert.equal(Reflect.get(form, key), text, key);
    }
  });

  it('have the same keys in every language (C-1)', () => {
    assert.deepEqual([...english.keys()].toSorted(), [...vietnamese.keys()].toSorted());
  });

  it('stand in one of the two Vietnamese files, so that no page loads one twice', () => {
    assert.deepEqual(
      Object.keys(formMessagesVi).filter((key) => key in formCheckMessagesVi),
      [],
    );
  });

  it('have the same placeholders in every language; only {newsroom} may be missing in one (C-1)', () => {
    for (const [key, text] of vietnamese) {
      // Each form of a text that counts, singular and plural, is one of its own.
      for (const form of (english.get(key) ?? '').split(' | ')) {
        const [vi, en] = [text, form].map((one) =>
          placeholders(one).filter((name) => name !== 'newsroom'),
        );
        assert.deepEqual(en, vi, key);
      }
    }
  });

  it('use only placeholders that form or list can fill in', () => {
    const known = new Set([
      'contact',
      'date',
      'max',
      'min',
      'n',
      'name',
      'newsroom',
      'reason',
      'sort',
      'suggestion',
      'time',
    ]);
    for (const [key, text] of everything) {
      assert.deepEqual(
        placeholders(text).filter((name) => !known.has(name)),
        [],
        key,
      );
      assert.doesNotMatch(text.replaceAll(/\{\w+\}/g, ''), /[{}]/, key);
    }
  });

  it('speak of hearing a code only in words that are for where that is offered', () => {
    const spoken = ['code.listen', 'code.listen.again', 'code.spoken', 'code.hint.spoken'];
    const told = ['code.hint.listen', 'code.image.alt.listen', 'code.wrong.spoken'];
    const forSpeech = new Set([...spoken, ...told]);
    for (const [key, text] of everything) {
      const names = /(?<!\p{L})nghe(?!\p{L})|\blisten\b|\bhear\b/iu.test(text);
      assert.equal(names, forSpeech.has(key), key);
    }
    for (const key of Object.keys({ ...formMessagesVi, ...formCheckMessagesVi })) {
      assert.ok(!forSpeech.has(key), `${key} comes with speech, not before`);
    }
  });

  it('promise that nothing is doubled only where a key went along (T-2)', () => {
    assert.match(vietnamese.get('net.timeout') ?? '', /cũng không bị trùng/);
    assert.match(english.get('net.timeout') ?? '', /will not duplicate/);
    assert.doesNotMatch(vietnamese.get('net.timeout.unsure') ?? '', /trùng/);
    assert.doesNotMatch(english.get('net.timeout.unsure') ?? '', /duplicate|again/);
  });
});

describe('messages that count', () => {
  const withForms = (messages: ReadonlyMap<string, string>): string[] =>
    [...messages].filter(([, text]) => text.includes('|')).map(([key]) => key);

  it('have a singular where English tells one from many (C-8)', () => {
    assert.deepEqual(withForms(english).toSorted(), [
      'content.left',
      'content.over',
      'content.tooLong',
      'count.number',
      'like.count.sr',
      'list.loaded.sr',
      'list.new',
      'replies.show',
      'summary.count',
    ]);
  });

  it('have one form in Vietnamese, which does not (C-8)', () => {
    assert.deepEqual(withForms(vietnamese), []);
  });

  it('hold two different forms, each with the number that chooses (C-8)', () => {
    for (const key of withForms(english)) {
      const forms = english.get(key)!.split(' | ');
      assert.equal(forms.length, 2, key);
      assert.notEqual(forms[0], forms[1], key);
      for (const form of forms) assert.match(form, /\{n\}/, key);
    }
  });
});
