import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod';
import type { EditorRole } from '../../../src/protocol/desk.ts';
import { type DeskBrowser, openTestDesk, refusalCode } from '../../support/desk-fixture.ts';
import { commentSchema, openNewsroom, readChange } from '../../support/newsroom-fixture.ts';

const pageSchema = z.strictObject({
  comments: z.array(commentSchema),
  next: z.string().nullable(),
});

const readList = async (
  response: Response,
): Promise<{ readonly contents: readonly string[]; readonly next: string | null }> => {
  assert.equal(response.status, 200, await response.clone().text());
  const { comments, next } = pageSchema.parse(await response.json());
  return { contents: comments.map(({ content }) => content), next };
};

describe('what an editor reads at the desk (M-3)', () => {
  it('is queues with their counts: held comments apart from new ones', async (t) => {
    const { editor, write, publish } = await openNewsroom(t);
    await write('Bài viết rất hay.');
    await write('Gọi ngay 0912 345 678 để vay tiền.');
    await publish(await write('Tôi đồng ý với tác giả.'));
    const response = await editor.get('/api/queues');
    assert.deepEqual(await response.json(), {
      counts: { reported: 0, suspect: 1, new: 1, published: 1, rejected: 0, spam: 0, removed: 0 },
    });
    const suspect = await editor.get('/api/comments?queue=suspect');
    assert.partialDeepStrictEqual(await suspect.json(), {
      comments: [{ content: 'Gọi ngay 0912 345 678 để vay tiền.', signals: [{ code: 'contact' }] }],
      next: null,
    });
  });

  it('is a queue page by page, oldest first where somebody waits', async (t) => {
    const { editor, write } = await openNewsroom(t);
    for (const number of ['một', 'hai', 'ba']) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await write(`Ý kiến thứ ${number}.`);
    }
    const first = await readList(await editor.get('/api/comments?queue=new&limit=2'));
    assert.deepEqual(first.contents, ['Ý kiến thứ một.', 'Ý kiến thứ hai.']);
    const rest = await readList(
      await editor.get(`/api/comments?queue=new&limit=2&after=${first.next}`),
    );
    assert.deepEqual(rest, { contents: ['Ý kiến thứ ba.'], next: null });
    const newest = await readList(await editor.get('/api/comments?queue=new&order=newest'));
    assert.equal(newest.contents[0], 'Ý kiến thứ ba.');
    const of = await readList(await editor.get('/api/comments?queue=new&article=bai-2'));
    assert.deepEqual(of.contents, []);
  });

  it('is what was searched for, accents folded, exact ones first (T-18)', async (t) => {
    const { editor, write } = await openNewsroom(t);
    await write('Tỉnh Hoà Bình ở đâu?');
    await write('Chúng ta yêu hòa bình.');
    await write('Cho toi hoa binh nhe.');
    const search = async (query: string): Promise<readonly string[]> =>
      (await readList(await editor.get(`/api/search?query=${encodeURIComponent(query)}`))).contents;
    assert.deepEqual(await search('hòa bình'), [
      'Chúng ta yêu hòa bình.',
      'Tỉnh Hoà Bình ở đâu?',
      'Cho toi hoa binh nhe.',
    ]);
    assert.equal((await search('hoa binh')).length, 3);
    assert.deepEqual(await search('"bình ở"'), ['Tỉnh Hoà Bình ở đâu?']);
    for (const nothing of ['', '   ', '"', '“”', '*', 'NOT', 'hòa OR bình -x', '"a" NEAR("b")']) {
      // oxlint-disable-next-line no-await-in-loop -- one search after the other
      assert.deepEqual(await search(nothing), [], nothing);
    }
  });

  it('is one comment in full: what it answers, its history, its author and the email', async (t) => {
    const { editor, write, publish, decide } = await openNewsroom(t);
    const parent = await write('Khi nào cầu xong?');
    await publish(parent);
    const id = await write('Chắc là sang năm.', { parent });
    await readChange(await decide(id, { version: 0, decision: 'reject', reason: 'false' }));
    const detail = await (await editor.get(`/api/comments/${id}`)).json();
    assert.partialDeepStrictEqual(detail, {
      comment: { id, status: 'rejected', version: 1 },
      email: 'an@example.vn',
      parent: { id: parent, content: 'Khi nào cầu xong?' },
      history: [
        {
          who: 'Biên tập editor',
          action: 'reject',
          from: 'pending',
          to: 'rejected',
          reason: 'false',
        },
      ],
      reports: [],
      author: { published: 1, refused: 1, total: 2, standing: 'usual', latest: [{ id: parent }] },
    });
  });

  it('has no email for a viewer, and none in any list', async (t) => {
    const { editor, write } = await openNewsroom(t, 'viewer');
    const id = await write('Bài viết rất hay.');
    for (const path of [
      '/api/comments?queue=new',
      '/api/search?query=hay',
      `/api/comments/${id}`,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const text = await (await editor.get(path)).text();
      assert.match(text, /Bài viết rất hay/, path);
      assert.doesNotMatch(text, /example\.vn/, path);
    }
  });

  it('is refused where a question makes no sense', async (t) => {
    const { editor } = await openNewsroom(t);
    for (const query of [
      'comments',
      'comments?queue=all',
      'comments?queue=new&limit=0',
      'comments?queue=new&limit=101',
      'comments?queue=new&after=x',
      'comments?queue=new&queue=spam',
      'comments?queue=new&from=yesterday',
      'search',
      `search?query=${'a'.repeat(201)}`,
      'search?query=a&after=e30',
      'search?query=a&status=new',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal(await refusalCode(await editor.get(`/api/${query}`)), 'invalid-query', query);
    }
    const gone = await editor.get('/api/comments/01a20c18-dcba-7000-8000-00000000ffff');
    assert.equal(await refusalCode(gone), 'not-found');
  });

  it('are counts as they change, for as long as the service is there', async (t) => {
    const { desk, editor, write } = await openNewsroom(t);
    const response = await editor.get('/api/live');
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader.read()).value ?? '', /^event: counts\ndata: \{"reported":0,/);
    await write('Bài viết rất hay.');
    assert.match((await reader.read()).value ?? '', /"new":1/);
    await desk.service.close();
    assert.equal((await reader.read()).done, true);
  });

  it('is nobody’s without a session (S40)', async (t) => {
    const desk = await openTestDesk(t);
    const browsers = new Map<EditorRole | undefined, DeskBrowser>([
      [undefined, desk.browser()],
      ['viewer', await desk.atDesk('viewer')],
    ]);
    for (const path of ['queues', 'comments?queue=new', 'search?query=a', 'live']) {
      for (const [role, browser] of browsers) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const response = await browser.get(`/api/${path}`);
        assert.equal(response.status, role ? 200 : 401, path);
        // oxlint-disable-next-line no-await-in-loop
        await response.body?.cancel();
      }
    }
  });
});

describe('decisions about many comments at once (M-9, L-13)', () => {
  it('are shown first, change nothing then, and can be taken back', async (t) => {
    const { editor, write, published } = await openNewsroom(t);
    const ids = [await write('Ý kiến một.'), await write('Ý kiến hai.')];
    const bulk = async (body: object): Promise<unknown> =>
      (await editor.send('POST', '/api/bulk', { decision: 'publish', ...body })).json();
    const selection = { queue: 'new' };
    assert.partialDeepStrictEqual(await bulk({ selection, preview: true }), {
      count: 2,
      hasMore: false,
      skipped: 0,
      sample: [{ id: ids[0] }, { id: ids[1] }],
    });
    assert.deepEqual(await published(), []);
    const done = z
      .looseObject({ count: z.number(), undo: z.string() })
      .parse(await bulk({ selection }));
    assert.equal(done.count, 2);
    assert.equal((await published()).length, 2);
    const undone = await editor.send('POST', '/api/undo', { undo: done.undo });
    assert.equal(undone.status, 200);
    assert.deepEqual(await published(), []);
  });

  it('are looked at before a reason is chosen, and not refused without one (M-6)', async (t) => {
    const { editor, write } = await openNewsroom(t);
    const ids = [await write('Ý kiến một.')];
    const bulk = (body: object): Promise<Response> =>
      editor.send('POST', '/api/bulk', { selection: { ids }, decision: 'reject', ...body });
    const looked = await bulk({ preview: true });
    assert.partialDeepStrictEqual(await looked.json(), { count: 1, ids });
    const refused = await bulk({});
    assert.equal(refused.status, 422);
    assert.partialDeepStrictEqual(await refused.json(), {
      errors: [{ field: 'reason', code: 'empty' }],
    });
    assert.equal((await bulk({ reason: 'offtopic' })).status, 200);
  });

  it('take down what an author wrote, what has a word, and what is of an article or a time', async (t) => {
    const { editor, write, publish, published } = await openNewsroom(t);
    const spam = await write('Nhà cái uy tín nhất.', { email: 'spam@example.vn' });
    const ids = [spam, await write('Bài hay.'), await write('Hay quá.')];
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await publish(id);
    }
    const detail = z
      .looseObject({ author: z.looseObject({ key: z.string() }) })
      .parse(await (await editor.get(`/api/comments/${spam}`)).json());
    const preview = async (selection: object): Promise<number> => {
      const body = { selection, decision: 'remove', preview: true };
      const response = await editor.send('POST', '/api/bulk', body);
      return z.looseObject({ count: z.number() }).parse(await response.json()).count;
    };
    assert.equal(await preview({ author: detail.author.key }), 1);
    assert.equal(await preview({ query: 'nha cai' }), 1);
    assert.equal(await preview({ article: 'bai-1' }), 3);
    assert.equal(await preview({ article: 'bai-2' }), 0);
    assert.equal(await preview({ article: 'bai-1', author: detail.author.key }), 1);
    assert.equal(await preview({ from: '2020-01-01T00:00:00Z' }), 3);
    assert.equal(await preview({ to: '2020-01-01T00:00:00Z' }), 0);
    assert.equal(await preview({ ids: ids.slice(1) }), 2);
    const body = { selection: { author: detail.author.key }, decision: 'remove' };
    assert.equal((await editor.send('POST', '/api/bulk', body)).status, 200);
    assert.equal((await published()).length, 2);
  });

  it('are about what was shown: neither what came since nor what somebody has decided on meanwhile (M-4)', async (t) => {
    const { editor, write, decide, published } = await openNewsroom(t);
    const shown = [await write('Ý kiến một.'), await write('Ý kiến hai.')];
    const send = async (body: object): Promise<unknown> =>
      (await editor.send('POST', '/api/bulk', { decision: 'publish', ...body })).json();
    const { ids } = z
      .looseObject({ ids: z.array(z.string()) })
      .parse(await send({ selection: { queue: 'new' }, preview: true }));
    assert.deepEqual(ids, shown);
    await write('Ý kiến ba.');
    await decide(shown[0]!, { version: 0, decision: 'reject', reason: 'offensive' });
    const done = await send({ selection: { ids, queue: 'new' } });
    assert.partialDeepStrictEqual(done, { count: 1, skipped: 1 });
    assert.deepEqual(
      (await published()).map(({ id }) => id),
      [shown[1]],
    );
  });

  it('are about what a filter or a search finds', async (t) => {
    const { editor, write, publish } = await openNewsroom(t);
    const loud = await write('BÀI VIẾT NÀY HAY QUÁ ĐI MẤT THÔI.');
    await write('Bài viết hay.');
    await publish(await write('Bài viết rất hay.'));
    const preview = async (selection: object): Promise<readonly string[]> => {
      const body = { selection, decision: 'spam', preview: true };
      const response = await editor.send('POST', '/api/bulk', body);
      return z.looseObject({ ids: z.array(z.string()) }).parse(await response.json()).ids;
    };
    assert.deepEqual(await preview({ queue: 'new', flag: 'capitals' }), [loud]);
    assert.equal((await preview({ query: 'bai viet', status: 'pending' })).length, 2);
    assert.deepEqual(await preview({ query: 'bai viet', status: 'spam' }), []);
  });

  it('skip what cannot make the move, and need something to be named', async (t) => {
    const { editor, write } = await openNewsroom(t);
    const ids = [await write('Ý kiến một.'), '01a20c18-dcba-7000-8000-00000000ffff'];
    const send = (body: object): Promise<Response> => editor.send('POST', '/api/bulk', body);
    const removed = await send({ selection: { ids }, decision: 'remove' });
    assert.partialDeepStrictEqual(await removed.json(), { count: 0, skipped: 2 });
    for (const body of [
      { selection: {}, decision: 'spam' },
      { selection: { ids: [] }, decision: 'spam' },
      { selection: { ids, all: true }, decision: 'spam' },
      { selection: { ids: Array.from({ length: 501 }, () => ids[0]) }, decision: 'spam' },
      { selection: { ids }, decision: 'reject' },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal(await refusalCode(await send(body)), 'invalid-fields', JSON.stringify(body));
    }
  });
});
