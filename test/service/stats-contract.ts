import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CommentStore, StoreTransaction } from '../../src/service/index.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import type { StoreUnderTest } from './store-contract.ts';

const hourMs = 60 * 60 * 1000;
const fromMs = Date.parse('2026-11-24T00:00:00Z');
const day = { fromMs, toMs: fromMs + 24 * hourMs };
const hoa = { who: 'Lê Thị Hoa', editor: 'e1' };
const lan = { who: 'Trần Lan', editor: 'e2' };

/** In the order of what they say: no database promises one. */
const sorted = <T>(all: readonly T[]): readonly T[] =>
  all.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** What every {@link CommentStore} must count, whatever database it stands on. */
export function statsContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`the newsroom’s numbers on ${name} (M-12)`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;

    beforeEach(async () => {
      nowMs = fromMs;
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const write = <T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> =>
      store.transaction(work);

    const receive = async (article = 'bai-1'): Promise<string> => {
      const id = createUuidV7(() => nowMs)();
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
      await write(async (one) => {
        await one.saveArticle(article);
        await one.insert({ id, article, parent: null, texts, rawTexts: texts, signals: [] });
      });
      return id;
    };

    const change = (
      id: string,
      to: Parameters<StoreTransaction['changeStatus']>[0]['to'],
      by: { readonly who: string; readonly editor?: string } = hoa,
      more: { readonly reason?: string; readonly isUndo?: boolean } = {},
    ) => write((one) => one.changeStatus({ id, to, ...by, ...more }));

    it('are none where nothing came and nobody did anything', async () => {
      assert.deepEqual(await store.tallyComments(day), []);
      assert.deepEqual(await store.tallyReasons(day), []);
      assert.deepEqual(await store.tallyEditors(day), []);
      assert.deepEqual(await store.listWaits(day), []);
    });

    it('count comments by the article, as they stand now, and the edited ones apart', async () => {
      const [first, second] = [await receive(), await receive()];
      await receive();
      await receive('bai-2');
      await change(first, 'published');
      await change(second, 'published');
      await write((one) => one.edit({ id: second, ...hoa, action: 'edit', editedContent: 'Hay.' }));
      assert.deepEqual(
        sorted(await store.tallyComments(day)),
        sorted([
          { article: 'bai-1', status: 'published', edited: false, count: 1 },
          { article: 'bai-1', status: 'published', edited: true, count: 1 },
          { article: 'bai-1', status: 'pending', edited: false, count: 1 },
          { article: 'bai-2', status: 'pending', edited: false, count: 1 },
        ]),
      );
    });

    it('hold what came from the first moment of the period up to its end, which is not among it', async () => {
      nowMs = day.fromMs - 1;
      await receive('truoc');
      nowMs = day.fromMs;
      await receive('dau');
      nowMs = day.toMs - 1;
      await receive('cuoi');
      nowMs = day.toMs;
      await receive('sau');
      const tallies = await store.tallyComments(day);
      assert.deepEqual(sorted(tallies.map(({ article }) => article)), ['cuoi', 'dau']);
    });

    it('leave the newsroom’s own answers out', async () => {
      const id = await receive();
      await change(id, 'published');
      await write((one) => one.mark(id, { staff: true }));
      assert.deepEqual(await store.tallyComments(day), []);
      assert.deepEqual(await store.listWaits(day), []);
    });

    it('tell why comments are refused now: by the last reason, and none that was taken back', async () => {
      const [first, second, third] = [await receive(), await receive(), await receive()];
      await change(first, 'rejected', hoa, { reason: 'offtopic' });
      await change(first, 'pending', hoa, { isUndo: true });
      await change(first, 'rejected', hoa, { reason: 'privacy' });
      await change(second, 'rejected', hoa, { reason: 'offtopic' });
      await change(second, 'pending', hoa, { isUndo: true });
      await change(third, 'rejected', { who: 'terminal:root' });
      assert.deepEqual(
        sorted(await store.tallyReasons(day)),
        sorted([
          { reason: 'privacy', count: 1 },
          { reason: null, count: 1 },
        ]),
      );
    });

    it('tell what editors did in the period, by the name they had last, and nothing of settings', async () => {
      const [first, second] = [await receive(), await receive()];
      await change(first, 'published');
      await change(second, 'published', { who: 'Hoa Lê', editor: 'e1' });
      await change(await receive(), 'spam', lan);
      await change(await receive(), 'published', { who: 'moderation=post' });
      nowMs = day.toMs;
      await change(await receive(), 'spam', lan);
      assert.deepEqual(
        sorted(await store.tallyEditors(day)),
        sorted([
          { editor: 'e1', who: 'Hoa Lê', action: 'publish', count: 2 },
          { editor: 'e2', who: 'Trần Lan', action: 'spam', count: 1 },
        ]),
      );
    });

    it('tell how long comments waited for the first decision, where an editor made it', async () => {
      const [first, second, third] = [await receive(), await receive('bai-2'), await receive()];
      await receive();
      nowMs += hourMs;
      await change(first, 'published');
      await change(third, 'published', { who: 'moderation=post' });
      nowMs += hourMs;
      await change(first, 'removed', lan);
      await change(second, 'spam', lan);
      await change(third, 'removed', lan);
      assert.deepEqual(
        sorted(await store.listWaits(day)),
        sorted([
          { article: 'bai-1', editor: 'e1', ms: hourMs },
          { article: 'bai-2', editor: 'e2', ms: 2 * hourMs },
        ]),
      );
    });
  });
}
