import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { NewDeskWord } from '../../src/protocol/desk-words.ts';
import type { CommentStore, StoreTransaction } from '../../src/service/index.ts';
import type { Signal } from '../../src/service/rules/signal.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import type { StoreUnderTest } from './store-contract.ts';

const word = (
  text: string,
  list: NewDeskWord['list'] = 'ban',
  isEveryday = false,
): NewDeskWord => ({
  list,
  text,
  isEveryday,
});

/** What every {@link CommentStore} must keep of the newsroom's words, whatever database it stands on. */
export function wordsContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`the newsroom’s words on ${name} (T-13, L-14)`, () => {
    const nowMs = Date.parse('2026-11-24T05:00:00Z');
    const at = '2026-11-24T05:00:00.000Z';
    let underTest: StoreUnderTest;
    let store: CommentStore;

    beforeEach(async () => {
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const write = <T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> =>
      store.transaction(work);

    const insert = async (content = 'Hay', signals: readonly Signal[] = []): Promise<string> => {
      const id = createUuidV7(() => nowMs)();
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content };
      await write(async (one) => {
        await one.saveArticle('bai-1');
        await one.insert({ id, article: 'bai-1', parent: null, texts, rawTexts: texts, signals });
        await one.changeStatus({ id, to: 'published', who: 'test' });
      });
      return id;
    };

    it('are none at first', async () => {
      assert.deepEqual(await store.listWords(), { version: 0, entries: [] });
      assert.equal(await store.wordsVersion(), 0);
      assert.equal(await store.findLatestRecheck(), undefined);
      assert.equal(await store.findOpenRecheck(), undefined);
    });

    it('are kept as they are written, each in one list, with who added it', async () => {
      await write((one) => one.addWords([word('Vay nhanh'), word('lon', 'ban', true)], 'Hoa'));
      await write((one) => one.addWords([word('VAY  NHANH', 'suspect')], 'Ba'));
      const { entries } = await store.listWords();
      assert.deepEqual(entries, [
        { ...word('lon', 'ban', true), addedAt: at, addedBy: 'Hoa' },
        { ...word('VAY  NHANH', 'suspect'), addedAt: at, addedBy: 'Ba' },
      ]);
    });

    it('are taken out by their keys, whether they are there or not', async () => {
      await write((one) => one.addWords([word('một hai'), word('ba bốn')], 'Hoa'));
      await write((one) => one.removeWords(['một hai', 'năm sáu']));
      assert.deepEqual(
        (await store.listWords()).entries.map(({ text }) => text),
        ['ba bốn'],
      );
    });

    it('may be thousands at a time', async () => {
      const all = Array.from({ length: 3000 }, (_, index) => word(`từ thứ ${index}`));
      await write((one) => one.addWords(all, 'Hoa'));
      assert.equal((await store.listWords()).entries.length, 3000);
      await write((one) => one.removeWords(all.map(({ text }) => text)));
      assert.equal((await store.listWords()).entries.length, 0);
    });

    it('count their version for all who read, and not where a transaction fails', async () => {
      await write((one) => one.countWordsVersion());
      await assert.rejects(
        write(async (one) => {
          await one.addWords([word('một hai')], 'Hoa');
          await one.countWordsVersion();
          assert.equal((await one.readWords()).version, 2);
          throw new Error('undone');
        }),
      );
      assert.equal(await store.wordsVersion(), 1);
      assert.deepEqual(await store.listWords(), { version: 1, entries: [] });
    });

    it('keep how far a look through the comments has come; the oldest open one is next', async () => {
      await write((one) => one.beginRecheck([{ text: 'một hai', isEveryday: false }]));
      await write((one) => one.beginRecheck([{ text: 'lon', isEveryday: true }]));
      const begun = { startedAt: at, endedAt: null, last: null, checked: 0, found: 0 };
      assert.deepEqual(await store.findOpenRecheck(), {
        ...begun,
        number: 1,
        entries: [{ text: 'một hai', isEveryday: false }],
      });
      assert.equal((await store.findLatestRecheck())?.number, 2);
      const step = { number: 1, from: null, to: 'b', checked: 200, found: 3 };
      assert.equal(await write((one) => one.stepRecheck(step)), true);
      const end = { number: 1, from: 'b', to: null, checked: 100, found: 1 };
      assert.equal(await write((one) => one.stepRecheck(end)), true);
      assert.equal((await store.findOpenRecheck())?.number, 2);
    });

    it('let one part be done once, whoever else has looked at it', async () => {
      await write((one) => one.beginRecheck([{ text: 'một hai', isEveryday: false }]));
      const step = { number: 1, from: null, to: 'b', checked: 200, found: 3 };
      const done = await Promise.all([1, 2, 3].map(() => write((one) => one.stepRecheck(step))));
      assert.equal(done.filter(Boolean).length, 1);
      const { last, checked, found } = (await store.findOpenRecheck())!;
      assert.deepEqual({ last, checked, found }, { last: 'b', checked: 200, found: 3 });
      const end = { number: 1, from: 'b', to: null, checked: 1, found: 0 };
      await write((one) => one.stepRecheck(end));
      assert.equal(await write((one) => one.stepRecheck(end)), false);
    });

    it('report a published comment once a look, beside the signals it had', async () => {
      const link: Signal = { code: 'link', severity: 'hold', field: 'content', offsets: [[0, 3]] };
      const found: Signal = { ...link, code: 'banned-word', severity: 'junk', detail: 'hay' };
      const id = await insert('Hay', [link]);
      const report = (recheck: number) => write((one) => one.reportWords(id, recheck, [found]));
      assert.deepEqual([await report(1), await report(1), await report(2)], [true, false, true]);
      const comment = (await store.find(id))!;
      assert.deepEqual(comment.signals, [link, found]);
      assert.equal(comment.openReports, 2);
      assert.equal(comment.version, 1);
      assert.deepEqual(await store.listReportsOf(id), [
        { reason: 'word-list', note: '', createdAt: at },
        { reason: 'word-list', note: '', createdAt: at },
      ]);
      const { comments } = await store.listQueue({ queue: 'reported', order: 'newest', limit: 9 });
      assert.deepEqual(
        comments.map((one) => one.id),
        [id],
      );
    });

    it('report nothing that is not published any more', async () => {
      const id = await insert();
      await write((one) => one.changeStatus({ id, to: 'removed', who: 'test' }));
      assert.equal(await write((one) => one.reportWords(id, 1, [])), false);
      assert.equal((await store.find(id))?.openReports, 0);
      assert.deepEqual(await store.listReportsOf(id), []);
    });
  });
}
