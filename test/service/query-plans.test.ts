import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { CommentStore } from '../../src/service/index.ts';
import { createSqliteStore } from '../../src/service/index.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';

/** Every query a store sends while `work` runs, with the plan the database has for it. */
async function explain(
  t: TestContext,
  work: (store: CommentStore) => Promise<unknown>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = join(makeTemporaryFolder(t), 'comments.sqlite');
  const store = await createSqliteStore({ file });
  t.after(() => store.close());
  const prepare = t.mock.method(DatabaseSync.prototype, 'prepare');
  await work(store);
  const queries = prepare.mock.calls.map((call) => call.arguments[0]);
  prepare.mock.restore();
  const database = new DatabaseSync(file, { readOnly: true });
  t.after(() => database.close());
  const planOf = (query: string): readonly string[] =>
    database
      .prepare(`explain query plan ${query}`)
      .all()
      .map(({ detail }) => String(detail));
  return new Map(queries.map((query) => [query, planOf(query)]));
}

/** Reading the rows of a part that was searched already. */
const ofParts =
  /^(COMPOUND QUERY|LEFT-MOST SUBQUERY|UNION ALL|CO-ROUTINE (reply|decided)|SCAN (reply|decided))$/;

const searches = (plans: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const found: string[] = [];
  for (const [query, plan] of plans) {
    for (const step of plan.filter((one) => !ofParts.test(one))) {
      assert.match(
        step,
        /^SEARCH \w+ USING (?:(?:COVERING )?INDEX|INTEGER PRIMARY KEY)/,
        `${query}\n${plan.join('\n')}`,
      );
      found.push(step.replace(/^SEARCH /, ''));
    }
  }
  return [...new Set(found)];
};

describe('the public lists walk along an index and sort nothing', () => {
  const after = { likes: 1, publishedAt: '2026-11-24T05:00:00.000Z', id: 'x' };
  const article = 'bai-1';

  const asked: Readonly<
    Record<string, readonly [ask: (store: CommentStore) => Promise<unknown>, index: string[]]>
  > = {
    'the first page': [
      (store) => store.listPublished({ article, sort: 'newest', limit: 20 }),
      ['comments USING INDEX comments_by_time (article=? AND pinned=?)'],
    ],
    'a later page': [
      (store) => store.listPublished({ article, sort: 'newest', limit: 20, after }),
      [
        'comments USING INDEX comments_by_time (article=? AND pinned=? AND (published_at,id)<(?,?))',
      ],
    ],
    'a later page, oldest first': [
      (store) => store.listPublished({ article, sort: 'oldest', limit: 20, after }),
      [
        'comments USING INDEX comments_by_time (article=? AND pinned=? AND (published_at,id)>(?,?))',
      ],
    ],
    'the most liked': [
      (store) => store.listPublished({ article, sort: 'liked', limit: 20 }),
      [
        'comments USING INDEX comments_by_time (article=? AND pinned=?)',
        'comments USING INDEX comments_by_likes (article=? AND pinned=?)',
      ],
    ],
    'a later page of the most liked': [
      (store) => store.listPublished({ article, sort: 'liked', limit: 20, after }),
      [
        'comments USING INDEX comments_by_likes (article=? AND pinned=? AND (likes,published_at,id)<(?,?,?))',
      ],
    ],
    'answers to a comment': [
      (store) => store.listReplies({ parent: 'x', limit: 20 }),
      ['comments USING INDEX replies_by_time (parent=?)'],
    ],
    'later answers': [
      (store) => store.listReplies({ parent: 'x', limit: 20, after }),
      ['comments USING INDEX replies_by_time (parent=? AND (published_at,id)>(?,?))'],
    ],
    'a place': [
      (store) => store.findPositionBefore({ article, sort: 'liked', before: after }),
      [
        'comments USING INDEX comments_by_likes (article=? AND pinned=? AND (likes,published_at,id)>(?,?,?))',
      ],
    ],
    'an article': [
      (store) => store.findArticle(article),
      ['articles USING INDEX sqlite_autoindex_articles_1 (id=?)'],
    ],
    'an article with the modes above it': [
      (store) => store.findArticleWithModes(article),
      [
        'articles USING INDEX sqlite_autoindex_articles_1 (id=?)',
        'of_section USING INDEX sqlite_autoindex_modes_1 (scope=? AND name=?) LEFT-JOIN',
        'of_site USING INDEX sqlite_autoindex_modes_1 (scope=? AND name=?) LEFT-JOIN',
        'modes USING INDEX sqlite_autoindex_modes_1 (scope=? AND name=?)',
      ],
    ],
    'some articles': [
      (store) => store.findArticles(['a', 'b', 'c']),
      ['articles USING INDEX sqlite_autoindex_articles_1 (id=?)'],
    ],
    'a comment': [
      (store) => store.findPublished('x'),
      ['comments USING INDEX sqlite_autoindex_comments_1 (id=?)'],
    ],
  };
  for (const [what, [ask, expected]] of Object.entries(asked)) {
    it(`for ${what}`, async (t) => {
      assert.deepEqual(searches(await explain(t, ask)), expected);
    });
  }

  /** Two comments with an answer each. */
  const publishAnswers = (store: CommentStore): Promise<void> => {
    const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
    return store.transaction(async (transaction) => {
      await transaction.saveArticle(article);
      for (const [id, parent] of [
        ['a', null],
        ['b', null],
        ['c', 'a'],
        ['d', 'b'],
      ] as const) {
        await transaction.insert({ id, article, parent, texts, rawTexts: texts, signals: [] });
        await transaction.changeStatus({ id, to: 'published', who: 'test' });
      }
    });
  };

  it('for the first answers to comments, all in one query', async (t) => {
    const plans = await explain(t, async (store) => {
      await publishAnswers(store);
      await store.listPublished({ article, sort: 'newest', limit: 20 });
    });
    const unions = [...plans].filter(([query]) => query.includes('union all'));
    assert.equal(unions.length, 1);
    assert.deepEqual(searches(new Map(unions)), [
      'comments USING INDEX replies_by_time (parent=?)',
    ]);
  });

  it('also where an answer is published', async (t) => {
    const plans = await explain(t, publishAnswers);
    const queries = [...plans].filter(([query]) => /^(select|update)/.test(query));
    assert.equal(queries.length, 5);
    assert.deepEqual(searches(new Map(queries)), [
      'comments USING INDEX sqlite_autoindex_comments_1 (id=?)',
      'audit_log USING INTEGER PRIMARY KEY (rowid>?)',
      'articles USING INDEX sqlite_autoindex_articles_1 (id=?)',
    ]);
  });

  it('and asks by an index alone whether an author is known', async (t) => {
    const email = 'y@example.vn';
    const plans = await explain(t, async (store) => {
      await publishAnswers(store);
      await store.transaction(async (transaction) => {
        assert.equal(await transaction.hasPublished(email), true);
        assert.equal(await transaction.hasPublished('khac@example.vn'), false);
      });
    });
    const query = [...plans].filter(([one]) => one.includes('"author" = ?'));
    assert.deepEqual(searches(new Map(query)), [
      'comments USING COVERING INDEX comments_by_author (author=? AND status=?)',
    ]);
  });

  it('and asks by an index alone what became of an author’s comments (M-2)', async (t) => {
    const plans = await explain(t, async (store) => {
      await publishAnswers(store);
      await store.transaction(async (transaction) => {
        assert.deepEqual(await transaction.listDecidedOf('y@example.vn', 2), [
          'published',
          'published',
        ]);
      });
    });
    const query = [...plans].filter(([one]) => one.includes('"decided"'));
    assert.equal(query.length, 1);
    assert.deepEqual(searches(new Map(query)), [
      'comments USING COVERING INDEX comments_by_author (author=? AND status=?)',
    ]);
  });
});
