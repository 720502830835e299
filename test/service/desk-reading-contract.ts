import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  CommentStatus,
  CommentStore,
  NewComment,
  QueueRequest,
  SearchPhrase,
  SearchRequest,
  Signal,
  StoredComment,
} from '../../src/service/index.ts';
import { maxLooked } from '../../src/service/store/list-queue.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import type { StoreUnderTest } from './store-contract.ts';

const startMs = Date.parse('2026-11-24T05:00:00Z');
const minute = 60_000;
const link: Signal = { code: 'link', severity: 'hold', offsets: [], field: 'content' };
const capitals: Signal = { code: 'capitals', severity: 'note', offsets: [] };

interface Kept {
  readonly content?: string;
  readonly name?: string;
  readonly email?: string;
  readonly article?: string;
  readonly signals?: readonly Signal[];
  readonly network?: string;
}

/** What every {@link CommentStore} must show the newsroom, whatever database it stands on. */
export function deskReadingContract(
  name: string,
  createStore: (now: () => number) => Promise<StoreUnderTest>,
): void {
  describe(`reading for the desk on ${name}`, () => {
    let nowMs: number;
    let underTest: StoreUnderTest;
    let store: CommentStore;
    let createId: () => string;

    beforeEach(async () => {
      nowMs = startMs;
      createId = createUuidV7(() => nowMs);
      underTest = await createStore(() => nowMs);
      store = underTest.store;
    });

    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });

    const newComment = (kept: Kept): NewComment => {
      const { article = 'bai-1', content = 'Hay', email = 'y@example.vn', network } = kept;
      const texts = { name: kept.name ?? 'Ý', address: '', email, content };
      const { signals = [] } = kept;
      return { id: createId(), article, parent: null, texts, rawTexts: texts, signals, network };
    };

    /** Keeps comments, each a minute after the one before. */
    const keepAll = async (all: readonly Kept[]): Promise<string[]> => {
      const ids: string[] = [];
      await store.transaction(async (transaction) => {
        for (const kept of all) {
          nowMs += minute;
          const comment = newComment(kept);
          await transaction.saveArticle(comment.article);
          await transaction.insert(comment);
          ids.push(comment.id);
        }
      });
      return ids;
    };
    const keep = async (kept: Kept = {}): Promise<string> => (await keepAll([kept]))[0]!;

    const move = async (id: string, ...way: readonly CommentStatus[]): Promise<string> => {
      await store.transaction(async (transaction) => {
        for (const to of way) await transaction.changeStatus({ id, to, who: 'test' });
      });
      return id;
    };

    const report = (comment: string, times = 1): Promise<void> =>
      store.transaction(async (transaction) => {
        for (let time = 0; time < times; time += 1) {
          nowMs += minute;
          const [visitor, note] = [`visitor ${time}`, `lần ${time}`];
          await transaction.report({ comment, visitor, reason: 'spam', note });
        }
      });

    type Asked = Partial<QueueRequest> & Pick<QueueRequest, 'queue'>;
    const list = (asked: Asked) => store.listQueue({ order: 'oldest', limit: 50, ...asked });
    const idsOf = (comments: readonly StoredComment[]): string[] => comments.map(({ id }) => id);
    const listIds = async (asked: Asked): Promise<string[]> => idsOf((await list(asked)).comments);

    /** All pages of a queue, one behind the other. */
    const listAll = async (asked: Asked): Promise<string[]> => {
      const ids: string[] = [];
      let { next, comments } = await list(asked);
      ids.push(...idsOf(comments));
      while (next) {
        ({ next, comments } = await list({ ...asked, after: next }));
        ids.push(...idsOf(comments));
      }
      return ids;
    };

    describe('queues (M-3)', () => {
      it('part what waits by what was found odd, and count each', async () => {
        const plain = await keep();
        const noted = await keep({ signals: [capitals] });
        const held = await keep({ signals: [link] });
        const published = await move(await keep(), 'published');
        const reported = await move(await keep(), 'published');
        await report(reported, 2);
        const rejected = await move(await keep(), 'rejected');
        const spam = await move(await keep(), 'spam');
        const removed = await move(await keep(), 'published', 'removed');
        await move(await keep(), 'erased');
        assert.deepEqual(await listIds({ queue: 'new' }), [plain, noted]);
        assert.deepEqual(await listIds({ queue: 'suspect' }), [held]);
        assert.deepEqual(await listIds({ queue: 'published' }), [published, reported]);
        assert.deepEqual(await listIds({ queue: 'reported' }), [reported]);
        assert.deepEqual(await listIds({ queue: 'rejected' }), [rejected]);
        assert.deepEqual(await listIds({ queue: 'spam' }), [spam]);
        assert.deepEqual(await listIds({ queue: 'removed' }), [removed]);
        assert.deepEqual(await store.countQueues(), {
          reported: 1,
          suspect: 1,
          new: 2,
          published: 2,
          rejected: 1,
          spam: 1,
          removed: 1,
        });
      });

      it('give whole comments', async () => {
        const id = await keep({ signals: [link], network: '203.0.113.0/24' });
        assert.deepEqual((await list({ queue: 'suspect' })).comments, [await store.find(id)]);
      });

      it('are empty where there is nothing', async () => {
        assert.deepEqual(await list({ queue: 'new' }), { comments: [], next: null });
        assert.equal((await store.countQueues()).new, 0);
      });

      for (const queue of ['new', 'published'] as const) {
        it(`go on in both directions where the page before ended: ${queue}`, async () => {
          const ids = await keepAll(Array<Kept>(7).fill({}));
          if (queue === 'published') for (const id of ids) await move(id, 'published');
          assert.deepEqual(await listAll({ queue, limit: 3 }), ids);
          const newest = await listAll({ queue, limit: 3, order: 'newest' });
          assert.deepEqual(newest, ids.toReversed());
          // A page that is just full says that it is the last.
          assert.equal((await list({ queue, limit: 7 })).next, null);
        });
      }

      it('lose no place when the comment of it is decided on meanwhile', async () => {
        const ids = await keepAll(Array<Kept>(4).fill({}));
        const { next } = await list({ queue: 'new', limit: 2 });
        await move(ids[1]!, 'published');
        assert.deepEqual(await listIds({ queue: 'new', after: next! }), ids.slice(2));
      });

      it('have the most reported first, and go on there', async () => {
        const ids = await keepAll(Array<Kept>(5).fill({}));
        for (const [index, times] of [1, 3, 1, 2, 1].entries()) {
          await move(ids[index]!, 'published');
          await report(ids[index]!, times);
        }
        const order = [1, 3, 4, 2, 0].map((index) => ids[index]!);
        assert.deepEqual(await listAll({ queue: 'reported', limit: 2 }), order);
        assert.deepEqual(await listIds({ queue: 'reported', order: 'newest' }), order);
      });

      it('can be narrowed to an article', async () => {
        const signals = [link];
        const [ofOne, ofOther, held, heldOther] = await keepAll([
          {},
          { article: 'bai-2' },
          { signals },
          { signals, article: 'bai-2' },
        ]);
        assert.deepEqual(await listIds({ queue: 'new', article: 'bai-1' }), [ofOne]);
        assert.deepEqual(await listIds({ queue: 'new', article: 'bai-2' }), [ofOther]);
        assert.deepEqual(await listIds({ queue: 'suspect', article: 'bai-1' }), [held]);
        assert.deepEqual(await listIds({ queue: 'new', article: 'bai-3' }), []);
        for (const id of [ofOne!, heldOther!]) await report(await move(id, 'published'));
        assert.deepEqual(await listIds({ queue: 'published', article: 'bai-2' }), [heldOther]);
        assert.deepEqual(await listIds({ queue: 'reported', article: 'bai-1' }), [ofOne]);
      });

      it('can be narrowed to a signal, however a reader’s text tries to look like one', async () => {
        const site: Signal = { code: 'site:nghi-vấn_"1%"', severity: 'hold', offsets: [] };
        const sly: Signal = { ...capitals, severity: 'hold', detail: '"code":"link"' };
        const [linked, , named] = await keepAll([
          { signals: [capitals, link] },
          { signals: [sly] },
          { signals: [site] },
        ]);
        assert.deepEqual(await listIds({ queue: 'suspect', flag: 'link' }), [linked]);
        assert.deepEqual(await listIds({ queue: 'suspect', flag: site.code }), [named]);
        assert.deepEqual(await listIds({ queue: 'suspect', flag: 'lin' }), []);
      });

      it('can be narrowed to a time', async () => {
        const ids = await keepAll(Array<Kept>(6).fill({}));
        // Sent at minutes 1 to 6; at or after the second, before the fifth.
        const time = { fromMs: startMs + 2 * minute, toMs: startMs + 5 * minute };
        for (const order of ['oldest', 'newest'] as const) {
          const expected = order === 'oldest' ? ids.slice(1, 4) : ids.slice(1, 4).toReversed();
          assert.deepEqual(await listAll({ queue: 'new', ...time, order, limit: 2 }), expected);
        }
        for (const id of ids) await report(await move(id, 'published'));
        const reported = await listAll({ queue: 'reported', ...time, limit: 2 });
        assert.deepEqual(reported, ids.slice(1, 4).toReversed());
      });

      it('look at so many comments for a page, and say where looking goes on', async () => {
        const ids = await keepAll([
          ...Array<Kept>(maxLooked + 10).fill({ signals: [{ ...capitals, severity: 'hold' }] }),
          { signals: [link] },
        ]);
        const first = await list({ queue: 'suspect', flag: 'link' });
        assert.deepEqual(first.comments, []);
        assert.equal(first.next?.id, ids[maxLooked - 1]);
        const second = await list({ queue: 'suspect', flag: 'link', after: first.next! });
        assert.deepEqual(idsOf(second.comments), ids.slice(-1));
        assert.equal(second.next, null);
      });
    });

    describe('search (T-18)', () => {
      const phrasesOf = (...texts: readonly string[]): readonly SearchPhrase[] =>
        texts.map(searchWords);
      const search = (texts: readonly string[], asked: Partial<SearchRequest> = {}) =>
        store.searchComments({ phrases: phrasesOf(...texts), limit: 50, ...asked });
      const found = async (
        texts: readonly string[],
        asked: Partial<SearchRequest> = {},
      ): Promise<string[]> => idsOf((await search(texts, asked)).comments);

      it('folds accents and where the tone stands, and puts exact accents first', async () => {
        const ids = await keepAll(
          ['hòa bình', 'hoà bình', 'Hoa bình', 'HÒA BÌNH', 'hỏa bính', 'hoà giải'].map(
            (content) => ({ content }),
          ),
        );
        const [one, other, bare, capital, odd, half] = ids as [
          string,
          string,
          string,
          string,
          string,
          string,
        ];
        assert.deepEqual(await found(['hoa', 'binh']), [odd, capital, bare, other, one]);
        assert.deepEqual(await found(['hoà', 'bình']), [capital, other, one, odd, bare]);
        assert.deepEqual(await found(['hòa', 'bình']), [capital, other, one, odd, bare]);
        assert.deepEqual(await found(['hoa', 'bình']), [bare, odd, capital, other, one]);
        assert.deepEqual(await found(['giai']), [half]);
        assert.deepEqual(await found(['hoà'.normalize('NFD')]), await found(['hoà']));
      });

      it('finds all words in any place, a phrase only as it stands', async () => {
        const [one, other] = await keepAll([
          { content: 'Giá xăng, dầu lại tăng' },
          { content: 'Dầu ăn tăng giá, xăng thì không' },
        ]);
        assert.deepEqual(await found(['tang', 'gia']), [other, one]);
        assert.deepEqual(await found(['gia xang dau']), [one]);
        assert.deepEqual(await found(['dau xang gia']), []);
        assert.deepEqual(await found(['giá xăng', 'ăn']), [other]);
        assert.deepEqual(await found(['gi']), []);
      });

      it('reads the name, the reader’s text and the newsroom’s, and no phrase across them', async () => {
        const id = await keep({ name: 'Đỗ Văn Ước', content: 'Đường làng' });
        await store.transaction((transaction) =>
          transaction.edit({ id, who: 'test', action: 'edit', editedContent: 'Ngõ xóm' }),
        );
        for (const texts of [['do van uoc'], ['đường làng'], ['ngo', 'lang', 'do']]) {
          assert.deepEqual(await found(texts), [id]);
        }
        assert.deepEqual(await found(['ước đường']), []);
        assert.deepEqual(await found(['làng ngõ']), []);
      });

      it('is in step with every edit, also of what was found before', async () => {
        const id = await keep({ content: 'Cũ' });
        assert.deepEqual(await found(['cũ']), [id]);
        const edit = (editedContent: string | null) =>
          store.transaction((transaction) =>
            transaction.edit({ id, who: 'test', action: 'edit', editedContent }),
          );
        await edit('Mới');
        assert.deepEqual(await found(['mới']), [id]);
        await edit(null);
        assert.deepEqual(await found(['mới']), []);
        assert.deepEqual(await found(['cũ']), [id]);
      });

      it('finds no erased comment, be it erased before or after it could be found', async () => {
        const id = await keep({ content: 'Xóa tôi' });
        assert.deepEqual(await found(['xóa']), [id]);
        await move(id, 'erased');
        await move(await keep({ content: 'Xóa ngay' }), 'erased');
        assert.deepEqual(await found(['xóa']), []);
        assert.deepEqual(await search(['xóa'], { status: 'erased' }), { comments: [], next: null });
      });

      it('finds nothing of a comment whose transaction was undone', async () => {
        const undone = store.transaction(async (transaction) => {
          await transaction.saveArticle('bai-1');
          await transaction.insert(newComment({ content: 'Dở dang' }));
          throw new Error('undone');
        });
        await assert.rejects(undone, /undone/);
        const id = await keep({ content: 'Dở' });
        assert.deepEqual(await found(['dở']), [id]);
      });

      it('can be narrowed to a status and to an article', async () => {
        const [first, second, third] = await keepAll([{}, { article: 'bài "2"' }, {}]);
        await move(third!, 'published');
        assert.deepEqual(await found(['hay'], { status: 'published' }), [third]);
        assert.deepEqual(await found(['hay'], { status: 'pending' }), [second, first]);
        assert.deepEqual(await found(['hay'], { article: 'bài "2"' }), [second]);
        const both = { article: 'bai-1', status: 'pending' } as const;
        assert.deepEqual(await found(['hay'], both), [first]);
        assert.deepEqual(await found(['hay'], { status: 'spam' }), []);
      });

      it('goes on where the page before ended, from the exact ones to the rest', async () => {
        const ids = await keepAll(
          Array.from({ length: 9 }, (_, index) => ({ content: index % 2 ? 'chợ' : 'chờ' })),
        );
        const exact = ids.filter((_, index) => index % 2 === 0).toReversed();
        const rest = ids.filter((_, index) => index % 2 === 1).toReversed();
        for (const limit of [1, 2, 4, 5, 9]) {
          const all: string[] = [];
          let page = await search(['chờ'], { limit });
          all.push(...idsOf(page.comments));
          while (page.next) {
            assert.deepEqual(Object.keys(page.next), ['part', 'at']);
            page = await search(['chờ'], { limit, after: page.next });
            all.push(...idsOf(page.comments));
          }
          assert.deepEqual(all, [...exact, ...rest], `limit ${limit}`);
        }
      });

      it('finds the newest first among hundreds, and what comes in meanwhile', async () => {
        const ids = await keepAll(Array<Kept>(300).fill({ content: 'Đông người' }));
        assert.deepEqual(await found(['đông']), ids.slice(-50).toReversed());
        const id = await keep({ content: 'Đông quá' });
        assert.equal((await found(['đông']))[0], id);
      });

      it('takes every text for words alone, whatever its signs mean to a database', async () => {
        const id = await keep({ content: `hay" OR NEAR(a b) * ^x {exact}: -c 'd' \u00B6 🙂` });
        for (const text of ['OR', 'NEAR', 'exact', 'hay OR near a b x exact c d']) {
          assert.deepEqual(await found([text]), [id], text);
        }
        for (const text of ['ha', 'NOT', 'AND', 'x*y', 'article', 'bai']) {
          assert.deepEqual(await found([text]), [], text);
        }
        const sly = [{ folded: 'hay" OR "khong', exact: `x') OR ("hay` }];
        assert.deepEqual((await store.searchComments({ phrases: [sly], limit: 5 })).comments, []);
      });

      it('finds words of other scripts', async () => {
        const ids = await keepAll([{ content: 'សួស្តី អ្នក' }, { content: '日本語 123' }]);
        assert.deepEqual(await found(['អ្នក']), [ids[0]]);
        assert.deepEqual(await found(['日本語', '123']), [ids[1]]);
      });
    });

    describe('one comment', () => {
      it('has its reports, newest first (M-11)', async () => {
        const id = await move(await keep(), 'published');
        await report(id, 101);
        const reports = await store.listReportsOf(id);
        assert.equal(reports.length, 100);
        assert.deepEqual(reports[0], {
          reason: 'spam',
          note: 'lần 100',
          createdAt: new Date(nowMs).toISOString(),
        });
        assert.deepEqual(await store.listReportsOf(await keep()), []);
      });

      it('has the pages of articles, of those that have one', async () => {
        const page = { url: 'https://bao.example.vn/1', title: 'Một' };
        await store.transaction(async (transaction) => {
          await transaction.saveArticle('bai-1', page);
          await transaction.saveArticle('bai-2');
        });
        const pages = await store.findArticlePages(['bai-1', 'bai-2', 'bai-3', 'bai-1']);
        assert.deepEqual([...pages], [['bai-1', page]]);
        assert.equal((await store.findArticlePages([])).size, 0);
      });
    });

    describe('the card of an author (M-8)', () => {
      const cardOf = async (id: string) => store.findAuthorCard((await store.find(id))!);

      it('counts what became of all that came with the same email', async () => {
        const first = await move(await keep({ email: 'A@example.vn' }), 'published');
        const firstSeenAt = new Date(nowMs).toISOString();
        await move(await keep({ email: 'a@EXAMPLE.vn' }), 'rejected');
        await move(await keep({ email: 'a@example.vn' }), 'spam');
        await move(await keep({ email: 'a@example.vn' }), 'published', 'removed');
        await keep({ email: 'khac@example.vn' });
        const id = await keep({ email: 'a@example.vn' });
        const card = (await cardOf(id))!;
        const { published, refused, total, standing } = card;
        assert.deepEqual([published, refused, total, standing], [1, 3, 5, 'usual']);
        assert.equal(card.firstSeenAt, firstSeenAt);
        assert.equal(card.key, (await store.find(first))?.author);
        assert.deepEqual(
          card.latest.map(({ status }) => status),
          ['removed', 'spam', 'rejected', 'published'],
        );
        assert.deepEqual(card.latest[3], {
          id: first,
          status: 'published',
          content: 'Hay',
          createdAt: firstSeenAt,
        });
      });

      it('shows the ten newest of any status beside the comment itself', async () => {
        const ids = await keepAll(Array<Kept>(14).fill({}));
        for (const id of ids.slice(0, 7)) await move(id, 'published');
        const latest = (await cardOf(ids[13]!))!.latest.map(({ id }) => id);
        assert.deepEqual(latest, ids.slice(3, 13).toReversed());
      });

      it('says how the newsroom treats the author, until that ends', async () => {
        const id = await keep();
        const { key } = (await cardOf(id))!;
        const until = new Date(nowMs + minute).toISOString();
        await underTest.execute(`insert into authors values ('${key}', 'muted', '${until}')`);
        const card = await cardOf(id);
        assert.deepEqual([card?.standing, card?.until], ['muted', until]);
        nowMs += minute;
        const later = (await cardOf(id))!;
        assert.equal(later.standing, 'usual');
        assert.equal('until' in later, false);
        await underTest.execute(`update authors set standing = 'banned', until = null`);
        assert.equal((await cardOf(id))?.standing, 'banned');
      });

      it('counts what came from the same network in the last 30 days, this comment too', async () => {
        const network = '203.0.113.0/24';
        await keep({ network, email: 'cu@example.vn' });
        nowMs += 29 * 24 * 60 * minute;
        await keep({ network, email: 'khac@example.vn' });
        await keep({ network: '198.51.100.0/24' });
        const id = await keep({ network });
        assert.equal((await cardOf(id))?.sameNetwork, 3);
        nowMs += 2 * 24 * 60 * minute;
        assert.equal((await cardOf(id))?.sameNetwork, 2);
        assert.equal((await cardOf(await keep()))?.sameNetwork, 0);
      });

      it('is not there for a comment without an email', async () => {
        assert.equal(await cardOf(await keep({ email: '' })), undefined);
      });
    });
  });
}
