import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  openTestService,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const publishMany = async (paper: TestService, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await readAnswer(await paper.post({ content: `Ý kiến ${index}` }))).id);
  }
  return ids;
};

const openPublishing = (t: Parameters<typeof openTestService>[0]): Promise<TestService> =>
  openTestService(t, { settings: { moderation: 'post' } });

describe('GET /', () => {
  it('is empty with zero for an article nobody wrote about', async (t) => {
    const paper = await openTestService(t);
    assert.deepEqual(await readPage(await paper.send('?article=bai-1')), {
      article: { id: 'bai-1', state: 'open', count: 0 },
      comments: [],
      next: null,
    });
  });

  it('shows a comment after the newsroom published it, and not before', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    assert.equal((await readPage(await paper.send('?article=bai-123'))).comments.length, 0);
    await paper.publish(id);
    const page = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(
      page.comments.map((comment) => comment.id),
      [id],
    );
  });

  it('goes newest first, twenty a page, to the end', async (t) => {
    const paper = await openPublishing(t);
    const ids = await publishMany(paper, 21);
    const first = await readPage(await paper.send('?article=bai-123'));
    assert.equal(first.article.count, 21);
    const second = await readPage(await paper.send(`?article=bai-123&after=${first.next}`));
    assert.equal(second.next, null);
    const seen = [...first.comments, ...second.comments].map(({ id }) => id);
    assert.deepEqual(seen, ids.toReversed());
  });

  it('goes oldest first when asked, in pages of the size asked for', async (t) => {
    const paper = await openPublishing(t);
    const ids = await publishMany(paper, 3);
    const query = '?article=bai-123&sort=oldest&limit=2';
    const first = await readPage(await paper.send(query));
    const second = await readPage(await paper.send(`${query}&after=${first.next}`));
    const seen = [first, second].map(({ comments }) => comments.map(({ id }) => id));
    assert.deepEqual(seen, [ids.slice(0, 2), ids.slice(2)]);
    assert.equal(second.next, null);
  });

  it('skips and repeats nothing when comments arrive between two pages', async (t) => {
    const paper = await openPublishing(t);
    const ids = await publishMany(paper, 4);
    const first = await readPage(await paper.send('?article=bai-123&limit=2'));
    await publishMany(paper, 2);
    const second = await readPage(await paper.send(`?article=bai-123&limit=2&after=${first.next}`));
    const seen = [...first.comments, ...second.comments].map(({ id }) => id);
    assert.deepEqual(seen, ids.toReversed());
  });

  const refused = [
    '',
    '?article=',
    `?article=${'x'.repeat(513)}`,
    '?article=a%00b',
    '?article=a&article=b',
    '?article=a&sort=best',
    '?article=a&sort=',
    '?article=a&limit=0',
    '?article=a&limit=-1',
    '?article=a&limit=51',
    '?article=a&limit=NaN',
    '?article=a&limit=1e1',
    '?article=a&limit=2.5',
    '?article=a&limit=',
    '?article=a&after=',
    '?article=a&after=nonsense',
    `?article=a&after=${Buffer.from("2026-11-24T05:00:00.000Z ' or 1=1 --").toString('base64url')}`,
  ];
  for (const query of refused) {
    it(`refuses ${query === '' ? 'no query' : query.slice(0, 60)} (S20)`, async (t) => {
      const paper = await openTestService(t);
      const response = await paper.send(query);
      assert.equal((await readProblem(response)).code, 'invalid-query');
      assert.equal(response.status, 400);
    });
  }

  it('takes an article that is a URL, or anything else of 512 characters', async (t) => {
    const paper = await openPublishing(t);
    for (const article of [
      'https://paper.vn/bai?id=1&x=2#y',
      '../..',
      "' or 1=1 --",
      'ế'.repeat(512),
    ]) {
      await readAnswer(await paper.post({ article }));
      const page = await readPage(await paper.send(`?article=${encodeURIComponent(article)}`));
      assert.equal(page.article.id, article);
      assert.equal(page.article.count, 1);
    }
  });

  it('ignores parameters it does not know', async (t) => {
    const paper = await openTestService(t);
    assert.equal((await paper.send('?article=a&utm_source=x&site=other')).status, 200);
  });

  it('is asked for anew by browsers and kept half a minute by a CDN', async (t) => {
    const paper = await openTestService(t);
    const { headers } = await paper.send('?article=bai-1');
    assert.equal(
      headers.get('cache-control'),
      'public, max-age=0, must-revalidate, s-maxage=30, stale-while-revalidate=10',
    );
  });

  it('answers 304 until something changed', async (t) => {
    const paper = await openPublishing(t);
    await publishMany(paper, 1);
    const fresh = await paper.send('?article=bai-123');
    const etag = fresh.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]+"$/);
    const ask = (): Promise<Response> =>
      paper.send('?article=bai-123', { headers: { 'if-none-match': `W/${etag}` } });
    const same = await ask();
    assert.equal(same.status, 304);
    assert.equal(await same.text(), '');
    assert.equal(same.headers.get('etag'), etag);
    assert.equal(same.headers.get('access-control-allow-origin'), '*');
    assert.equal(same.headers.get('cache-control'), fresh.headers.get('cache-control'));
    await publishMany(paper, 1);
    assert.equal((await ask()).status, 200);
  });

  it('answers HEAD with the same headers and no body', async (t) => {
    const paper = await openTestService(t);
    const full = await paper.send('?article=bai-1');
    const head = await paper.send('?article=bai-1', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    assert.deepEqual(Object.fromEntries(head.headers), Object.fromEntries(full.headers));
  });
});
