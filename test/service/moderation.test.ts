import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorStandings, type ModerationMode, moderationModes } from '../../src/protocol/desk.ts';
import { judgeUnderModes } from '../../src/service/rules/article-state.ts';
import { isTrusted } from '../../src/service/rules/author-record.ts';
import {
  findMode,
  type ModeLevels,
  resolveModeration,
  ruleName,
} from '../../src/service/rules/moderation.ts';

type Said = ModerationMode | null;

const said: readonly Said[] = [null, ...moderationModes];

/** Every combination of what article, section, site and setting may say. */
const allLevels: readonly ModeLevels[] = said.flatMap((article) =>
  said.flatMap((section) =>
    said.flatMap((site) => moderationModes.map((setting) => ({ article, section, site, setting }))),
  ),
);

describe('resolveModeration (M-2)', () => {
  it('takes the word of the nearest: article, section, site, setting', () => {
    assert.equal(allLevels.length, 500);
    for (const levels of allLevels) {
      const { article, section, site, setting } = levels;
      const nearest =
        article !== null
          ? { mode: article, from: 'article' }
          : section !== null
            ? { mode: section, from: 'section' }
            : site !== null
              ? { mode: site, from: 'site' }
              : { mode: setting, from: 'setting' };
      assert.deepEqual(findMode(levels), nearest, JSON.stringify(levels));
      assert.deepEqual(resolveModeration(levels, 'usual'), nearest, JSON.stringify(levels));
    }
  });

  it('takes the word about an author before that, but for what is closed (M-8)', () => {
    const modeOf = { trusted: 'post', premoderated: 'pre', muted: 'pre', banned: 'pre' } as const;
    for (const levels of allLevels) {
      const nearest = findMode(levels);
      for (const standing of authorStandings) {
        if (standing === 'usual') continue;
        assert.deepEqual(
          resolveModeration(levels, standing),
          nearest.mode === 'closed' ? nearest : { mode: modeOf[standing], from: 'author' },
          `${JSON.stringify(levels)} ${standing}`,
        );
      }
    }
  });

  it('has a name for what published a comment at once (L-12)', () => {
    const nothing: ModeLevels = { article: null, section: null, site: null, setting: 'post' };
    const nameOf = (levels: Partial<ModeLevels>, standing = authorStandings[0]!): string =>
      ruleName(resolveModeration({ ...nothing, ...levels }, standing));
    assert.equal(nameOf({}), 'moderation=post');
    assert.equal(nameOf({ setting: 'trusted' }), 'moderation=trusted');
    assert.equal(nameOf({ site: 'post' }), 'site=post');
    assert.equal(nameOf({ section: 'trusted' }), 'section=trusted');
    assert.equal(nameOf({ article: 'post', section: 'pre' }), 'article=post');
    assert.equal(nameOf({ article: 'pre' }, 'trusted'), 'author=trusted');
  });
});

describe('isTrusted (M-2)', () => {
  const rule = { accepted: 3, of: 5 };

  it('asks for so many published among the last that were decided on', () => {
    assert.equal(isTrusted(['published', 'published', 'published'], rule), true);
    assert.equal(isTrusted(['published', 'published'], rule), false);
    assert.equal(isTrusted([], rule), false);
    const two = ['rejected', 'published', 'removed', 'published'] as const;
    assert.equal(isTrusted([...two, 'published'], rule), true);
    assert.equal(isTrusted([...two, 'rejected', 'published'], rule), false);
  });

  it('trusts nobody with spam among them, however much else was published', () => {
    const four = ['published', 'published', 'published', 'published'] as const;
    assert.equal(isTrusted([...four, 'spam'], rule), false);
    assert.equal(isTrusted(['spam', ...four], rule), false);
    assert.equal(isTrusted([...four, 'rejected', 'spam'], rule), true);
  });
});

describe('judgeUnderModes (M-2, N-9)', () => {
  const closesAt = '2026-12-01T00:00:00.000Z';
  const clock = { nowMs: Date.parse('2026-11-24T00:00:00Z'), autoCloseDays: 0 };
  const article = {
    id: 'bai-1',
    createdAt: '2026-11-20T00:00:00.000Z',
    count: 0,
    revision: 0,
    version: 0,
    state: null,
    closesAt: null,
    mode: null,
    section: null,
  };
  const free = { sectionMode: null, siteMode: null };
  const pre = { ...clock, moderation: 'pre' } as const;

  it('closes what is open, whoever has said so, and known or not', () => {
    const closed = { state: 'closed' };
    assert.deepEqual(judgeUnderModes({ ...free }, pre), { state: 'open' });
    assert.deepEqual(judgeUnderModes({ ...free }, { ...pre, moderation: 'closed' }), closed);
    assert.deepEqual(judgeUnderModes({ ...free, siteMode: 'closed' }, pre), closed);
    assert.deepEqual(judgeUnderModes({ ...free, article, sectionMode: 'closed' }, pre), closed);
    const own = { ...article, mode: 'closed', state: 'open', closesAt } as const;
    assert.deepEqual(judgeUnderModes({ ...free, article: own }, pre), closed);
  });

  it('leaves an article open whose own mode takes comments', () => {
    const own = { ...article, mode: 'post' } as const;
    const found = { article: own, sectionMode: 'closed', siteMode: 'closed' } as const;
    assert.deepEqual(judgeUnderModes(found, pre), { state: 'open' });
  });

  it('leaves every other state as it is, with what is known of its time', () => {
    for (const state of ['readonly', 'hidden', 'closed'] as const) {
      const found = { ...free, article: { ...article, state }, siteMode: 'closed' } as const;
      assert.deepEqual(judgeUnderModes(found, pre), { state });
    }
    const over = { ...article, closesAt: '2026-11-21T00:00:00.000Z' };
    assert.deepEqual(judgeUnderModes({ ...free, article: over, siteMode: 'closed' }, pre), {
      state: 'closed',
      closesAt: over.closesAt,
    });
  });
});
