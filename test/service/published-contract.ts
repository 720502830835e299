import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  CommentStatus,
  CommentStore,
  PublicThread,
  PublishedListRequest,
  PublishedPosition,
} from '../../src/service/index.ts';
import type { StoreUnderTest } from './store-contract.ts';

const startMs = Date.parse('2026-11-24T05:00:00Z');

/** What every {@link CommentStore} must show of what is published. */
export function publishedContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`the published lists of CommentStore on ${name}`, () => {
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

    const keep = async (parent: string | null = null, article = 'bai-1'): Promise<string> => {
      made += 1;
      const id = `01a20c18-dcba-7000-8000-${String(made).padStart(12, '0')}`;
      const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: `Hay ${made}` };
      await store.transaction(async (transaction) => {
        await transaction.saveArticle(article);
        await transaction.insert({ id, article, parent, texts, rawTexts: texts, signals: [] });
      });
      return id;
    };

    const change = async (id: string, to: CommentStatus): Promise<void> => {
      await store.transaction((transaction) => transaction.changeStatus({ id, to, who: 'editor' }));
    };

    const pin = async (id: string): Promise<void> => {
      await store.transaction((transaction) => transaction.mark(id, { pinned: true }));
    };

    const publish = async (parent: string | null = null, article = 'bai-1'): Promise<string> => {
      const id = await keep(parent, article);
      // Pairs are published in the same millisecond: only the id tells them apart.
      nowMs += made % 2;
      await change(id, 'published');
      return id;
    };

    const publishMany = async (count: number, parent: string | null = null): Promise<string[]> => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) ids.push(await publish(parent));
      return ids;
    };

    const list = (request: Partial<PublishedListRequest> = {}) =>
      store.listPublished({ article: 'bai-1', sort: 'newest', limit: 20, ...request });
    const idsOf = (comments: readonly { readonly id: string }[]): string[] =>
      comments.map(({ id }) => id);
    const listIds = async (request: Partial<PublishedListRequest> = {}): Promise<string[]> =>
      idsOf((await list(request)).comments);
    const only = async (): Promise<PublicThread> => {
      const { comments } = await list();
      assert.equal(comments.length, 1);
      return comments[0]!;
    };
    const placeOf = ({ id, likes, publishedAt }: PublicThread): PublishedPosition => ({
      id,
      likes,
      publishedAt: publishedAt!,
    });
    const numbers = async (article = 'bai-1'): Promise<readonly [number, number]> => {
      const found = (await store.findArticle(article))!;
      return [found.count, found.revision];
    };

    /** Every page to the end, as a reader would go. */
    const readAll = async (
      sort: PublishedListRequest['sort'],
      limit: number,
    ): Promise<string[]> => {
      const seen: string[] = [];
      let after: PublishedPosition | undefined;
      for (;;) {
        const { comments, hasMore } = await list({ sort, limit, after });
        seen.push(...idsOf(comments));
        if (!hasMore) return seen;
        after = placeOf(comments.at(-1)!);
      }
    };

    it('list published comments only, and those of the article only', async () => {
      const shown = await publish();
      await keep();
      const removed = await publish();
      await change(removed, 'removed');
      await publish(null, 'bai-2');
      assert.deepEqual(await listIds(), [shown]);
      assert.equal((await list()).hasMore, false);
      assert.equal((await numbers())[0], 1);
    });

    for (const sort of ['newest', 'oldest', 'liked'] as const) {
      for (const limit of [1, 3, 7]) {
        it(`go ${sort} first in pages of ${limit}, each comment once (N-6)`, async () => {
          const ids = await publishMany(7);
          const likes = [0, 2, 1, 2, 0, 0, 5];
          for (const [index, id] of ids.entries()) await underTest.setLikes(id, likes[index]!);
          const expected = {
            newest: ids.toReversed(),
            oldest: ids,
            // As many likes: the newer one first.
            liked: [6, 3, 1, 2, 5, 4, 0].map((index) => ids[index]!),
          };
          assert.deepEqual(await readAll(sort, limit), expected[sort]);
        });
      }

      it(`begin with pinned comments, ${sort} first too, and never repeat them (N-6)`, async () => {
        const ids = await publishMany(5);
        for (const index of [1, 3]) await pin(ids[index]!);
        const all = await readAll(sort, 2);
        assert.deepEqual(all.slice(0, 2), [ids[3], ids[1]]);
        assert.deepEqual(all.slice(2).toSorted(), [ids[0], ids[2], ids[4]]);
      });

      it(`name the place before each comment, ${sort} first`, async () => {
        const ids = await publishMany(6);
        await underTest.setLikes(ids[2]!, 3);
        await pin(ids[4]!);
        const { comments } = await list({ sort });
        const [, first, ...others] = comments;
        const request = { article: 'bai-1', sort };
        const before = await store.findPositionBefore({ ...request, before: placeOf(first!) });
        assert.equal(before, undefined);
        for (const comment of others) {
          const after = await store.findPositionBefore({ ...request, before: placeOf(comment) });
          assert.equal((await listIds({ sort, after }))[0], comment.id);
        }
        const last = others.at(-1)!;
        const farther = await store.findPositionBefore({
          ...request,
          before: placeOf(last),
          distance: 3,
        });
        assert.deepEqual(await listIds({ sort, after: farther }), idsOf(others.slice(-3)));
        const tooFar = { ...request, before: placeOf(last), distance: 5 };
        assert.equal(await store.findPositionBefore(tooFar), undefined);
      });
    }

    it('have no pages for an article without comments', async () => {
      assert.deepEqual(await list({ article: 'none' }), { comments: [], hasMore: false });
      assert.equal(await store.findArticle('none'), undefined);
    });

    it('show two answers with their comment, oldest first, and no answer as a comment', async () => {
      const [first, second, alone] = await publishMany(3);
      const answers = await publishMany(3, first);
      const other = await publish(second);
      await keep(alone);
      const { comments } = await list({ sort: 'oldest' });
      assert.deepEqual(idsOf(comments), [first, second, alone]);
      assert.deepEqual(
        comments.map(({ replies, repliesCount }) => [idsOf(replies), repliesCount]),
        [
          [answers.slice(0, 2), 3],
          [[other], 1],
          [[], 0],
        ],
      );
      assert.equal((await numbers())[0], 7);
    });

    it('show the answers of every comment of the longest page', async () => {
      const threads = await publishMany(50);
      const answers: string[] = [];
      for (const thread of threads) answers.push(await publish(thread));
      const { comments } = await list({ sort: 'oldest', limit: 50 });
      assert.deepEqual(
        comments.map(({ replies }) => idsOf(replies)),
        answers.map((id) => [id]),
      );
    });

    it('give all answers of a comment, oldest first, page by page', async () => {
      const parent = await publish();
      const answers = await publishMany(5, parent);
      await publish(await publish());
      const first = await store.listReplies({ parent, limit: 3 });
      assert.deepEqual(idsOf(first.comments), answers.slice(0, 3));
      assert.equal(first.hasMore, true);
      const { id, publishedAt } = first.comments.at(-1)!;
      const after = { id, publishedAt: publishedAt! };
      const rest = await store.listReplies({ parent, limit: 3, after });
      assert.deepEqual([idsOf(rest.comments), rest.hasMore], [answers.slice(3), false]);
    });

    it('find a published comment by its id, and no other', async () => {
      const shown = await publish();
      const answer = await publish(shown);
      const waiting = await keep();
      const found = await store.findPublished(shown);
      assert.equal(found?.article, 'bai-1');
      assert.equal(found?.thread.id, shown);
      assert.deepEqual(idsOf(found?.thread.replies ?? []), [answer]);
      assert.equal((await store.findPublished(answer))?.thread.parent, shown);
      assert.equal(await store.findPublished(waiting), undefined);
      assert.equal(await store.findPublished('01a20c18-dcba-7000-8000-00000000ffff'), undefined);
    });

    it('show the marks of the newsroom, each set without the others, as something new to see (N-6)', async () => {
      const id = await publish();
      const { revision } = (await store.findArticle('bai-1'))!;
      const marks = { pinned: true, pick: true, staff: true, edited: true };
      for (const [mark, isSet] of Object.entries(marks)) {
        await store.transaction((transaction) => transaction.mark(id, { [mark]: isSet }));
      }
      const { pinned, pick, staff, edited } = await only();
      assert.deepEqual({ pinned, pick, staff, edited }, marks);
      assert.ok((await store.findArticle('bai-1'))!.revision > revision);
      await store.transaction((transaction) => transaction.mark(id, { staff: false }));
      assert.deepEqual([(await only()).staff, (await only()).pick], [false, true]);
    });

    for (const gone of ['removed', 'erased'] as const) {
      it(`show a comment that was ${gone} without its texts, while it has answers`, async () => {
        const id = await publish();
        const [first, second] = await publishMany(2, id);
        await pin(id);
        await change(id, gone);
        const shown = await only();
        assert.equal(shown.gone, gone);
        assert.deepEqual(shown.texts, { name: '', content: '' });
        assert.equal(shown.pinned, false);
        assert.deepEqual(idsOf(shown.replies), [first, second]);
        assert.equal((await store.findPublished(id))?.thread.gone, gone);
        await change(first!, 'removed');
        assert.deepEqual(idsOf((await only()).replies), [second]);
        await change(second!, 'removed');
        assert.deepEqual(await listIds(), []);
        assert.equal(await store.findPublished(id), undefined);
      });
    }

    it('bring back what was removed, and an answer that was published late', async () => {
      const id = await publish();
      const answer = await keep(id);
      await change(id, 'removed');
      assert.deepEqual(await listIds(), []);
      await change(answer, 'published');
      assert.equal((await only()).gone, 'removed');
      await change(id, 'published');
      const shown = await only();
      assert.equal(shown.gone, undefined);
      assert.equal(shown.texts.content, 'Hay 1');
      assert.deepEqual(idsOf(shown.replies), [answer]);
    });

    it('keep count and revision in step with every change of status, and undo them with it', async () => {
      const id = await keep();
      assert.deepEqual(await numbers(), [0, 0]);
      await change(id, 'published');
      assert.deepEqual(await numbers(), [1, 1]);
      const answer = await publish(id);
      assert.deepEqual(await numbers(), [2, 2]);
      await change(id, 'removed');
      assert.deepEqual(await numbers(), [1, 3]);
      await change(id, 'erased');
      assert.deepEqual(await numbers(), [1, 4]);
      const failing = store.transaction(async (transaction) => {
        await transaction.changeStatus({ id: answer, to: 'removed', who: 'editor' });
        throw new Error('the power went');
      });
      await assert.rejects(failing);
      assert.deepEqual(await numbers(), [1, 4]);
      assert.equal((await only()).repliesCount, 1);
      const waiting = await keep();
      await change(waiting, 'rejected');
      assert.deepEqual(await numbers(), [1, 4]);
    });

    it('keep what the newsroom says of an article, and that the public sees something else', async () => {
      await publish();
      const closesAt = '2026-12-01T00:00:00.000Z';
      await store.transaction(async (transaction) => {
        await transaction.setArticle('bai-1', { state: 'open', closesAt });
        assert.equal((await transaction.findArticle('bai-1'))?.closesAt, closesAt);
        await transaction.touchArticle('bai-1');
      });
      assert.deepEqual(await store.findArticle('bai-1'), {
        id: 'bai-1',
        state: 'open',
        closesAt,
        createdAt: '2026-11-24T05:00:00.000Z',
        count: 1,
        revision: 3,
        mode: null,
        section: null,
        version: 1,
      });
    });

    it('find articles by their ids, and list those made known last', async () => {
      await publish(null, '__proto__');
      nowMs += 1;
      await publish();
      nowMs += 1;
      await keep(null, 'bai-3');
      const found = await store.findArticles(['none', 'bai-3', '__proto__', 'bai-1', 'also none']);
      assert.deepEqual(
        new Map(found.map(({ id, count }) => [id, count])),
        new Map([
          ['__proto__', 1],
          ['bai-1', 1],
          ['bai-3', 0],
        ]),
      );
      assert.deepEqual(await store.findArticles([]), []);
      assert.deepEqual(idsOf(await store.listArticles(2)), ['bai-3', 'bai-1']);
    });
  });
}
