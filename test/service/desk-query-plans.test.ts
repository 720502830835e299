import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { DeskQueue } from '../../src/protocol/desk.ts';
import type { CommentStore, QueueRequest } from '../../src/service/index.ts';
import { createSqliteStore } from '../../src/service/index.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';

const id = '01a20c18-dcba-7000-8000-000000000001';
const article = 'bai-1';

/** Every step of every query a store sends while `work` runs, with one comment in it. */
async function explain(
  t: TestContext,
  work: (store: CommentStore) => Promise<unknown>,
): Promise<readonly string[]> {
  const file = join(makeTemporaryFolder(t), 'comments.sqlite');
  const store = await createSqliteStore({ file });
  t.after(() => store.close());
  const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
  await store.transaction(async (transaction) => {
    await transaction.saveArticle(article);
    const network = '203.0.113.0/24';
    const signals = [{ code: 'link', severity: 'hold', offsets: [] }] as const;
    await transaction.insert({
      id,
      article,
      parent: null,
      texts,
      rawTexts: texts,
      signals,
      network,
    });
  });
  const prepare = t.mock.method(DatabaseSync.prototype, 'prepare');
  await work(store);
  const queries = prepare.mock.calls.map((call) => call.arguments[0]);
  prepare.mock.restore();
  const database = new DatabaseSync(file, { readOnly: true });
  t.after(() => database.close());
  const steps = queries
    .filter((query) => query.startsWith('select'))
    .flatMap((query) => database.prepare(`explain query plan ${query}`).all())
    .map(({ detail }) => String(detail));
  return [...new Set(steps)];
}

describe('reading for the desk walks along indexes and sorts nothing', () => {
  const byId = 'SEARCH comments USING INDEX sqlite_autoindex_comments_1 (id=?)';
  const after = { id, reports: 1 };
  const walks: Readonly<
    Record<string, readonly [DeskQueue, Partial<QueueRequest>, index: string, condition: string]>
  > = {
    'new comments': ['new', {}, 'comments_waiting', '(held=?)'],
    'new comments, a later page': ['new', { after }, 'comments_waiting', '(held=? AND id>?)'],
    'suspect comments, newest first': [
      'suspect',
      { order: 'newest', after },
      'comments_waiting',
      '(held=? AND id<?)',
    ],
    'suspect comments of a time': [
      'suspect',
      { fromMs: 0, toMs: 1 },
      'comments_waiting',
      '(held=? AND id>? AND id<?)',
    ],
    'the reported ones': ['reported', {}, 'comments_reported', '(open_reports>?)'],
    'the reported ones, a later page': [
      'reported',
      { after },
      'comments_reported',
      '(open_reports>? AND (open_reports,id)<(?,?))',
    ],
    'published comments': ['published', {}, 'comments_by_status', '(status=?)'],
    'published comments, a later page': [
      'published',
      { order: 'newest', after },
      'comments_by_status',
      '(status=? AND id<?)',
    ],
    'published comments of a time': [
      'published',
      { fromMs: 0, toMs: 1, order: 'newest', after },
      'comments_by_status',
      '(status=? AND id>? AND id<?)',
    ],
    'new comments of an article': [
      'new',
      { article },
      'comments_of_article',
      '(article=? AND status=?)',
    ],
    'spam of an article, a later page': [
      'spam',
      { article, after },
      'comments_of_article',
      '(article=? AND status=? AND id>?)',
    ],
    'comments with a signal': ['new', { flag: 'link' }, 'comments_waiting', '(held=?)'],
  };
  for (const [what, [queue, asked, index, condition]] of Object.entries(walks)) {
    it(`for ${what}`, async (t) => {
      const steps = await explain(t, (store) =>
        store.listQueue({ queue, order: 'oldest', limit: 50, ...asked }),
      );
      const walk = steps.filter((step) => step !== byId);
      assert.deepEqual(walk, [`SEARCH comments USING INDEX ${index} ${condition}`]);
    });
  }

  it('for the counts, by indexes alone', async (t) => {
    const steps = await explain(t, (store) => store.countQueues());
    assert.deepEqual(steps.toSorted(), [
      'CO-ROUTINE counted',
      'SCAN counted',
      'SEARCH comments USING COVERING INDEX comments_by_status (status=?)',
      'SEARCH comments USING COVERING INDEX comments_reported (open_reports>?)',
      'SEARCH comments USING COVERING INDEX comments_waiting (held=?)',
    ]);
  });

  it('for what waits, by one index', async (t) => {
    const steps = await explain(t, (store) => store.measureWaiting());
    assert.deepEqual(steps.toSorted(), [
      'CO-ROUTINE counted',
      'SCAN counted',
      'SEARCH comments USING COVERING INDEX comments_waiting (held=?)',
      'SEARCH comments USING INDEX comments_waiting (held=?)',
    ]);
  });

  for (const part of ['exact', 'rest'] as const) {
    it(`for a search: ${part}`, async (t) => {
      const phrases = [searchWords('hay')];
      const steps = await explain(t, async (store) => {
        await store.searchComments({ phrases, limit: 50, after: { part, at: '100' } });
      });
      for (const step of steps) {
        assert.match(
          step,
          /^SEARCH \w+ USING|^SCAN comment_words VIRTUAL TABLE INDEX \d+:.*M\d|^SCAN search_(rows|waiting)$/,
        );
      }
      assert.equal(steps.filter((step) => step.startsWith('SCAN comment_words')).length, 1);
    });
  }

  it('for the reports of a comment', async (t) => {
    assert.deepEqual(await explain(t, (store) => store.listReportsOf(id)), [
      'SEARCH reports USING INDEX reports_by_time (comment=?)',
    ]);
  });

  it('for the card of an author', async (t) => {
    const steps = await explain(t, async (store) => {
      const comment = await store.find(id);
      assert.ok(await store.findAuthorCard(comment!));
    });
    assert.deepEqual(steps, [
      byId,
      'SEARCH comments USING COVERING INDEX comments_by_author (author=?)',
      'SEARCH comments USING INDEX comments_by_author (author=? AND status=?)',
      'SEARCH authors USING INDEX sqlite_autoindex_authors_1 (key=?)',
      'CO-ROUTINE counted',
      'SEARCH comments USING COVERING INDEX comments_by_network (network=? AND id>?)',
      'SCAN counted',
    ]);
  });

  it('for the pages of articles', async (t) => {
    assert.deepEqual(await explain(t, (store) => store.findArticlePages([article, 'bai-2'])), [
      'SEARCH articles USING INDEX sqlite_autoindex_articles_1 (id=?)',
    ]);
  });

  for (const [what, query] of [
    ['all articles', ''],
    ['articles by their titles', 'hay'],
  ] as const) {
    it(`for ${what}, from any place on (M-2)`, async (t) => {
      const after = { createdAt: '2026-11-24T05:00:00.000Z', id: 'x' };
      const steps = await explain(t, async (store) => {
        await store.searchArticles({ query, limit: 50 });
        await store.searchArticles({ query, limit: 50, after });
      });
      assert.deepEqual(steps, [
        'SCAN articles USING INDEX articles_by_time',
        'SEARCH articles USING INDEX articles_by_time ((created_at,id)<(?,?))',
      ]);
    });
  }

  it('for the modes, and the names of sections', async (t) => {
    const steps = await explain(t, async (store) => {
      await store.listModes();
      await store.listSections();
    });
    assert.deepEqual(steps, [
      'SCAN modes USING INDEX sqlite_autoindex_modes_1',
      'SEARCH articles USING COVERING INDEX articles_by_section (section>?)',
    ]);
  });

  it('for what was set of an article last', async (t) => {
    const steps = await explain(t, (store) =>
      store.transaction((transaction) => transaction.findLastAuditOfArticle(article)),
    );
    assert.deepEqual(steps, ['SEARCH audit_log USING INDEX audit_log_of_article (article=?)']);
  });
});
