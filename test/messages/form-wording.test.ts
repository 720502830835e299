import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everything, vietnamese as catalogue } from './form-catalogue.ts';

const vietnamese = [...catalogue];

/**
 * The school's tone placement (hoà, khoẻ, thuỷ) in an open syllable. `qu` is a consonant, so quý is
 * written alike by both rules; toàn and khoét have a final and are alike as well.
 */
const schoolTone = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/iu;

/** Notices and hints: whole sentences, which stand by themselves. */
const sentences: ReadonlySet<string> = new Set([
  'form.intro',
  'form.accents',
  'form.requiredNote',
  'name.hint',
  'address.hint',
  'email.hint',
  'content.hint',
  'code.hint',
  'code.hint.listen',
  'code.hint.spoken',
  'code.image.alt',
  'code.image.alt.listen',
  'code.skipped',
  'pow.done',
  'code.spoken',
  'code.waiting',
  'code.loaded',
  'draft.restored',
  'net.offline',
  'net.failed',
  'net.timeout',
  'net.timeout.unsure',
  'server.error',
  'server.maintenance',
  'server.forbidden',
  'server.tooLarge',
  'server.unreadable',
  'rate.wait',
  'rate.many',
  'duplicate',
  'reply.gone',
  'sent.pending',
  'sent.published',
  'state.closed',
  'state.closedAuto',
  'state.closing',
  'state.off',
  'item.erased',
  'item.mine.pending',
  'item.removed',
  'like.failed',
  'list.empty',
  'list.empty.closed',
  'list.end',
  'list.failed',
  'list.loaded.sr',
  'report.already',
  'report.done',
  'report.failed',
  'share.done',
  'sort.done.sr',
  'state.readonly',
  'typing.help',
  'reason.reader.text',
]);

describe('the wording of form and list', () => {
  it('is NFC (T-22, C-4)', () => {
    for (const [key, text] of everything) assert.equal(text, text.normalize('NFC'), key);
  });

  it('writes tòa, xóa, hủy, khóa: one tone placement (T-22, C-4)', () => {
    for (const [key, text] of vietnamese) assert.doesNotMatch(text, schoolTone, key);
  });

  it('is measured by a rule that tells the two placements apart', () => {
    for (const word of ['hoà', 'Khoẻ', 'thuỷ', 'uỷ ban', 'TOÀ SOẠN'])
      assert.match(word, schoolTone);
    for (const word of ['hòa', 'khỏe', 'thủy', 'toàn', 'khoét', 'quý', 'Quỳ', 'khuỷu', 'xoài'])
      assert.doesNotMatch(word, schoolTone);
  });

  it('never says only that something is invalid, and never shouts (C-4)', () => {
    for (const [key, text] of everything) {
      assert.doesNotMatch(text, /không hợp lệ|\binvalid\b/i, key);
      assert.doesNotMatch(text, /!/, key);
    }
  });

  it('states that a field is empty instead of begging for it (C-4)', () => {
    // "list.empty" is about the list.
    const empty = vietnamese.filter(([key]) => key.endsWith('.empty') && key !== 'list.empty');
    assert.deepEqual(
      empty.map(([key]) => key),
      [
        'name.empty',
        'address.empty',
        'email.empty',
        'content.empty',
        'code.empty',
        'consent.empty',
        'report.empty',
      ],
    );
    for (const [key, text] of empty) {
      assert.match(text, key === 'consent.empty' ? /^Bạn cần đồng ý / : /^Bạn chưa /, key);
      assert.doesNotMatch(text, /vui lòng/i, key);
    }
  });

  it('ends notices and hints with a full stop, labels and inline errors without one (C-5)', () => {
    const stopped = everything.filter(([, text]) => text.endsWith('.')).map(([key]) => key);
    assert.deepEqual(new Set(stopped), sentences);
    for (const [key, text] of everything) assert.equal(text.endsWith('.'), sentences.has(key), key);
  });

  it('calls the reader bạn, the contribution ý kiến, and uses typographic quotes', () => {
    for (const [key, text] of vietnamese)
      assert.doesNotMatch(text, /bình luận|quý (vị|khách)/i, key);
    for (const [key, text] of everything) assert.doesNotMatch(text, /["']|\.{3}/, key);
  });

  it('has no stray blanks', () => {
    for (const [key, text] of everything) {
      assert.equal(text, text.trim(), key);
      assert.doesNotMatch(text, /\s{2}|[\t\n\u{a0}]/u, key);
    }
  });
});
