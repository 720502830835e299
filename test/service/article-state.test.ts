import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeArticle } from '../../src/service/rules/article-state.ts';

describe('judgeArticle', () => {
  const createdAt = '2026-11-01T00:00:00.000Z';
  const untouched = { state: null, closesAt: null, createdAt };
  const at = (time: string, autoCloseDays = 14) => ({ nowMs: Date.parse(time), autoCloseDays });
  const soon = '2026-11-10T00:00:00.000Z';
  const past = '2026-11-02T00:00:00.000Z';
  const now = at('2026-11-05T00:00:00Z');

  it('holds an article nobody has written under for open', () => {
    assert.deepEqual(judgeArticle(undefined, now), { state: 'open' });
  });

  it('closes an article as many days after its first comment as are set, to the millisecond (L-14)', () => {
    const closesAt = '2026-11-15T00:00:00.000Z';
    const before = at('2026-11-14T23:59:59.999Z');
    assert.deepEqual(judgeArticle(untouched, before), { state: 'open', closesAt });
    assert.deepEqual(judgeArticle(untouched, at(closesAt)), { state: 'closed', closesAt });
    assert.deepEqual(judgeArticle(untouched, at(closesAt, 20)), {
      state: 'open',
      closesAt: '2026-11-21T00:00:00.000Z',
    });
  });

  it('closes nothing by itself with 0 days', () => {
    assert.deepEqual(judgeArticle(untouched, at('2036-01-01T00:00:00Z', 0)), { state: 'open' });
  });

  it('takes the word of the newsroom before that (N-9)', () => {
    const years = at('2036-01-01T00:00:00Z');
    assert.deepEqual(judgeArticle({ ...untouched, state: 'open' }, years), { state: 'open' });
    const dated = { ...untouched, closesAt: soon };
    assert.deepEqual(judgeArticle(dated, now), { state: 'open', closesAt: soon });
    assert.deepEqual(judgeArticle(dated, at(soon)), { state: 'closed', closesAt: soon });
    const open = { ...dated, state: 'open' } as const;
    assert.deepEqual(judgeArticle(open, at(soon)), { state: 'closed', closesAt: soon });
  });

  it('tells of a time only what is or will be true', () => {
    const closed = { ...untouched, state: 'closed' } as const;
    assert.deepEqual(judgeArticle(closed, now), { state: 'closed' });
    assert.deepEqual(judgeArticle({ ...closed, closesAt: soon }, now), { state: 'closed' });
    assert.deepEqual(judgeArticle({ ...closed, closesAt: past }, now), {
      state: 'closed',
      closesAt: past,
    });
    for (const state of ['readonly', 'hidden'] as const) {
      assert.deepEqual(judgeArticle({ ...untouched, state, closesAt: past }, now), { state });
    }
  });
});
