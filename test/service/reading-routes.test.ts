import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import {
  commentCountsSchema,
  type CommentDraft,
  type CommentPlace,
  commentPlaceSchema,
  type CommentReplies,
  commentRepliesSchema,
} from '../../src/protocol/index.ts';
import {
  makeTemporaryFolder,
  openTestService,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const openPublishing = (t: TestContext): Promise<TestService> =>
  openTestService(t, { settings: { moderation: 'post' } });

const post = async (paper: TestService, draft: Partial<CommentDraft> = {}): Promise<string> =>
  (await readAnswer(await paper.post(draft))).id;

const postMany = async (
  paper: TestService,
  count: number,
  draft: Partial<CommentDraft> = {},
): Promise<string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await post(paper, draft));
  return ids;
};

const remove = (paper: TestService, id: string): Promise<unknown> =>
  paper.store.transaction((transaction) =>
    transaction.changeStatus({ id, to: 'removed', who: 'test' }),
  );

const place = async (paper: TestService, path: string): Promise<CommentPlace> =>
  commentPlaceSchema.parse(await (await paper.send(path)).json());

const replies = async (paper: TestService, path: string): Promise<CommentReplies> =>
  commentRepliesSchema.parse(await (await paper.send(path)).json());

const idsOf = (comments: readonly { readonly id: string }[]): string[] =>
  comments.map(({ id }) => id);

const nobody = '01a20c18-dcba-7000-8000-00000000ffff';

describe('GET / with replies', () => {
  it('shows two replies under their comment, and says where the others begin (N-6)', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper);
    const answers = await postMany(paper, 3, { parent: id });
    const { comments, article } = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(idsOf(comments), [id]);
    assert.equal(article.count, 4);
    const shown = comments[0]?.replies;
    assert.deepEqual(idsOf(shown?.items ?? []), answers.slice(0, 2));
    assert.equal(shown?.count, 3);
    const rest = await replies(paper, `/${id}/replies?after=${shown?.next}`);
    assert.deepEqual(idsOf(rest.items), answers.slice(2));
    assert.deepEqual([rest.count, rest.next], [3, null]);
  });

  it('names no reply where there is none, and no next where two are all', async (t) => {
    const paper = await openPublishing(t);
    const [answered, alone] = await postMany(paper, 2);
    await postMany(paper, 2, { parent: answered });
    const { comments } = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(idsOf(comments), [alone, answered]);
    assert.equal(comments[0]?.replies, undefined);
    assert.equal(comments[1]?.replies?.next, null);
  });

  it('shows that a comment is gone while it has replies, and none of its texts', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper, { content: 'Lời nặng' });
    const answer = await post(paper, { parent: id });
    await remove(paper, id);
    const response = await paper.send('?article=bai-123');
    const text = await response.clone().text();
    assert.ok(!text.includes('Lời nặng'));
    const { comments, article } = await readPage(response);
    assert.deepEqual([comments[0]?.gone, comments[0]?.name], ['removed', '']);
    assert.deepEqual(idsOf(comments[0]?.replies?.items ?? []), [answer]);
    assert.equal(article.count, 1);
  });

  it('refuses the cursor of another order, and of replies', async (t) => {
    const paper = await openPublishing(t);
    const [id] = await postMany(paper, 2);
    await postMany(paper, 2, { parent: id });
    const { next } = await readPage(await paper.send('?article=bai-123&limit=1'));
    const { next: ofReplies } = await replies(paper, `/${id}/replies?limit=1`);
    assert.ok(next && ofReplies);
    for (const path of [
      `?article=bai-123&sort=oldest&after=${next}`,
      `?article=bai-123&sort=liked&after=${next}`,
      `?article=bai-123&after=${ofReplies}`,
      `/${id}/replies?after=${next}`,
    ]) {
      assert.equal((await readProblem(await paper.send(path))).code, 'invalid-query', path);
    }
    assert.equal((await paper.send(`?article=bai-123&after=${next}`)).status, 200);
  });
});

describe('GET / from memory', () => {
  const read = async (paper: TestService): Promise<readonly [unknown, string]> => {
    const response = await paper.send('?article=bai-123');
    return [response.headers.get('etag'), await response.text()];
  };

  it('reads the comments again only when the article has changed', async (t) => {
    const lists: string[] = [];
    const paper = await openTestService(t, {
      settings: { moderation: 'post' },
      wrapStore: (store) => ({
        ...store,
        listPublished: (request) => {
          lists.push(request.sort);
          return store.listPublished(request);
        },
      }),
    });
    await post(paper);
    const first = await read(paper);
    assert.deepEqual(await read(paper), first);
    assert.deepEqual(lists, ['newest']);
    await paper.send('?article=bai-123&sort=liked');
    assert.deepEqual(lists, ['newest', 'liked']);
    await post(paper);
    assert.notDeepEqual(await read(paper), first);
    assert.deepEqual(lists, ['newest', 'liked', 'newest']);
    await paper.store.transaction((transaction) => transaction.touchArticle('bai-123'));
    await read(paper);
    assert.equal(lists.length, 4);
  });

  it('is right after another process has taken a comment down', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper, { content: 'Lời nặng' });
    assert.match((await read(paper))[1], /Lời nặng/);
    await remove(paper, id);
    assert.doesNotMatch((await read(paper))[1], /Lời nặng/);
  });

  it('does not mix up articles, orders and sizes of pages', async (t) => {
    const paper = await openPublishing(t);
    const ids = await postMany(paper, 2);
    const other = await post(paper, { article: '1 bai-123' });
    const ask = async (query: string): Promise<string[]> =>
      idsOf((await readPage(await paper.send(query))).comments);
    for (let round = 0; round < 2; round += 1) {
      assert.deepEqual(await ask('?article=bai-123'), ids.toReversed());
      assert.deepEqual(await ask('?article=bai-123&sort=oldest'), ids);
      assert.deepEqual(await ask('?article=bai-123&sort=oldest&limit=1'), ids.slice(0, 1));
      assert.deepEqual(await ask('?article=1%20bai-123'), [other]);
      assert.deepEqual(await ask('?article=none'), []);
    }
  });
});

describe('GET /{id}', () => {
  it('gives a comment with a cursor whose page begins with it', async (t) => {
    const paper = await openPublishing(t);
    const ids = await postMany(paper, 4);
    for (const sort of ['newest', 'oldest', 'liked']) {
      const order = sort === 'oldest' ? ids : ids.toReversed();
      for (const [index, id] of order.entries()) {
        const found = await place(paper, `/${id}?sort=${sort}`);
        assert.equal(found.article.id, 'bai-123');
        assert.equal(found.thread.id, id);
        assert.equal(found.reply, undefined);
        const after = found.after === null ? '' : `&after=${found.after}`;
        assert.equal(after === '', index === 0);
        const page = await paper.send(`?article=bai-123&sort=${sort}${after}`);
        assert.deepEqual(idsOf((await readPage(page)).comments), order.slice(index));
      }
    }
  });

  it('gives a reply with the comment it answers', async (t) => {
    const paper = await openPublishing(t);
    const [id] = await postMany(paper, 2);
    const answers = await postMany(paper, 3, { parent: id });
    const found = await place(paper, `/${answers[2]}`);
    assert.deepEqual([found.thread.id, found.reply?.id], [id, answers[2]]);
    assert.equal(found.thread.replies?.count, 3);
    assert.equal(found.after, (await place(paper, `/${id}`)).after);
  });

  it('gives a reply to a comment that is gone, and the place of that one', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper);
    const answer = await post(paper, { parent: id });
    await remove(paper, id);
    assert.equal((await place(paper, `/${answer}`)).thread.gone, 'removed');
    assert.equal((await place(paper, `/${id}`)).thread.content, '');
  });

  it('gives no cursor for a pinned comment, which stands on the first page', async (t) => {
    const folder = makeTemporaryFolder(t);
    const paper = await openTestService(t, { settings: { moderation: 'post' }, folder });
    const [id, ...others] = await postMany(paper, 3);
    const database = new DatabaseSync(join(folder, 'comments.sqlite'));
    database.prepare('update comments set pinned = 1 where id = ?').run(id!);
    database.close();
    assert.equal((await place(paper, `/${id}`)).after, null);
    const { comments } = await readPage(await paper.send('?article=bai-123&limit=2'));
    assert.deepEqual(idsOf(comments), [id, ...others.toReversed()]);
    assert.equal(comments[0]?.pinned, true);
  });

  it('finds none that waits, was removed, or never was', async (t) => {
    const paper = await openTestService(t);
    const waiting = await post(paper);
    const removed = await post(paper);
    await paper.publish(removed);
    await remove(paper, removed);
    for (const id of [waiting, removed, nobody, 'x', waiting.toUpperCase()]) {
      for (const path of [`/${id}`, `/${id}/replies`]) {
        const response = await paper.send(path);
        assert.equal(response.status, 404, path);
        assert.equal((await readProblem(response)).code, 'not-found');
      }
    }
  });

  it('refuses another order', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper);
    for (const query of ['?sort=best', '?sort=newest&sort=liked']) {
      const problem = await readProblem(await paper.send(`/${id}${query}`));
      assert.equal(problem.code, 'invalid-query');
    }
  });
});

describe('GET /{id}/replies', () => {
  it('gives all replies, oldest first, in pages of the size asked for', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper);
    const answers = await postMany(paper, 5, { parent: id });
    const seen: string[] = [];
    let after = '';
    for (let page = 1; page <= 3; page += 1) {
      const { items, next, count } = await replies(paper, `/${id}/replies?limit=2${after}`);
      assert.equal(count, 5);
      assert.equal(next === null, page === 3);
      seen.push(...idsOf(items));
      after = `&after=${next}`;
    }
    assert.deepEqual(seen, answers);
  });

  it('is empty for a comment nobody has answered', async (t) => {
    const paper = await openPublishing(t);
    const empty = { items: [], count: 0, next: null };
    assert.deepEqual(await replies(paper, `/${await post(paper)}/replies`), empty);
  });

  for (const query of ['limit=0', 'limit=51', 'limit=1&limit=2', 'after=', 'after=x']) {
    it(`refuses ${query}`, async (t) => {
      const paper = await openPublishing(t);
      const response = await paper.send(`/${await post(paper)}/replies?${query}`);
      assert.equal((await readProblem(response)).code, 'invalid-query');
    });
  }
});

describe('GET /count', () => {
  const counts = async (paper: TestService, query: string): Promise<unknown> => {
    const text = await (await paper.send(`/count?${query}`)).text();
    const answer: unknown = JSON.parse(text);
    commentCountsSchema.parse(answer);
    return Reflect.get(Object(answer), 'counts');
  };

  it('gives the number of each article that is named, 0 for those nobody wrote under', async (t) => {
    const paper = await openPublishing(t);
    const id = await post(paper);
    await post(paper, { parent: id });
    await post(paper, { article: 'https://paper.vn/?a=1&b=2' });
    const query = new URLSearchParams(
      ['bai-123', 'https://paper.vn/?a=1&b=2', 'none', 'bai-123'].map((one) => ['article', one]),
    );
    const expected = { 'bai-123': 2, 'https://paper.vn/?a=1&b=2': 1, none: 0 };
    assert.deepEqual(await counts(paper, String(query)), expected);
  });

  it('counts an article of any name', async (t) => {
    const paper = await openPublishing(t);
    for (const article of ['__proto__', 'constructor', '7']) await post(paper, { article });
    const found = await counts(paper, 'article=__proto__&article=constructor&article=7');
    // The number comes first, as in every object.
    assert.deepEqual(Object.entries(Object(found)), [
      ['7', 1],
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });

  it('takes a hundred articles, however often each is named, and not more', async (t) => {
    const paper = await openPublishing(t);
    const query = (count: number): string =>
      Array.from({ length: count }, (_, index) => `article=${index}`).join('&');
    const many = await counts(paper, `${query(100)}&${query(50)}`);
    assert.equal(Object.keys(Object(many)).length, 100);
    for (const refused of [query(101), '', 'article=', 'article=a&article=%00']) {
      const problem = await readProblem(await paper.send(`/count?${refused}`));
      assert.equal(problem.code, 'invalid-query');
    }
  });
});

describe('every public GET', () => {
  const paths = async (paper: TestService): Promise<string[]> => {
    const id = await post(paper);
    await post(paper, { parent: id });
    return ['?article=bai-123', `/${id}`, `/${id}/replies`, '/count?article=bai-123'];
  };

  it('is kept by a CDN, read by all pages, and answered 304 until something changed', async (t) => {
    const paper = await openPublishing(t);
    for (const path of await paths(paper)) {
      const fresh = await paper.send(path);
      assert.equal(
        fresh.headers.get('cache-control'),
        'public, max-age=0, must-revalidate, s-maxage=30, stale-while-revalidate=10',
      );
      const etag = fresh.headers.get('etag') ?? '';
      assert.match(etag, /^"[\w-]{20,}"$/, path);
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const same = await paper.send(path, { headers: { 'if-none-match': tag } });
        assert.equal(same.status, 304, `${path} ${tag}`);
        assert.equal(await same.text(), '');
        for (const name of ['etag', 'cache-control', 'access-control-allow-origin', 'vary']) {
          assert.equal(same.headers.get(name), fresh.headers.get(name), name);
        }
        assert.equal(same.headers.get('access-control-allow-origin'), '*');
      }
      const other = await paper.send(path, { headers: { 'if-none-match': '"x"' } });
      assert.equal(other.status, 200);
    }
  });

  it('answers HEAD with the same headers, a trailing slash alike, and no other method', async (t) => {
    const paper = await openPublishing(t);
    for (const path of await paths(paper)) {
      const full = await paper.send(path);
      const head = await paper.send(path, { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [200, '']);
      assert.deepEqual(Object.fromEntries(head.headers), Object.fromEntries(full.headers));
      const [pathname = '', query] = path.split('?');
      const slashed = await paper.send(`${pathname}/${query ? `?${query}` : ''}`);
      assert.equal(await slashed.text(), await full.text());
      const deleted = await paper.send(path, { method: 'DELETE' });
      assert.equal(deleted.status, 405, path);
    }
  });
});
