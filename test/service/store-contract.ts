import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  isAllowedTransition,
  isCommentStatus,
} from '../../src/service/rules/status-transitions.ts';
import { actionOfStatus } from '../../src/service/store/audit-log.ts';
import {
  type CommentStatus,
  type CommentStore,
  type NewComment,
  type RememberedAnswer,
  ServiceError,
  type Signal,
  statusTransitions,
  type StoredComment,
  type StoreTransaction,
} from '../../src/service/index.ts';

const startMs = Date.parse('2026-11-24T05:00:00Z');

/** How a suite gets an empty store and ends it. */
export interface StoreUnderTest {
  readonly store: CommentStore;
  /** Writes a number of likes without as many readers. */
  setLikes(id: string, likes: number): Promise<void>;
  /** Runs one statement on a connection of its own. */
  execute(statement: string): Promise<void>;
  /** Removes what `createStore` made; the store is closed. */
  dispose(): Promise<void>;
}

/** Everything every {@link CommentStore} must do, whatever database it stands on. */
export function storeContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`CommentStore on ${name}`, () => {
    let nowMs = startMs;
    let made = 0;
    let underTest: StoreUnderTest;
    let store: CommentStore;

    beforeEach(async () => {
      nowMs = startMs;
      made = 0;
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const newComment = (changes: Partial<NewComment> = {}): NewComment => {
      made += 1;
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
      return {
        id: `01a20c18-dcba-7000-8000-${String(made).padStart(12, '0')}`,
        article: 'bai-1',
        parent: null,
        texts,
        rawTexts: texts,
        signals: [],
        ...changes,
      };
    };

    const keep = (comment: NewComment): Promise<StoredComment> =>
      store.transaction(async (transaction) => {
        await transaction.saveArticle(comment.article);
        return transaction.insert(comment);
      });

    const change = (id: string, to: CommentStatus, reason?: string): Promise<StoredComment> =>
      store.transaction((transaction) =>
        transaction.changeStatus({ id, to, who: 'editor', reason }),
      );

    const find = (id: string): Promise<StoredComment | undefined> =>
      store.transaction((transaction) => transaction.find(id));

    it('keeps a comment as pending, with every text as it was typed and as normalised', async () => {
      const rawTexts = {
        name: '\u0000Y\u0301',
        address: ' \ud800 ',
        email: 'y@example.vn\r\n',
        content: '“Hay”\\n\u202e',
      };
      const signals: Signal[] = [
        { code: 'fast', severity: 'hold', offsets: [] },
        {
          code: 'site:akismet',
          severity: 'note',
          field: 'content',
          offsets: [[1, 4]],
          detail: 'x',
        },
      ];
      const comment = newComment({
        rawTexts,
        signals,
        network: '203.0.113.0/24',
        copyKey: 'k',
        verifiedAs: '',
      });
      const kept = await keep(comment);
      assert.deepEqual(await find(comment.id), kept);
      assert.deepEqual(kept, {
        ...comment,
        author: kept.author,
        status: 'pending',
        version: 0,
        openReports: 0,
        createdAt: '2026-11-24T05:00:00.000Z',
        decidedAt: null,
        publishedAt: null,
        pinned: false,
        pick: false,
        staff: false,
        edited: false,
        likes: 0,
      });
    });

    it('has no comment of another id', async () => {
      assert.equal(await find('01a20c18-dcba-7000-8000-00000000ffff'), undefined);
    });

    it('refuses a comment of an unknown article, and an id twice', async () => {
      const comment = newComment();
      await assert.rejects(store.transaction((transaction) => transaction.insert(comment)));
      await keep(comment);
      await assert.rejects(keep(comment));
    });

    it('finds comments of the same copy key, newest first, so far back and so many', async () => {
      const copies = (withinSeconds: number, limit: number): Promise<unknown> =>
        store.transaction((transaction) =>
          transaction.findCopies({ copyKey: 'same', withinSeconds, limit }),
        );
      const network = '203.0.113.0/24';
      await keep(newComment({ copyKey: 'same' }));
      nowMs += 60_000;
      const { id } = await keep(newComment({ copyKey: 'same', network }));
      await change(id, 'spam');
      await keep(newComment({ copyKey: 'another' }));
      await keep(newComment());
      const older = { email: 'y@example.vn', status: 'pending' };
      const newer = { email: 'y@example.vn', status: 'spam', network };
      assert.deepEqual(await copies(60, 10), [newer, older]);
      assert.deepEqual(await copies(59, 10), [newer]);
      assert.deepEqual(await copies(60, 1), [newer]);
    });

    it('undoes everything of a transaction that fails', async () => {
      const comment = newComment();
      const failure = new Error('the power went');
      const attempt = store.transaction(async (transaction) => {
        await transaction.saveArticle(comment.article, { url: 'https://a.vn/', title: 'A' });
        await transaction.insert(comment);
        await transaction.spend('code', 60);
        throw failure;
      });
      await assert.rejects(attempt, failure);
      assert.equal(await find(comment.id), undefined);
      assert.equal(await store.findArticlePage(comment.article), undefined);
      assert.equal(await store.transaction((transaction) => transaction.spend('code', 60)), true);
    });

    it('lets exactly one of fifty spends of the same code be the first (rule 12)', async () => {
      const spends = Array.from({ length: 50 }, () =>
        store.transaction((transaction) => transaction.spend('code', 60)),
      );
      const firsts = (await Promise.all(spends)).filter(Boolean);
      assert.equal(firsts.length, 1);
    });

    const spendFor30Minutes = (id: string): Promise<boolean> =>
      store.transaction((transaction) => transaction.spend(id, 1800));

    it('remembers a spent code until its life is over', async () => {
      assert.equal(await spendFor30Minutes('first'), true);
      nowMs += 1_799_000;
      assert.equal(await spendFor30Minutes('second'), true);
      assert.equal(await spendFor30Minutes('first'), false);
      nowMs += 2000;
      assert.equal(await spendFor30Minutes('first'), true);
      assert.equal(await spendFor30Minutes('second'), false);
    });

    const answerOf = ({ id }: NewComment, fingerprint = 'f'): RememberedAnswer => ({
      fingerprint,
      comment: id,
      status: 'pending',
    });
    const remember = (key: string, answer: RememberedAnswer, lifeSeconds = 60): Promise<void> =>
      store.transaction((transaction) => transaction.rememberAnswer(key, answer, lifeSeconds));
    const recall = (key: string): ReturnType<StoreTransaction['recallAnswer']> =>
      store.transaction((transaction) => transaction.recallAnswer(key));

    it('recalls an answer by its key, with the comment as it is now', async () => {
      const comment = await keep(newComment());
      await remember('k', answerOf(comment));
      const published = await change(comment.id, 'published');
      assert.deepEqual(await recall('k'), {
        fingerprint: 'f',
        status: 'pending',
        comment: published,
      });
      assert.equal(await recall('K'), undefined);
    });

    it('recalls an answer until its life is over, and then takes another by the key', async () => {
      const [first, second] = [await keep(newComment()), await keep(newComment())];
      await remember('k', answerOf(first));
      nowMs += 59_999;
      assert.equal((await recall('k'))?.comment.id, first.id);
      nowMs += 1;
      assert.equal(await recall('k'), undefined);
      await remember('k', answerOf(second));
      assert.equal((await recall('k'))?.comment.id, second.id);
    });

    it('never replaces an answer that is still remembered', async () => {
      const comment = await keep(newComment());
      await remember('k', answerOf(comment));
      await assert.rejects(remember('k', answerOf(comment, 'other')));
      assert.equal((await recall('k'))?.fingerprint, 'f');
    });

    it('remembers nothing of a transaction that fails, and no answer without its comment', async () => {
      const comment = await keep(newComment());
      const attempt = store.transaction(async (transaction) => {
        await transaction.rememberAnswer('k', answerOf(comment), 60);
        throw new Error('the power went');
      });
      await assert.rejects(attempt);
      assert.equal(await recall('k'), undefined);
      await assert.rejects(remember('k', answerOf(newComment())));
    });

    it('lets exactly one of twenty at once keep a comment by a key (rule 12)', async () => {
      const comments = Array.from({ length: 20 }, () => newComment());
      const posts = comments.map((comment) =>
        store.transaction(async (transaction) => {
          const known = await transaction.recallAnswer('k');
          if (known) return known.comment.id;
          await transaction.saveArticle(comment.article);
          await transaction.insert(comment);
          await transaction.rememberAnswer('k', answerOf(comment), 60);
          return comment.id;
        }),
      );
      assert.equal(new Set(await Promise.all(posts)).size, 1);
      assert.equal((await store.listComments({ limit: 20 })).length, 1);
    });

    it('sets the page of an article once (S18)', async () => {
      const save = (url: string | undefined): Promise<void> =>
        store.transaction((transaction) =>
          transaction.saveArticle('bai-1', url === undefined ? undefined : { url, title: 'Bài' }),
        );
      await save(undefined);
      assert.equal(await store.findArticlePage('bai-1'), undefined);
      await save('https://a.vn/1');
      await save('https://evil.vn/');
      assert.deepEqual(await store.findArticlePage('bai-1'), {
        url: 'https://a.vn/1',
        title: 'Bài',
      });
    });

    const statuses = Object.keys(statusTransitions).filter(isCommentStatus);
    /** A way to bring a new comment to each status. */
    const ways: Readonly<Record<CommentStatus, readonly CommentStatus[]>> = {
      pending: [],
      published: ['published'],
      rejected: ['rejected'],
      spam: ['spam'],
      removed: ['published', 'removed'],
      erased: ['erased'],
    };
    for (const from of statuses) {
      for (const to of statuses) {
        const isAllowed = isAllowedTransition(from, to);
        it(`${isAllowed ? 'moves' : 'refuses to move'} a comment from ${from} to ${to} (M-1)`, async () => {
          const { id } = await keep(newComment());
          for (const step of ways[from]) await change(id, step);
          if (isAllowed) {
            assert.equal((await change(id, to, 'vì sao')).status, to);
            assert.equal((await find(id))?.status, to);
            const record = (await store.listAuditOf(id)).at(-1);
            assert.deepEqual(
              { ...record, number: 0, hash: '', textBefore: '', textAfter: '' },
              {
                number: 0,
                comment: id,
                who: 'editor',
                editor: undefined,
                action: actionOfStatus[to],
                article: undefined,
                at: new Date(nowMs).toISOString(),
                from,
                to,
                reason: 'vì sao',
                note: undefined,
                textBefore: '',
                textAfter: '',
                hash: '',
              },
            );
          } else {
            await assert.rejects(change(id, to), { code: 'STATUS_CHANGE_REFUSED' });
            assert.equal((await find(id))?.status, from);
            assert.equal((await store.listAuditOf(id)).length, ways[from].length);
          }
        });
      }
    }

    it('refuses to change a comment it does not have', async () => {
      await assert.rejects(
        change('01a20c18-dcba-7000-8000-00000000ffff', 'published'),
        ServiceError,
      );
    });

    it('writes a change of status and its audit entry together or not at all (M-1)', async () => {
      const { id } = await keep(newComment());
      const attempt = store.transaction(async (transaction) => {
        await transaction.changeStatus({ id, to: 'published', who: 'editor' });
        throw new Error('the power went');
      });
      await assert.rejects(attempt);
      assert.equal((await find(id))?.status, 'pending');
      assert.deepEqual(await store.listAuditOf(id), []);
      assert.equal((await store.findArticle('bai-1'))?.count, 0);
    });

    it('takes a change back along the table, the first publication among it, and says so (M-9)', async () => {
      const { id } = await keep(newComment());
      await change(id, 'published');
      const undone = await store.transaction((transaction) =>
        transaction.changeStatus({ id, to: 'pending', who: 'editor', isUndo: true }),
      );
      assert.equal(undone.publishedAt, null);
      assert.deepEqual(await find(id), undone);
      assert.equal((await store.listAuditOf(id)).at(-1)?.action, 'undo');
      assert.equal((await store.findArticle('bai-1'))?.count, 0);
      await assert.rejects(
        store.transaction((transaction) =>
          transaction.changeStatus({ id, to: 'removed', who: 'editor', isUndo: true }),
        ),
        { code: 'STATUS_CHANGE_REFUSED' },
      );
    });

    it('keeps the time of the first publication', async () => {
      const { id } = await keep(newComment());
      await change(id, 'published');
      nowMs += 60_000;
      await change(id, 'removed');
      nowMs += 60_000;
      assert.equal((await change(id, 'published')).publishedAt, '2026-11-24T05:00:00.000Z');
      assert.equal((await find(id))?.publishedAt, '2026-11-24T05:00:00.000Z');
    });

    type Filter = Omit<Parameters<CommentStore['listComments']>[0], 'limit'>;
    const listIds = async (filter: Filter, limit = 10): Promise<string[]> =>
      (await store.listComments({ ...filter, limit })).map(({ id }) => id);

    it('lists comments of any status for the newsroom, newest first', async () => {
      const first = await keep(newComment());
      const second = await keep(newComment({ article: 'bai-2' }));
      const third = await keep(newComment());
      await change(first.id, 'rejected');
      assert.deepEqual(await listIds({}), [third.id, second.id, first.id]);
      assert.deepEqual(await listIds({}, 1), [third.id]);
      assert.deepEqual(await listIds({ status: 'pending' }), [third.id, second.id]);
      assert.deepEqual(await listIds({ article: 'bai-1', status: 'rejected' }), [first.id]);
    });
  });
}
