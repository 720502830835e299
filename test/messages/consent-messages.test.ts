import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consentMessagesEn } from '../../src/messages/consent.en.ts';
import { consentMessagesVi } from '../../src/messages/consent.vi.ts';

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the messages of consent', () => {
  const english = new Map(Object.entries(consentMessagesEn));

  it('are the same in both languages: keys and what is filled in (C-1)', () => {
    assert.deepEqual([...english.keys()], Object.keys(consentMessagesVi));
    for (const [key, text] of Object.entries(consentMessagesVi)) {
      assert.deepEqual(holes(english.get(key) ?? ''), holes(text), key);
    }
  });

  it('are NFC, with one tone placement, and neither beg nor shout (T-22, C-4)', () => {
    for (const [key, text] of Object.entries(consentMessagesVi)) {
      assert.equal(text, text.normalize('NFC'), key);
      assert.doesNotMatch(text, /o[àáảãạèéẻẽẹ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/iu, key);
      assert.doesNotMatch(text, /vui lòng|!/i, key);
    }
  });

  it('mark what may be left unticked', () => {
    for (const [key, text] of Object.entries(consentMessagesVi)) {
      if (!key.startsWith('consent.')) continue;
      assert.equal(text.includes('(không bắt buộc)'), key !== 'consent.process', key);
    }
  });
});
