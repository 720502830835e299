import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskStats } from '../../../src/protocol/desk-stats.ts';
import { deskStatsSchema } from '../../../src/protocol/schemas-of-desk-stats.ts';
import { compileStats } from '../../../src/service/desk/compile-stats.ts';
import type { CommentStore } from '../../../src/service/store/comment-store.ts';
import type { StatsReading } from '../../../src/service/store/stats-reading.ts';
import { type DeskBrowser, refusalCode } from '../../support/desk-fixture.ts';
import { openNewsroom, readChange } from '../../support/newsroom-fixture.ts';

const dayMs = 24 * 60 * 60 * 1000;

const ask = (browser: DeskBrowser, from: string, to: string): Promise<Response> =>
  browser.get(`/api/stats?${new URLSearchParams({ from, to })}`);

/** The numbers of yesterday, today and tomorrow. */
const look = async (browser: DeskBrowser): Promise<DeskStats> => {
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const response = await ask(browser, at(-dayMs), at(dayMs));
  assert.equal(response.status, 200, await response.clone().text());
  return deskStatsSchema.parse(await response.json());
};

describe('the newsroom’s numbers at the desk (M-12)', () => {
  it('tell what came of a day: by status, reason, editor and article', async (t) => {
    const newsroom = await openNewsroom(t);
    const { decide, desk, editor, publish, write } = newsroom;
    const ids: string[] = [];
    for (const content of ['một', 'hai', 'ba', 'bốn', 'năm']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      ids.push(await write(`Ý kiến thứ ${content}.`));
    }
    await write('Ý kiến về bài khác.', { article: 'bai-2' });
    const { comment } = await readChange(
      await editor.send('PUT', `/api/comments/${ids[0]}/text`, {
        version: 0,
        content: 'Ý kiến thứ nhất.',
        note: 'lỗi gõ',
      }),
    );
    assert.equal(comment.status, 'pending');
    await editor.send('POST', `/api/comments/${ids[0]}/decision`, {
      version: comment.version,
      decision: 'publish',
    });
    await publish(ids[1]!);
    await decide(ids[2]!, { version: 0, decision: 'reject', reason: 'privacy' });
    const lan = await desk.atDesk('moderator');
    await decide(ids[3]!, { version: 0, decision: 'spam' }, lan);
    const stats = await look(editor);
    const { waits, ...total } = stats.total;
    assert.deepEqual(total, {
      received: 6,
      pending: 2,
      published: 2,
      rejected: 1,
      spam: 1,
      removed: 0,
      erased: 0,
      edited: 1,
    });
    assert.equal(waits?.count, 4);
    assert.deepEqual(stats.reasons, [{ reason: 'privacy', count: 1 }]);
    assert.deepEqual(
      stats.editors.map(({ published, rejected, spam, edited }) => [
        published,
        rejected,
        spam,
        edited,
      ]),
      [
        [2, 1, 0, 1],
        [0, 0, 1, 0],
      ],
    );
    assert.ok(stats.editors.every(({ name, id }) => name !== '' && id !== ''));
    assert.deepEqual(
      stats.articles.map(({ article, received, published }) => [article.id, received, published]),
      [
        ['bai-1', 5, 2],
        ['bai-2', 1, 0],
      ],
    );
    assert.equal(stats.hasMoreArticles, false);
  });

  it('name no reader', async (t) => {
    const { editor, write } = await openNewsroom(t);
    await write('Ý kiến riêng.', { name: 'Người Kín Tiếng', email: 'kin@example.vn' });
    const text = JSON.stringify(await look(editor));
    assert.doesNotMatch(text, /Kín|kin@|riêng/);
  });

  it('are for a span of time that has an end, and not for more than 92 days', async (t) => {
    const { editor } = await openNewsroom(t);
    const first = '2026-07-01T00:00:00+07:00';
    assert.equal((await ask(editor, first, '2026-10-01T00:00:00+07:00')).status, 200);
    for (const [from, to] of [
      [first, '2026-10-01T00:00:01+07:00'],
      [first, first],
      ['2026-07-02T00:00:00Z', '2026-07-01T00:00:00Z'],
      ['2026-07-01', '2026-07-02'],
      ['', ''],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const response = await ask(editor, from, to);
      assert.equal(response.status, 400, `${from} ${to}`);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(response), 'invalid-query');
    }
  });
});

/** A store that plays one day's numbers; the others' are none. */
const played = (numbers: Partial<Record<keyof StatsReading, readonly unknown[]>>): CommentStore => {
  const asked = new Set<string>();
  const once = (what: keyof StatsReading) => async () => {
    if (asked.has(what)) return [];
    asked.add(what);
    return numbers[what] ?? [];
  };
  return {
    tallyComments: once('tallyComments'),
    tallyReasons: once('tallyReasons'),
    tallyEditors: once('tallyEditors'),
    listWaits: once('listWaits'),
    findArticlePages: async () =>
      new Map([['bai-1', { url: 'https://bao.vn/1', title: 'Bến đò' }]]),
  } as unknown as CommentStore;
};

describe('what is made of the numbers of days', () => {
  const period = { fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-11-08') };

  it('is half and nine of ten of the waits, each a wait that was, in whole seconds', async () => {
    const waits = Array.from({ length: 10 }, (_, index) => ({
      article: 'bai-1',
      editor: 'e1',
      ms: (10 - index) * 1000 + 400,
    }));
    const store = played({ listWaits: waits });
    const { total } = await compileStats(store, period);
    assert.deepEqual(total.waits, { count: 10, median: 5, ninetieth: 9 });
    const one = await compileStats(played({ listWaits: waits.slice(0, 1) }), period);
    assert.deepEqual(one.total.waits, { count: 1, median: 10, ninetieth: 10 });
    const none = await compileStats(played({}), period);
    assert.ok(!('waits' in none.total));
  });

  it('lets others in after each day', async () => {
    let turns = 0;
    const count = (): void => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await compileStats(played({}), { fromMs: 0, toMs: 92 * dayMs });
    clearImmediate(next);
    assert.ok(turns >= 91, String(turns));
  });

  it('begins with the articles that had most, by their titles, and says where some are left out', async () => {
    const tallies = Array.from({ length: 1002 }, (_, index) => ({
      article: `bai-${index}`,
      status: 'pending',
      edited: false,
      count: index === 1 ? 5 : 1,
    }));
    const { articles, hasMoreArticles, total } = await compileStats(
      played({ tallyComments: tallies }),
      period,
    );
    assert.deepEqual(articles[0]?.article, {
      id: 'bai-1',
      url: 'https://bao.vn/1',
      title: 'Bến đò',
    });
    assert.equal(articles.length, 1000);
    assert.equal(hasMoreArticles, true);
    assert.equal(total.received, 1006);
  });
});
