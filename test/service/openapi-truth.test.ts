import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommentDraft } from '../../src/protocol/index.ts';
import { createJudge, describeService, readDocument } from '../support/openapi-document.ts';
import {
  openTestService,
  plainDraft,
  readAnswer,
  type TestService,
} from '../support/service-fixture.ts';
import { publishComment, sendLike, sendReport } from '../support/visitor-fixture.ts';

const unknownId = '019ab2c4-0000-7000-8000-000000000000';

describe('the answers of the service', () => {
  /** What is asked, by the path and method of the document that tell of it. */
  const requests: readonly (readonly [
    what: string,
    path: string,
    method: 'get' | 'post',
    status: number,
    ask: (paper: TestService) => Promise<Response>,
  ])[] = [
    ['a comment that waits', '/', 'post', 202, (paper) => paper.post()],
    ['a list', '/', 'get', 200, (paper) => paper.send('?article=bai-123')],
    ['a list of nothing', '/', 'get', 400, (paper) => paper.send('')],
    [
      'a picture',
      '/challenge',
      'post',
      200,
      (paper) => paper.postJson('/challenge', { article: 'a' }),
    ],
    [
      'speech',
      '/challenge',
      'post',
      200,
      (paper) => paper.postJson('/challenge', { article: 'a', kind: 'speech', lang: 'en' }),
    ],
    [
      'a challenge for no article',
      '/challenge',
      'post',
      422,
      (paper) => paper.postJson('/challenge', {}),
    ],
    ['no JSON', '/', 'post', 400, (paper) => paper.postJson('', '{')],
    [
      'a foreign page',
      '/',
      'post',
      403,
      (paper) => paper.postJson('', plainDraft, { origin: 'https://evil.example' }),
    ],
    ['a large body', '/', 'post', 413, (paper) => paper.postJson('', 'x'.repeat(100_000))],
    ['a text', '/', 'post', 415, (paper) => paper.send('', { method: 'POST', body: '{}' })],
    ['refused fields', '/', 'post', 422, (paper) => paper.post({ name: '68', email: 'x' })],
    [
      'a spent code, which brings the next one',
      '/',
      'post',
      422,
      async (paper) => {
        const draft = await paper.solvedDraft();
        await paper.postJson('', draft);
        return paper.postJson('', draft);
      },
    ],
    ['the document', '/openapi.json', 'get', 200, (paper) => paper.send('/openapi.json')],
  ];
  for (const [what, path, method, status, ask] of requests) {
    it(`are as the document says: ${what}`, async (t) => {
      const paper = await openTestService(t);
      const judge = createJudge(await readDocument(paper));
      const response = await ask(paper);
      assert.equal(response.status, status);
      await judge.checkAnswer(path, method, response);
    });
  }

  it('are as the document says: a published comment, alone and in a list', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const judge = createJudge(await readDocument(paper));
    const posted = await paper.post();
    assert.equal(posted.status, 201);
    await judge.checkAnswer('/', 'post', posted);
    const list = await paper.send('?article=bai-123');
    assert.match(await list.clone().text(), /"publishedAt"/);
    await judge.checkAnswer('/', 'get', list);
    const headers = { 'if-none-match': list.headers.get('etag') ?? '' };
    await judge.checkAnswer('/', 'get', await paper.send('?article=bai-123', { headers }));
  });

  it('are as the document says: a place, replies and counts', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const judge = createJudge(await readDocument(paper));
    const { id } = (await (await paper.post()).json()) as { id: string };
    for (let number = 1; number <= 3; number += 1) await paper.post({ parent: id });
    const asked = [
      ['/{id}', `/${id}`, 200],
      ['/{id}', `/${id}?sort=best`, 400],
      ['/{id}/replies', `/${id}/replies`, 200],
      ['/{id}/replies', `/${id}/replies?limit=0`, 400],
      ['/{id}', `/${id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`, 404],
      ['/count', '/count?article=bai-123&article=none', 200],
      ['/count', '/count', 400],
    ] as const;
    for (const [path, place, status] of asked) {
      const response = await paper.send(place);
      assert.equal(response.status, status, place);
      await judge.checkAnswer(path, 'get', response);
    }
  });

  it('are as the document says: a visitor, likes, reports and a receipt', async (t) => {
    const paper = await openTestService(t);
    const judge = createJudge(await readDocument(paper));
    const check = async (path: string, method: string, status: number, response: Response) => {
      assert.equal(response.status, status, `${method} ${path}`);
      await judge.checkAnswer(path, method, response);
    };
    const id = await publishComment(paper);
    const visitor = await paper.send('/visitor', { method: 'POST' });
    const { token } = (await visitor.clone().json()) as { token: string };
    await check('/visitor', 'post', 200, visitor);
    for (const [method, asked] of [
      ['put', 'PUT'],
      ['delete', 'DELETE'],
    ] as const) {
      await check('/{id}/like', method, 204, await sendLike(paper, id, { token }, asked));
      await check('/{id}/like', method, 401, await sendLike(paper, id, {}, asked));
      await check('/{id}/like', method, 404, await sendLike(paper, unknownId, { token }, asked));
    }
    const report = (body?: unknown) => sendReport(paper, id, { token }, body);
    await check('/{id}/report', 'post', 400, await report('{'));
    await check('/{id}/report', 'post', 422, await report({ reason: 'dull' }));
    await check('/{id}/report', 'post', 204, await report());
    await check('/{id}/report', 'post', 409, await report());
    await check('/{id}/report', 'post', 401, await sendReport(paper, id, {}));
    await check('/{id}/report', 'post', 404, await sendReport(paper, unknownId, { token }));
    const { receipt } = await readAnswer(await paper.post());
    const headers = { authorization: `Bearer ${receipt}` };
    await check('/receipt', 'get', 200, await paper.send('/receipt', { headers }));
    await check('/receipt', 'get', 401, await paper.send('/receipt'));
  });

  it('are as the document says: no challenge', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const judge = createJudge(await readDocument(paper));
    const response = await paper.postJson('/challenge', { article: 'a' });
    await judge.checkAnswer('/challenge', 'post', response);
  });
});

describe('the CommentDraft of the document', () => {
  const draft: CommentDraft = {
    ...plainDraft,
    page: { url: 'https://paper.vn/bai', title: 'Bài' },
  };

  const without = (name: string): object =>
    Object.fromEntries(Object.entries(draft).filter(([key]) => key !== name));

  for (const settings of [
    {},
    { name: 'optional', address: 'required', email: 'off' },
    { name: 'off', address: 'off', email: 'optional' },
  ]) {
    it(`asks for the members the service asks for, with ${JSON.stringify(settings)}`, async (t) => {
      const paper = await openTestService(t, { settings: { ...settings, challenges: 'none' } });
      const judge = createJudge(await readDocument(paper));
      for (const name of Object.keys(draft)) {
        const body = without(name);
        const { status } = await paper.postJson('', body);
        assert.ok(status === 202 || status === 422, name);
        assert.equal(judge.problemsOf('CommentDraft', body).length === 0, status === 202, name);
      }
    });
  }

  it('takes what the service takes, however strange (no limit is told too narrow)', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const judge = createJudge(await readDocument(paper));
    const { id } = (await (await paper.postJson('', draft)).json()) as { id: string };
    await paper.publish(id);
    const taken: readonly object[] = [
      { article: '𠮷'.repeat(256) },
      { name: 'Nguyễn '.normalize('NFD').repeat(14) },
      { content: '👨‍👩‍👧‍👦'.repeat(1000) },
      { page: { url: `https://paper.vn/${'ế'.repeat(2000)}` } },
      { page: { url: 'http://paper.vn/a b', title: '𠮷'.repeat(150) } },
      { parent: id },
      { parent: undefined, unheard: { of: 1 } },
    ];
    for (const change of taken) {
      const body = JSON.parse(JSON.stringify({ ...draft, ...change })) as unknown;
      const response = await paper.postJson('', body);
      assert.equal(response.status, 202, JSON.stringify(change).slice(0, 80));
      assert.deepEqual(judge.problemsOf('CommentDraft', body), []);
    }
  });

  it('refuses what has the wrong type, or more than any text of the limit', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const judge = createJudge(await readDocument(paper));
    const refused: readonly object[] = [
      { article: '' },
      { article: 'x'.repeat(513) },
      { name: 7 },
      { content: null },
      { page: 'https://paper.vn/' },
      { page: { url: `https://paper.vn/${'x'.repeat(2048)}`, title: '' } },
      { parent: '7' },
      { challenge: { token: 'x'.repeat(513), answer: '1' } },
      { challenge: { token: 'x' } },
    ];
    for (const change of refused) {
      const body = { ...draft, ...change };
      assert.equal((await paper.postJson('', body)).status, 422, JSON.stringify(change));
      assert.notDeepEqual(judge.problemsOf('CommentDraft', body), [], JSON.stringify(change));
    }
  });

  it('tells limits in graphemes in words, as set', async (t) => {
    const settings = { maxContentGraphemes: 1234, maxNameGraphemes: 56 };
    const { components } = await describeService(t, { settings });
    const { properties } = components.schemas['CommentDraft']!;
    assert.match(properties['content']?.description ?? '', /at most 1234 graphemes/);
    assert.match(properties['name']?.description ?? '', /at most 56 graphemes/);
    for (const name of ['name', 'address', 'email', 'content']) {
      assert.ok(!('maxLength' in properties[name]!), name);
    }
  });
});
