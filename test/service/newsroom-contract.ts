import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CommentEdit, CommentStore, StoredComment } from '../../src/service/index.ts';
import { readAll } from '../support/read-all.ts';
import { hashText, verifyChain } from '../../src/service/store/audit-log.ts';
import type { StoreUnderTest } from './store-contract.ts';

const id = '01a20c18-dcba-7000-8000-000000000001';
const editor = { who: 'Lê Thị Hoa', editor: 'e1' };

/** What every {@link CommentStore} must do for the newsroom, whatever database it stands on. */
export function newsroomContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`the newsroom’s work on ${name}`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;

    beforeEach(async () => {
      nowMs = Date.parse('2026-11-24T05:00:00Z');
      underTest = await createStore(() => nowMs);
      store = underTest.store;
      const texts = { name: 'Ý', address: '', email: 'Y@Example.vn', content: 'Hay qúa' };
      await store.transaction(async (transaction) => {
        await transaction.saveArticle('bai-1');
        await transaction.insert({
          id,
          article: 'bai-1',
          parent: null,
          texts,
          rawTexts: texts,
          signals: [],
        });
      });
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const publish = (): Promise<StoredComment> => {
      nowMs += 1000;
      return store.transaction((transaction) =>
        transaction.changeStatus({ id, to: 'published', ...editor }),
      );
    };

    const edit = (change: Omit<CommentEdit, 'id' | 'who' | 'editor'>) =>
      store.transaction((transaction) => transaction.edit({ id, ...editor, ...change }));

    const shown = async (): Promise<string | undefined> =>
      (await store.findPublished(id))?.thread.texts.content;

    it('keeps the newsroom’s text beside the reader’s, which stays as it was typed (M-5)', async () => {
      await publish();
      const after = await edit({ action: 'edit', editedContent: 'Hay quá', note: 'lỗi gõ' });
      assert.equal(after?.editedContent, 'Hay quá');
      assert.equal(after.texts.content, 'Hay qúa');
      assert.equal(after.rawTexts.content, 'Hay qúa');
      assert.equal(after.edited, true);
      assert.deepEqual(await store.find(id), after);
      assert.equal(await shown(), 'Hay quá');
      const { texts, edited } = (await store.findPublished(id))!.thread;
      assert.deepEqual([texts.content, edited], ['Hay quá', true]);
    });

    it('shows the reader’s own text again when the edit is taken back', async () => {
      await publish();
      await edit({ action: 'edit', editedContent: 'Hay quá' });
      const after = await edit({ action: 'unedit', editedContent: null });
      assert.equal(after?.edited, false);
      assert.equal('editedContent' in after, false);
      assert.deepEqual(await store.find(id), after);
      assert.equal(await shown(), 'Hay qúa');
    });

    it('sets marks one by one, and what the public sees is new (N-6)', async () => {
      await publish();
      const { revision } = (await store.findArticle('bai-1'))!;
      await edit({ action: 'pin', pinned: true });
      const after = await edit({ action: 'pick', pick: true });
      assert.deepEqual([after?.pinned, after?.pick], [true, true]);
      assert.deepEqual(await store.find(id), after);
      assert.ok((await store.findArticle('bai-1'))!.revision > revision);
    });

    it('gives nothing for a comment it does not have, and writes nothing', async () => {
      const other = '01a20c18-dcba-7000-8000-00000000ffff';
      const gone = await store.transaction((transaction) =>
        transaction.edit({ id: other, ...editor, action: 'pin', pinned: true }),
      );
      assert.equal(gone, undefined);
      const kept = await store.transaction((transaction) =>
        transaction.keep({ id: other, ...editor }),
      );
      assert.equal(kept, undefined);
      assert.deepEqual(await verifyChain(store.readAudit()), {
        kind: 'whole',
        entries: 0,
        head: '',
      });
    });

    it('counts versions with every change, so that a second editor is told (M-4)', async () => {
      assert.equal((await store.find(id))?.version, 0);
      assert.equal((await publish()).version, 1);
      assert.equal((await edit({ action: 'pin', pinned: true }))?.version, 2);
      assert.equal((await store.find(id))?.version, 2);
    });

    it('counts reports until somebody decides, be it to keep the comment (M-11)', async () => {
      await publish();
      const report = (visitor: string) =>
        store.transaction((transaction) =>
          transaction.report({ comment: id, visitor, reason: 'spam', note: '' }),
        );
      await report('a');
      await report('b');
      await report('b');
      assert.equal((await store.find(id))?.openReports, 2);
      nowMs += 1000;
      const kept = await store.transaction((transaction) => transaction.keep({ id, ...editor }));
      assert.equal(kept?.openReports, 0);
      assert.equal(kept.status, 'published');
      assert.deepEqual(await store.listReported({ limit: 10 }), []);
    });

    it('knows an author by the email, however it is spelt, and names the email nowhere (M-8)', async () => {
      const { author } = (await store.find(id))!;
      assert.match(author!, /^[\w-]{43}$/);
      await publish();
      for (const [email, isKnown] of [
        ['y@example.vn', true],
        ['x@example.vn', false],
        ['', false],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const found = await store.transaction((transaction) => transaction.hasPublished(email));
        assert.equal(found, isKnown, email);
      }
    });

    it('chains its audit log, which holds hashes of texts and no text (L-12)', async () => {
      await publish();
      await edit({ action: 'edit', editedContent: 'Hay quá', note: 'lỗi gõ' });
      await store.transaction((transaction) =>
        transaction.audit({ ...editor, action: 'words', note: 'ban +1' }),
      );
      const log = await readAll(store.readAudit());
      assert.deepEqual(
        log.map(({ number, who, editor: by, action }) => [number, who, by, action]),
        [
          [1, 'Lê Thị Hoa', 'e1', 'publish'],
          [2, 'Lê Thị Hoa', 'e1', 'edit'],
          [3, 'Lê Thị Hoa', 'e1', 'words'],
        ],
      );
      assert.equal(log[1]?.textBefore, hashText('Hay qúa'));
      assert.equal(log[1].textAfter, hashText('Hay quá'));
      assert.doesNotMatch(JSON.stringify(log), /Hay|example/i);
      assert.deepEqual(await verifyChain(store.readAudit()), {
        kind: 'whole',
        entries: 3,
        head: log[2]?.hash,
      });
      assert.deepEqual(await store.listAuditOf(id), log.slice(0, 2));
    });

    it('chains what two transactions write at the same time, several entries each (L-12)', async () => {
      const notesOf = (who: string) =>
        store.transaction(async (transaction) => {
          for (const note of ['một', 'hai', 'ba']) {
            // oxlint-disable-next-line no-await-in-loop -- one after the other
            await transaction.audit({ ...editor, who, action: 'words', note });
          }
          return transaction.lastWritten();
        });
      const lastEntries = await Promise.all([notesOf('Lan'), notesOf('Cường')]);
      const log = await readAll(store.readAudit());
      assert.equal((await verifyChain(store.readAudit())).kind, 'whole');
      assert.deepEqual(
        log.map(({ note }) => note),
        ['một', 'hai', 'ba', 'một', 'hai', 'ba'],
      );
      const numbers = lastEntries.map((entry) => entry?.number ?? 0);
      assert.deepEqual(new Set(numbers), new Set([3, 6]));
    });

    it('lets nobody change or delete what is in the log', async () => {
      await publish();
      for (const statement of ["update audit_log set who = 'x'", 'delete from audit_log']) {
        // oxlint-disable-next-line no-await-in-loop
        await assert.rejects(underTest.execute(statement), /append-only/);
      }
    });

    it('sees an entry that was changed, taken out, or cut off the middle', async () => {
      await publish();
      await edit({ action: 'pin', pinned: true });
      await edit({ action: 'unpin', pinned: false });
      const log = await readAll(store.readAudit());
      const check = async (entries: typeof log) => {
        async function* read() {
          yield* entries;
        }
        return verifyChain(read());
      };
      const [first, second, third] = log;
      assert.equal((await check(log)).kind, 'whole');
      assert.deepEqual(await check([first!, { ...second!, who: 'Kẻ Khác' }, third!]), {
        kind: 'broken',
        number: 2,
      });
      assert.deepEqual(await check([first!, third!]), { kind: 'broken', number: 2 });
      assert.deepEqual(await check([second!, third!]), { kind: 'broken', number: 1 });
    });
  });
}
