import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyArticleChange } from '../../src/service/rules/article-change.ts';

describe('applyArticleChange', () => {
  const nowMs = Date.parse('2026-11-24T00:00:00Z');
  const past = '2026-11-01T00:00:00.000Z';
  const future = '2026-12-01T00:00:00.000Z';
  const untouched = { state: null, closesAt: null };

  it('changes what is named and leaves the rest', () => {
    const dated = { state: 'open', closesAt: future } as const;
    assert.deepEqual(applyArticleChange(dated, { state: 'hidden' }, nowMs), {
      state: 'hidden',
      closesAt: future,
    });
    assert.deepEqual(applyArticleChange(dated, { closesAt: past }, nowMs), {
      state: 'open',
      closesAt: past,
    });
    assert.deepEqual(applyArticleChange(untouched, { closesAt: future }, nowMs), {
      state: null,
      closesAt: future,
    });
  });

  it('holds an article for open by the word of the newsroom where it is never to close (L-14)', () => {
    const open = { state: 'open', closesAt: null };
    assert.deepEqual(applyArticleChange(untouched, { closesAt: null }, nowMs), open);
    assert.deepEqual(applyArticleChange(untouched, { state: 'open' }, nowMs), open);
    const closed = { state: 'closed', closesAt: future } as const;
    assert.deepEqual(applyArticleChange(closed, { closesAt: null }, nowMs), {
      state: 'closed',
      closesAt: null,
    });
  });

  it('closes by itself again where the newsroom takes back what it has said (M-2)', () => {
    const said = { state: 'closed', closesAt: past } as const;
    assert.deepEqual(applyArticleChange(said, { state: null }, nowMs), untouched);
    assert.deepEqual(applyArticleChange(said, { state: null, closesAt: null }, nowMs), untouched);
    const dated = { state: null, closesAt: future };
    assert.deepEqual(applyArticleChange(said, dated, nowMs), dated);
  });

  it('forgets a time that has passed when the article is opened again, and no other', () => {
    const over = { state: null, closesAt: past };
    assert.equal(applyArticleChange(over, { state: 'open' }, nowMs).closesAt, null);
    assert.equal(applyArticleChange(over, { state: 'open', closesAt: past }, nowMs).closesAt, past);
    const later = { state: 'closed', closesAt: future } as const;
    assert.equal(applyArticleChange(later, { state: 'open' }, nowMs).closesAt, future);
  });
});
