import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Kysely } from 'kysely';
import type { CommentStatus, CommentStore, SearchPlace } from '../../src/service/index.ts';
import { createSqliteStore } from '../../src/service/index.ts';
import { openNodeSqliteDatabase } from '../../src/service/store/node-sqlite-database.ts';
import { createNodeSqliteDialect } from '../../src/service/store/node-sqlite-dialect.ts';
import {
  createSqliteSearch,
  type SqliteSearchOptions,
} from '../../src/service/store/sqlite-search.ts';
import type { Tables } from '../../src/service/store/tables.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';

async function keepAll(store: CommentStore, contents: readonly string[]): Promise<string[]> {
  const createId = createUuidV7();
  const ids = contents.map(() => createId());
  for (const [index, content] of contents.entries()) {
    const texts = { name: 'Ý', address: '', email: '', content };
    await store.transaction(async (transaction) => {
      await transaction.saveArticle('bai-1');
      const [id, article] = [ids[index]!, 'bai-1'];
      await transaction.insert({ id, article, parent: null, texts, rawTexts: texts, signals: [] });
    });
  }
  return ids;
}

/** A store whose every fourth comment says "chợ", every fourth "chờ", and search over it with some settings. */
async function createMarket(t: TestContext) {
  const file = join(makeTemporaryFolder(t), 'comments.sqlite');
  const store = await createSqliteStore({ file });
  t.after(() => store.close());
  const contents = Array.from(
    { length: 100 },
    (_, index) => ['chợ', 'nhà', 'chờ', 'xe'][index % 4]!,
  );
  const ids = await keepAll(store, contents);
  const idsOf = (content: string): string[] =>
    ids.filter((_, index) => contents[index] === content).toReversed();
  const db = new Kysely<Tables>({ dialect: createNodeSqliteDialect(openNodeSqliteDatabase(file)) });
  t.after(() => db.destroy());
  const request = { phrases: [searchWords('chợ')], limit: 12 };
  const find = (
    options: SqliteSearchOptions,
    after?: SearchPlace,
    status: CommentStatus = 'pending',
  ) => createSqliteSearch(options).find(db, { ...request, after, status });
  return { find, expected: [...idsOf('chợ'), ...idsOf('chờ')] };
}

describe('search on SQLite', () => {
  for (const numbersAtOnce of [1, 7, 99, 100, 101]) {
    it(`finds the same whatever part is looked at in one query: ${numbersAtOnce}`, async (t) => {
      const { find, expected } = await createMarket(t);
      const found: string[] = [];
      let after: SearchPlace | undefined;
      do {
        const { ids, next } = await find({ now: () => 0, numbersAtOnce }, after);
        found.push(...ids);
        after = next ?? undefined;
      } while (after);
      assert.deepEqual(found, expected);
    });
  }

  it('gives what it has when it is late, and goes on there', async (t) => {
    const { find, expected } = await createMarket(t);
    let nowMs = 0;
    const options = { now: () => (nowMs += 100), numbersAtOnce: 10 };
    const first = await find(options);
    assert.ok(first.ids.length < 12);
    const found = [...first.ids];
    for (let after = first.next; after;) {
      const page = await find(options, after);
      found.push(...page.ids);
      after = page.next;
    }
    assert.deepEqual(found, expected);
    const none = await find(options, undefined, 'spam');
    assert.deepEqual(none.ids, []);
    assert.equal(none.next?.part, 'exact');
  });

  it('takes new comments into its index together, and leaves no text there', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = await createSqliteStore({ file });
    t.after(() => store.close());
    const database = new DatabaseSync(file, { readOnly: true });
    t.after(() => database.close());
    const count = (table: string): unknown =>
      database.prepare(`select count(*) as n from ${table}`).get()?.['n'];
    const counts = (): unknown[] => [count('search_waiting'), count('search_rows')];
    await keepAll(store, Array<string>(63).fill('hay'));
    assert.deepEqual(counts(), [63, 0]);
    await keepAll(store, ['hay']);
    assert.deepEqual(counts(), [0, 64]);
    await keepAll(store, ['hay']);
    assert.deepEqual(counts(), [1, 64]);
    await store.searchComments({ phrases: [searchWords('hay')], limit: 1 });
    assert.deepEqual(counts(), [0, 65]);
    const row = database.prepare('select * from comment_words limit 1').get();
    assert.deepEqual({ ...row }, { exact: null, folded: null, article: null });
  });
});
