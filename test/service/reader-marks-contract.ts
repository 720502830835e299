import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CommentStatus, CommentStore, NewReport } from '../../src/service/index.ts';
import type { StoreUnderTest } from './store-contract.ts';

const [first, second, third] = [1, 2, 3].map(
  (made) => `01a20c18-dcba-7000-8000-00000000000${made}`,
);

/** What every {@link CommentStore} must do with likes and reports, whatever database it stands on. */
export function readerMarksContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`likes and reports on ${name}`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;

    const decide = (id: string, to: CommentStatus): Promise<unknown> => {
      nowMs += 1000;
      return store.transaction((transaction) =>
        transaction.changeStatus({ id, to, who: 'editor' }),
      );
    };

    beforeEach(async () => {
      nowMs = Date.parse('2026-11-24T05:00:00Z');
      underTest = await createStore(() => nowMs);
      store = underTest.store;
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
      for (const id of [first!, second!, third!]) {
        const article = id === third ? 'bai-2' : 'bai-1';
        const comment = { id, article, parent: null, texts, rawTexts: texts, signals: [] };
        // oxlint-disable-next-line no-await-in-loop
        await store.transaction(async (transaction) => {
          await transaction.saveArticle(article);
          await transaction.insert(comment);
        });
        // oxlint-disable-next-line no-await-in-loop
        await decide(id, 'published');
      }
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const like = (visitor: string, id = first!): Promise<boolean> =>
      store.transaction((transaction) => transaction.like(id, visitor));

    const unlike = (visitor: string, id = first!): Promise<boolean> =>
      store.transaction((transaction) => transaction.unlike(id, visitor));

    const likesOf = async (id = first!): Promise<number | undefined> =>
      (await store.transaction((transaction) => transaction.find(id)))?.likes;

    const revisionOf = async (article = 'bai-1'): Promise<number> =>
      (await store.findArticle(article))?.revision ?? -1;

    it('counts each visitor once, and says whether that changed anything (N-10)', async () => {
      assert.equal(await like('a'), true);
      assert.equal(await like('a'), false);
      assert.equal(await like('b'), true);
      assert.equal(await likesOf(), 2);
      assert.equal(await likesOf(second), 0);
      assert.equal(await unlike('a'), true);
      assert.equal(await unlike('a'), false);
      assert.equal(await unlike('c'), false);
      assert.equal(await likesOf(), 1);
    });

    it('counts likes that come at once, and those of one visitor as one', async () => {
      const ofOne = await Promise.all(Array.from({ length: 20 }, () => like('a')));
      assert.equal(ofOne.filter(Boolean).length, 1);
      await Promise.all(Array.from({ length: 20 }, (_, index) => like(`v${index}`)));
      assert.equal(await likesOf(), 21);
    });

    it('says with each change, and only then, that the public sees something else', async () => {
      const before = await revisionOf();
      await like('a');
      const liked = await revisionOf();
      assert.ok(liked > before);
      await like('a');
      await unlike('b');
      assert.equal(await revisionOf(), liked);
      await unlike('a');
      assert.ok((await revisionOf()) > liked);
      const other = await revisionOf('bai-2');
      await like('c');
      assert.equal(await revisionOf('bai-2'), other);
    });

    it('undoes a like with the transaction it stands in', async () => {
      const before = await revisionOf();
      await assert.rejects(
        store.transaction(async (transaction) => {
          await transaction.like(first!, 'a');
          throw new Error('the power went');
        }),
      );
      assert.equal(await likesOf(), 0);
      assert.equal(await revisionOf(), before);
      assert.equal(await like('a'), true);
    });

    it('keeps no like and no report of a comment that is not there', async () => {
      const unknown = '01a20c18-dcba-7000-8000-00000000ffff';
      await assert.rejects(like('a', unknown));
      await assert.rejects(report({ comment: unknown }));
    });

    it('tells where a comment stands', async () => {
      const standing = (id: string) =>
        store.transaction((transaction) => transaction.findStanding(id));
      assert.deepEqual(await standing(first!), {
        article: 'bai-1',
        status: 'published',
        articleState: null,
      });
      await store.transaction((transaction) =>
        transaction.setArticle('bai-1', { state: 'readonly', closesAt: null }),
      );
      await decide(first!, 'removed');
      assert.deepEqual(await standing(first!), {
        article: 'bai-1',
        status: 'removed',
        articleState: 'readonly',
      });
      assert.equal(await standing('01a20c18-dcba-7000-8000-00000000ffff'), undefined);
    });

    const report = (changes: Partial<NewReport> = {}): Promise<boolean> =>
      store.transaction((transaction) =>
        transaction.report({ comment: first!, visitor: 'a', reason: 'spam', note: '', ...changes }),
      );

    const listed = async (filter: { article?: string; limit?: number } = {}) =>
      (await store.listReported({ limit: 10, ...filter })).map(({ comment, count }) => [
        comment.id,
        count,
      ]);

    it('keeps one report of a visitor and comment, the first', async () => {
      assert.equal(await report({ note: 'Quảng cáo' }), true);
      assert.equal(await report({ reason: 'hate', note: 'Khác' }), false);
      const [reported] = await store.listReported({ limit: 10 });
      const { createdAt, ...kept } = reported!.reports[0]!;
      assert.deepEqual(kept, { reason: 'spam', note: 'Quảng cáo' });
      assert.equal(createdAt, new Date(nowMs).toISOString());
      assert.deepEqual(await listed(), [[first, 1]]);
    });

    it('keeps one report of a visitor who reports many times at once', async () => {
      const kept = await Promise.all(Array.from({ length: 20 }, () => report()));
      assert.equal(kept.filter(Boolean).length, 1);
    });

    it('lists what was reported, most reported first, with how many gave each reason', async () => {
      await report();
      await report({ comment: second!, visitor: 'b' });
      await report({ comment: second!, visitor: 'c', reason: 'offensive' });
      nowMs += 1000;
      await report({ comment: second!, visitor: 'd', reason: 'offensive', note: 'Chửi' });
      await report({ comment: third!, visitor: 'e' });
      assert.deepEqual(await listed(), [
        [second, 3],
        [third, 1],
        [first, 1],
      ]);
      assert.deepEqual(await listed({ article: 'bai-2' }), [[third, 1]]);
      assert.deepEqual(await listed({ limit: 1 }), [[second, 3]]);
      const [most] = await store.listReported({ limit: 1 });
      assert.deepEqual(most?.reasons, { offensive: 2, spam: 1 });
      assert.equal(most.reports[0]?.note, 'Chửi', 'the newest first');
    });

    it('takes a comment off that list when it is taken down, or published anew', async () => {
      await report();
      await decide(first!, 'removed');
      assert.deepEqual(await listed(), []);
      await decide(first!, 'published');
      assert.deepEqual(await listed(), []);
      await report({ visitor: 'b' });
      assert.deepEqual(await listed(), [[first, 1]]);
    });
  });
}
