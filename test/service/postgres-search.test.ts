import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CommentStore, openStore, type SearchRequest } from '../../src/service/index.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { type PostgresDatabase, postgresUrl } from '../support/postgres-server.ts';
import { createMigratedDatabase } from '../support/test-database.ts';

/** Comments with the frequent words: more than are taken from the index at once. */
const old = 5200;
/** Newer ones without them: more than are looked at one by one. */
const fresh = 2200;

/** Ids in the order of their numbers. */
const idOf = (number: number): string =>
  `01a20c18-dcba-7000-8000-${String(number).padStart(12, '0')}`;

const limit = 50;

describe(
  'search on PostgreSQL, where the newest comments do not fill a page (T-18)',
  { skip: postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)' },
  () => {
    let database: PostgresDatabase;
    let store: CommentStore;

    const write = async (number: number, article: string, content: string): Promise<void> => {
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content };
      const id = idOf(number);
      await store.transaction(async (one) => {
        await one.saveArticle(article);
        await one.insert({ id, article, parent: null, texts, rawTexts: texts, signals: [] });
      });
    };

    /** Copies of a comment under other numbers, with its words. */
    const copy = async (number: number, from: number, to: number): Promise<void> => {
      const name = `'01a20c18-dcba-7000-8000-' || lpad(n::text, 12, '0')`;
      await database.execute(`
        insert into comments select (jsonb_populate_record(c, jsonb_build_object('id', ${name}))).*
        from comments c, generate_series(${from}, ${to}) n where c.id = '${idOf(number)}'`);
      await database.execute(`
        insert into comment_terms select ${name}, t.exact, t.folded
        from comment_terms t, generate_series(${from}, ${to}) n where t.comment = '${idOf(number)}'`);
    };

    before(async () => {
      database = await createMigratedDatabase();
      store = await openStore(database.url);
      await write(1, 'bai-2', 'Đường cũ rồi, rất hiếm người qua.');
      await write(2, 'bai-2', 'Duong cu roi.');
      await write(3, 'bai-1', 'Đường cũ rồi.');
      await copy(3, 4, old);
      await write(old + 1, 'bai-1', 'Cầu mới.');
      await copy(old + 1, old + 2, old + fresh);
      await database.execute('analyze');
    });

    after(async () => {
      await store.close();
      await database.drop();
    });

    const find = async (
      text: string,
      more: Partial<SearchRequest> = {},
    ): Promise<readonly string[]> => {
      const request = { phrases: [searchWords(text)], limit, ...more };
      return (await store.searchComments(request)).comments.map(({ id }) => id);
    };

    const newestOld = Array.from({ length: limit }, (_, index) => idOf(old - index));

    it('walks back to the newest of many, for a word and for a phrase', async () => {
      assert.deepEqual(await find('cũ'), newestOld);
      assert.deepEqual(await find('cũ rồi'), newestOld);
    });

    it('goes on where the page before ended', async () => {
      const at = idOf(old - limit + 1);
      const [first] = await find('cũ', { after: { part: 'exact', at } });
      assert.equal(first, idOf(old - limit));
    });

    it('finds the few that have a rare word or phrase, exact accents first', async () => {
      assert.deepEqual(await find('hiếm'), [idOf(1)]);
      assert.deepEqual(await find('rất hiếm'), [idOf(1)]);
      assert.deepEqual(await find('hiem'), [idOf(1)]);
      assert.deepEqual(await find('hiếm rất'), []);
      assert.deepEqual(await find('không ai viết'), []);
    });

    it('finds them in an article with few comments, and under a status that none has', async () => {
      assert.deepEqual(await find('cũ rồi', { article: 'bai-2' }), [idOf(1), idOf(2)]);
      assert.deepEqual(await find('cu roi', { article: 'bai-2' }), [idOf(2), idOf(1)]);
      assert.deepEqual(await find('cũ', { article: 'bai-1', status: 'pending' }), newestOld);
      assert.deepEqual(await find('cũ', { status: 'erased' }), []);
    });
  },
);
