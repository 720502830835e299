import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CommentStatus, CommentStore } from '../../src/service/index.ts';
import { purge, type PurgeCounts, type Retention } from '../../src/service/retention/purge.ts';
import { verifyChain } from '../../src/service/store/audit-log.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import { searchWords } from '../../src/text/search-words.ts';
import type { StoreUnderTest } from './store-contract.ts';

const dayMs = 86_400_000;
const retention: Retention = { keepRefusedDays: 90, keepEmailDays: 365, keepNetworkDays: 30 };
const nothing: PurgeCounts = { refused: 0, emails: 0, networks: 0, expired: 0 };

/** What every {@link CommentStore} must let go of by its age, whatever database it stands on. */
export function purgeContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`retention on ${name} (L-7, L-8)`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;
    let newId: () => string;

    beforeEach(async () => {
      nowMs = Date.parse('2026-01-01T00:00:00Z');
      newId = createUuidV7(() => nowMs);
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    /** A comment of today that becomes something, today. */
    const insert = async (to?: CommentStatus): Promise<string> => {
      const id = newId();
      const texts = { name: 'Lan', address: 'Huế', email: 'lan@example.vn', content: 'Rất hay' };
      await store.transaction(async (one) => {
        await one.saveArticle('bai-1');
        await one.insert({
          id,
          article: 'bai-1',
          parent: null,
          texts,
          rawTexts: texts,
          signals: [{ code: 'link', severity: 'note', offsets: [], detail: 'Rất' }],
          network: '192.0.2.0/24',
          copyKey: 'k',
          verifiedAs: 'Độc giả',
        });
        if (to) await one.changeStatus({ id, to, who: 'Hoa' });
      });
      return id;
    };

    const pass = (days: number): void => void (nowMs += days * dayMs);

    const run = (more: Partial<Retention> & { readonly isDryRun?: boolean } = {}) => {
      const { isDryRun, ...changes } = more;
      return purge({
        store,
        nowMs,
        retention: { ...retention, ...changes },
        ...(isDryRun && { isDryRun }),
      });
    };

    const find = async (id: string) => {
      const comment = await store.find(id);
      assert.ok(comment);
      return comment;
    };

    it('erases what was not published, with all that its reader typed, 90 days after that decision', async () => {
      const rejected = await insert('rejected');
      const spam = await insert('spam');
      const published = await insert('published');
      pass(89);
      assert.equal((await run()).refused, 0);
      pass(2);
      assert.equal((await run()).refused, 2);
      for (const id of [rejected, spam]) {
        const { status, texts, rawTexts, signals, ...rest } = await find(id);
        assert.equal(status, 'erased');
        const empty = { name: '', address: '', email: '', content: '' };
        assert.deepEqual([texts, rawTexts, signals], [empty, empty, []]);
        for (const member of ['author', 'network', 'copyKey', 'verifiedAs']) {
          assert.ok(!(member in rest), member);
        }
      }
      assert.equal((await find(published)).texts.content, 'Rất hay');
      const found = await store.searchComments({ phrases: [searchWords('rất hay')], limit: 9 });
      assert.deepEqual(
        found.comments.map(({ id }) => id),
        [published],
      );
    });

    it('counts from the decision, not from the comment', async () => {
      const id = await insert();
      pass(200);
      await store.transaction((one) => one.changeStatus({ id, to: 'rejected', who: 'Hoa' }));
      pass(89);
      assert.equal((await run()).refused, 0);
      pass(2);
      assert.equal((await run()).refused, 1);
    });

    it('forgets emails a year after the last decision, and leaves what readers see', async () => {
      const id = await insert('published');
      const waiting = await insert();
      pass(364);
      assert.equal((await run()).emails, 0);
      pass(2);
      assert.equal((await run()).emails, 1);
      const { texts, rawTexts, author } = await find(id);
      assert.deepEqual([texts.email, rawTexts.email, author], ['', '', undefined]);
      assert.deepEqual([texts.name, texts.content], ['Lan', 'Rất hay']);
      assert.equal((await find(waiting)).texts.email, 'lan@example.vn');
      // What waited when others were done is not passed over for ever.
      await store.transaction((one) =>
        one.changeStatus({ id: waiting, to: 'published', who: 'H' }),
      );
      pass(366);
      assert.equal((await run()).emails, 1);
      assert.equal((await find(waiting)).texts.email, '');
    });

    it('forgets networks after 30 days, whatever became of the comment', async () => {
      const ids = [await insert(), await insert('published')];
      pass(29);
      assert.equal((await run()).networks, 0);
      pass(2);
      const fresh = await insert();
      assert.equal((await run()).networks, 2);
      for (const id of ids) assert.equal((await find(id)).network, undefined);
      assert.equal((await find(fresh)).network, '192.0.2.0/24');
      assert.equal((await run()).networks, 0);
    });

    it('keeps for ever what is set to 0', async () => {
      await insert('rejected');
      await insert('published');
      pass(5000);
      const counts = await run({ keepRefusedDays: 0, keepEmailDays: 0, keepNetworkDays: 0 });
      assert.deepEqual(counts, nothing);
    });

    it('only counts in a dry run, and finds the same afterwards', async () => {
      const id = await insert('rejected');
      pass(400);
      const counted = await run({ isDryRun: true });
      assert.deepEqual(counted, { refused: 1, emails: 1, networks: 1, expired: 0 });
      assert.equal((await find(id)).texts.email, 'lan@example.vn');
      // Erased first, so that nothing else is left to be forgotten.
      assert.deepEqual(await run(), { ...nothing, refused: 1 });
    });

    it('goes through many, in parts, once', async () => {
      for (let number = 0; number < 1203; number++) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await insert(number % 2 === 0 ? 'published' : undefined);
      }
      pass(31);
      assert.equal((await run()).networks, 1203);
      assert.equal((await run()).networks, 0);
    });

    it('lets go of codes and answers whose life is over', async () => {
      const comment = await insert();
      await store.transaction(async (one) => {
        await one.spend('old', 60);
        await one.rememberAnswer('k', { fingerprint: 'f', comment, status: 'pending' }, 60);
      });
      assert.equal((await run()).expired, 0);
      pass(1);
      assert.equal((await run()).expired, 2);
    });

    it('is on record in the chain, without a word of what was erased (L-12)', async () => {
      const id = await insert('spam');
      pass(91);
      await run();
      pass(1);
      await run();
      const entries = [];
      for await (const entry of store.readAudit()) entries.push(entry);
      assert.deepEqual(
        entries.slice(-2).map(({ who, action, comment, note }) => [who, action, comment, note]),
        [
          ['retention', 'erase', id, 'kept 90 days'],
          ['retention', 'purge', undefined, 'erased: 1; emails: 0; networks: 0'],
        ],
      );
      assert.doesNotMatch(JSON.stringify(entries), /lan@|Rất hay|Lan|192\.0/);
      assert.equal((await verifyChain(store.readAudit())).kind, 'whole');
    });

    it('finds the articles that have closed in a span, by their time or by themselves', async () => {
      const time = (days: number): string => new Date(nowMs + days * dayMs).toISOString();
      await store.transaction(async (one) => {
        for (const id of ['set', 'later', 'paused', 'own', 'open']) {
          // oxlint-disable-next-line no-await-in-loop
          await one.saveArticle(id);
        }
        await one.setArticle('set', { closesAt: time(2) });
        await one.setArticle('later', { closesAt: time(5) });
        await one.setArticle('paused', { state: 'readonly', closesAt: time(2) });
        await one.setArticle('open', { state: 'open' });
      });
      const span = { since: time(1), until: time(3), limit: 10 };
      assert.deepEqual(await store.listClosings(span), ['set']);
      const byAge = { ...span, createdSince: time(-1), createdUntil: time(1) };
      assert.deepEqual(await store.listClosings(byAge), ['set', 'own']);
      assert.deepEqual(await store.listClosings({ ...byAge, createdSince: time(0) }), ['set']);
    });
  });
}
