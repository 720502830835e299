import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CommentStatus, CommentStore, StoreTransaction } from '../../src/service/index.ts';
import { maxArticlesLooked } from '../../src/service/store/article-search.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import type { StoreUnderTest } from './store-contract.ts';

/** What every {@link CommentStore} must keep of articles and modes for the newsroom, whatever database it stands on. */
export function modesContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`articles and modes on ${name} (M-2)`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;
    let createId: () => string;

    beforeEach(async () => {
      nowMs = Date.parse('2026-11-24T05:00:00Z');
      createId = createUuidV7(() => nowMs);
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const write = (work: (transaction: StoreTransaction) => Promise<unknown>): Promise<unknown> =>
      store.transaction(work);

    it('keeps mode and section beside the state, each as it was where it is not named', async () => {
      const closesAt = '2026-12-01T00:00:00.000Z';
      await write((one) => one.saveArticle('bai-1'));
      await write((one) => one.setArticle('bai-1', { state: 'open', closesAt }));
      await write((one) => one.setArticle('bai-1', { mode: 'post', section: 'Thể thao' }));
      await write((one) => one.setArticle('bai-1', { mode: null }));
      assert.partialDeepStrictEqual(await store.findArticle('bai-1'), {
        state: 'open',
        closesAt,
        mode: null,
        section: 'Thể thao',
        version: 3,
        revision: 3,
      });
    });

    it('counts versions of an article by the newsroom’s word alone, never by readers (M-4)', async () => {
      const id = createId();
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
      await write(async (one) => {
        await one.saveArticle('bai-1');
        await one.setArticle('bai-1', { mode: 'post' });
        await one.insert({
          id,
          article: 'bai-1',
          parent: null,
          texts,
          rawTexts: texts,
          signals: [],
        });
        await one.changeStatus({ id, to: 'published', who: 'test' });
        await one.like(id, 'visitor');
        await one.touchArticle('bai-1');
      });
      const { version, revision } = (await store.findArticle('bai-1'))!;
      assert.equal(version, 1);
      assert.ok(revision > 2);
    });

    it('finds an article with the modes of its section and of the site', async () => {
      const find = () => store.findArticleWithModes('bai-1');
      assert.deepEqual(await find(), { sectionMode: null, siteMode: null });
      await write((one) => one.setSiteMode('closed'));
      assert.deepEqual(await find(), { sectionMode: null, siteMode: 'closed' });
      await write(async (one) => {
        await one.saveArticle('bai-1');
        await one.setSectionMode('Thể thao', 'post');
        await one.setSectionMode('Thời sự', 'pre');
        assert.equal((await one.findArticleWithModes('bai-1')).sectionMode, null);
        await one.setArticle('bai-1', { section: 'Thể thao' });
        assert.equal((await one.findArticleWithModes('bai-1')).sectionMode, 'post');
      });
      const article = (await store.findArticle('bai-1'))!;
      assert.deepEqual(await find(), { article, sectionMode: 'post', siteMode: 'closed' });
      await write(async (one) => {
        await one.setSiteMode(null);
        await one.setSectionMode('Thể thao', null);
      });
      assert.deepEqual(await find(), { article, sectionMode: null, siteMode: null });
    });

    it('takes no section for the site, not even one without a name', async () => {
      await write(async (one) => {
        await one.saveArticle('bai-1');
        await one.setArticle('bai-1', { section: '' });
        await one.setSiteMode('post');
      });
      assert.partialDeepStrictEqual(await store.findArticleWithModes('bai-1'), {
        sectionMode: null,
        siteMode: 'post',
      });
    });

    it('lists the modes that are set, inside a transaction too, and the sections of articles', async () => {
      assert.deepEqual(await store.listModes(), { site: null, sections: [] });
      await write(async (one) => {
        for (const [id, section] of [
          ['a', 'Thể thao'],
          ['b', 'Giải trí'],
          ['c', 'Thể thao'],
          ['d', null],
        ] as const) {
          await one.saveArticle(id);
          await one.setArticle(id, { section });
        }
        await one.setSectionMode('Pháp luật', 'closed');
        await one.setSectionMode('Giải trí', 'trusted');
        await one.setSiteMode('post');
        await one.setSiteMode('pre');
      });
      const modes = {
        site: 'pre',
        sections: [
          { name: 'Giải trí', mode: 'trusted' },
          { name: 'Pháp luật', mode: 'closed' },
        ],
      };
      assert.deepEqual(await store.listModes(), modes);
      assert.deepEqual(await store.transaction((one) => one.listModes()), modes);
      assert.deepEqual(await store.listSections(), ['Giải trí', 'Thể thao']);
    });

    it('undoes a change with its entry in the audit log (L-12)', async () => {
      await write((one) => one.saveArticle('bai-1'));
      const failing = write(async (one) => {
        await one.setArticle('bai-1', { mode: 'post' });
        await one.setSiteMode('closed');
        await one.audit({ who: 'Hoa', action: 'article', article: 'bai-1' });
        throw new Error('the power went');
      });
      await assert.rejects(failing);
      assert.partialDeepStrictEqual(await store.findArticleWithModes('bai-1'), {
        article: { mode: null, version: 0 },
        siteMode: null,
      });
      const last = await store.transaction((one) => one.findLastAuditOfArticle('bai-1'));
      assert.equal(last, undefined);
    });

    it('tells who has set an article last', async () => {
      await write(async (one) => {
        await one.audit({ who: 'Hoa', action: 'article', article: 'bai-1', note: 'một' });
        await one.audit({ who: 'Lan', action: 'article', article: 'bai-1', note: 'hai' });
        await one.audit({ who: 'Cường', action: 'article', article: 'bai-2' });
      });
      const last = await store.transaction((one) => one.findLastAuditOfArticle('bai-1'));
      assert.partialDeepStrictEqual(last, { who: 'Lan', note: 'hai', number: 2 });
    });

    const ways: Readonly<Record<CommentStatus, readonly CommentStatus[]>> = {
      pending: [],
      published: ['published'],
      rejected: ['rejected'],
      spam: ['spam'],
      removed: ['published', 'removed'],
      erased: ['erased'],
    };

    it('tells what became of an author’s last comments, the newest first, of those decided on', async () => {
      const all: readonly CommentStatus[] = [
        'spam',
        'published',
        'pending',
        'rejected',
        'erased',
        'removed',
        'published',
        'pending',
      ];
      await write(async (one) => {
        await one.saveArticle('bai-1');
        for (const [email, statuses] of [
          ['Y@example.vn', all],
          ['khac@example.vn', ['rejected']],
          ['', ['published']],
        ] as const) {
          for (const status of statuses) {
            nowMs += 1000;
            const id = createId();
            const texts = { name: 'Ý', address: '', email, content: 'Hay' };
            const comment = { id, article: 'bai-1', parent: null, texts, rawTexts: texts };
            await one.insert({ ...comment, signals: [] });
            for (const to of ways[status]) await one.changeStatus({ id, to, who: 'test' });
          }
        }
      });
      const decided = (email: string, limit: number) =>
        store.transaction((one) => one.listDecidedOf(email, limit));
      const newest = ['published', 'removed', 'rejected', 'published', 'spam'];
      assert.deepEqual(await decided('y@example.vn', 10), newest);
      assert.deepEqual(await decided('y@example.vn', 3), newest.slice(0, 3));
      assert.deepEqual(await decided('nobody@example.vn', 3), []);
      assert.deepEqual(await decided('', 3), []);
    });

    const saveAll = (articles: readonly (readonly [id: string, title?: string])[]) =>
      write(async (one) => {
        for (const [id, title] of articles) {
          nowMs += 1000;
          const page = title === undefined ? undefined : { url: `https://a.vn/${id}`, title };
          await one.saveArticle(id, page);
        }
      });

    const found = async (query: string): Promise<readonly string[]> =>
      (await store.searchArticles({ query, limit: 50 })).articles.map(({ id }) => id);

    it('finds articles by words of their titles, without accents too, and by parts of their ids', async () => {
      await saveAll([
        ['bai-1', 'Đường ven sông mở lại'],
        ['bai-2', 'Sông Hương mùa nước nổi'],
        ['tin/2026-3'],
      ]);
      assert.deepEqual(await found(''), ['tin/2026-3', 'bai-2', 'bai-1']);
      assert.deepEqual(await found('song'), ['bai-2', 'bai-1']);
      assert.deepEqual(await found('mo duong'), ['bai-1']);
      assert.deepEqual(await found('HƯƠ'), ['bai-2']);
      assert.deepEqual(await found('ông'), []);
      assert.deepEqual(await found(' BAI-2 '), ['bai-2']);
      assert.deepEqual(await found('2026'), ['tin/2026-3']);
      assert.deepEqual(await found('%'), []);
      assert.deepEqual(await found('không có'), []);
      const [first] = (await store.searchArticles({ query: 'mở', limit: 1 })).articles;
      assert.deepEqual(first, {
        ...(await store.findArticle('bai-1')),
        page: { url: 'https://a.vn/bai-1', title: 'Đường ven sông mở lại' },
      });
    });

    it('lists articles in parts that leave none out and repeat none, also of one time', async () => {
      await saveAll([['a', 'Hay'], ['b', 'Hay'], ['c']]);
      nowMs -= 1000;
      await saveAll([['d', 'Hay'], ['e']]);
      for (const [query, expected] of [
        ['', ['e', 'd', 'c', 'b', 'a']],
        ['hay', ['d', 'b', 'a']],
      ] as const) {
        const seen: string[] = [];
        let after: Parameters<CommentStore['searchArticles']>[0]['after'];
        for (;;) {
          const { articles, next } = await store.searchArticles({ query, limit: 2, after });
          seen.push(...articles.map(({ id }) => id));
          if (!next) break;
          after = next;
        }
        assert.deepEqual(seen, expected);
      }
    });

    it('goes on looking for what is rare at the next part', async () => {
      await saveAll([['rare', 'Chuyện hiếm']]);
      const rows = Array.from(
        { length: maxArticlesLooked },
        (_, index) => [`bai-${index}`] as const,
      );
      await saveAll(rows);
      const first = await store.searchArticles({ query: 'hiem', limit: 5 });
      assert.deepEqual(first.articles, []);
      assert.ok(first.next);
      const second = await store.searchArticles({ query: 'hiem', limit: 5, after: first.next });
      assert.deepEqual(
        second.articles.map(({ id }) => id),
        ['rare'],
      );
      assert.equal(second.next, null);
    });
  });
}
