import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { challengeAnswerSchema } from '../../src/protocol/schemas-of-answers.ts';
import type { Challenge, SpeechChallenge } from '../../src/protocol/types.ts';
import {
  endpoint,
  openTestService,
  pageOrigin,
  plainDraft,
  readProblem,
  testCode,
  type TestService,
} from '../support/service-fixture.ts';

const foreign = 'https://evil.example';

describe('POST /challenge', () => {
  it('gives a picture and the state of the article', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.postJson('/challenge', {
      article: 'bai-1',
      kind: 'picture',
      lang: 'vi',
    });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const body = await response.text();
    assert.match(body, /"article":\{"state":"open"\}/);
    assert.match(body, /"kind":"picture"/);
    assert.match(body, /"kinds":\["picture","speech"\]/);
  });

  it('gives speech where that is wished for: a code of its own, which passes for its own digits only', async (t) => {
    const paper = await openTestService(t);
    const issue = async (): Promise<SpeechChallenge> => {
      const request = { article: plainDraft.article, kind: 'speech', lang: 'en' };
      const response = await paper.postJson('/challenge', request);
      const { challenge } = challengeAnswerSchema.parse(await response.json());
      assert.equal(challenge.kind, 'speech');
      return challenge;
    };
    const [first, second] = [await issue(), await issue()];
    assert.notEqual(first.token, second.token);
    assert.notEqual(first.audio, second.audio);
    paper.pass(3);
    const attempt = (token: string, answer: string): Promise<Response> =>
      paper.postJson('', { ...plainDraft, challenge: { token, answer } });
    const wrong = await readProblem(await attempt(first.token, '000000'));
    assert.equal(wrong.code, 'challenge-wrong');
    assert.equal((await attempt(second.token, testCode)).status, 202);
  });

  it('is followed by speech where a spoken code was answered, whatever the refusal (A-9)', async (t) => {
    const paper = await openTestService(t);
    const issue = async (body: object): Promise<string> => {
      const response = await paper.postJson('/challenge', { article: plainDraft.article, ...body });
      const { challenge } = challengeAnswerSchema.parse(await response.json());
      assert.ok(challenge.kind !== 'none');
      return challenge.token;
    };
    const nextAfter = async (token: string, answer: string): Promise<Challenge | undefined> =>
      (await readProblem(await paper.postJson('', { ...plainDraft, challenge: { token, answer } })))
        .challenge;
    const spoken = await issue({ kind: 'speech', lang: 'en' });
    const late = await issue({ kind: 'speech' });
    const next = await nextAfter(spoken, '000000');
    assert.equal(next?.kind, 'speech');
    assert.equal((await nextAfter(spoken, testCode))?.kind, 'speech', 'spent');
    paper.pass(3);
    assert.equal(
      (
        await paper.postJson('', {
          ...plainDraft,
          challenge: { token: next.token, answer: testCode },
        })
      ).status,
      202,
      'it is a code of its own',
    );
    paper.pass(1800);
    assert.equal((await nextAfter(late, testCode))?.kind, 'speech', 'expired');
    const gone = { ...plainDraft, parent: '01940000-0000-7000-8000-000000000000' };
    const challenge = { token: await issue({ kind: 'speech' }), answer: testCode };
    const rule = await readProblem(await paper.postJson('', { ...gone, challenge }));
    assert.deepEqual([rule.code, rule.challenge?.kind], ['parent-gone', 'speech']);
    assert.equal((await nextAfter(await issue({}), '000000'))?.kind, 'picture');
    assert.equal((await nextAfter('no token', '000000'))?.kind, 'picture');
  });

  it('is followed by a picture where speech has gone out of offer since', async (t) => {
    const before = await openTestService(t);
    const asked = { article: plainDraft.article, kind: 'speech' };
    const response = await before.postJson('/challenge', asked);
    const { challenge } = challengeAnswerSchema.parse(await response.json());
    assert.equal(challenge.kind, 'speech');
    const since = await openTestService(t, { settings: { challenges: 'picture' } });
    const wrong = { ...plainDraft, challenge: { token: challenge.token, answer: '000000' } };
    const { code, challenge: next } = await readProblem(await since.postJson('', wrong));
    assert.deepEqual([code, next?.kind], ['challenge-wrong', 'picture']);
  });

  it('says that no code is asked for where challenges are off', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const response = await paper.postJson('/challenge', { article: 'bai-1', kind: 'picture' });
    assert.deepEqual(await response.json(), {
      challenge: { kind: 'none' },
      article: { state: 'open' },
    });
  });

  it('refuses a kind that is not offered, also one it has never heard of', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'picture' } });
    for (const kind of ['speech', 'work', 'telepathy']) {
      const response = await paper.postJson('/challenge', { article: 'bai-1', kind });
      assert.equal((await readProblem(response)).code, 'challenge-kind-refused');
    }
  });

  for (const article of [undefined, '', 7, null, [], {}, 'x'.repeat(513), 'a\u0000b', '\ud800']) {
    it(`refuses ${JSON.stringify(article)?.slice(0, 20)} as an article (S20)`, async (t) => {
      const paper = await openTestService(t);
      const problem = await readProblem(await paper.postJson('/challenge', { article }));
      assert.equal(problem.code, 'invalid-fields');
      assert.equal(problem.errors?.[0]?.field, 'article');
    });
  }
});

describe('paths and methods', () => {
  it('are the same with and without a trailing slash', async (t) => {
    const paper = await openTestService(t);
    assert.equal((await paper.send('/?article=bai-1')).status, 200);
    assert.equal((await paper.postJson('/', plainDraft)).status, 422);
    assert.equal((await paper.postJson('/challenge/', { article: 'bai-1' })).status, 200);
  });

  for (const path of ['/', '/a/b']) {
    it(`can stand below ${path}`, async (t) => {
      const paper = await openTestService(t, { settings: { path } });
      const at = (rest: string): Promise<Response> =>
        paper.service.fetch(new Request(`${pageOrigin}${path}${rest}`));
      assert.equal((await at('?article=bai-1')).status, 200);
      assert.equal((await at('/nothing')).status, 404);
    });
  }

  const strange = [
    '/nothing',
    '/challenge/verify',
    '/../comments',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fsecret',
    '/%00',
    '/%5c..%5c',
    '/ä',
    '/%',
    '/a b',
    '//evil.example',
  ];
  for (const path of strange) {
    it(`answers ${path} with a plain problem (S19)`, async (t) => {
      const paper = await openTestService(t);
      const request = new Request(`${endpoint}${path}`);
      const response = await paper.service.fetch(request);
      const problem = await readProblem(response);
      assert.ok(['not-found', 'invalid-query'].includes(problem.code));
      assert.doesNotMatch(JSON.stringify(problem), /passwd|secret|evil|node_modules|\.ts/);
      assert.equal(response.headers.get('location'), null);
      assert.deepEqual(paper.logged, []);
    });
  }

  it('refuse other methods and name the right ones', async (t) => {
    const paper = await openTestService(t);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const response = await paper.send('', { method });
      assert.equal((await readProblem(response)).code, 'method-not-allowed');
      assert.equal(response.headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
    }
    const response = await paper.send('/challenge');
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
  });

  it('redirect nowhere, whatever the query asks for (S17)', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.send(`?article=bai-1&from=${foreign}&redirect=${foreign}`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('location'), null);
  });
});

describe('security headers (S15)', () => {
  const requests: Readonly<Record<string, (paper: TestService) => Promise<Response>>> = {
    'a list': (paper) => paper.send('?article=bai-1'),
    'a refused list': (paper) => paper.send(''),
    'a comment': (paper) => paper.post(),
    'a challenge': (paper) => paper.postJson('/challenge', { article: 'bai-1' }),
    'a refused comment': (paper) => paper.postJson('', plainDraft),
    'a foreign write': (paper) => paper.postJson('', plainDraft, { origin: foreign }),
    'a wrong path': (paper) => paper.send('/nothing'),
    'a path of somebody else': (paper) => paper.service.fetch(new Request(`${pageOrigin}/x`)),
    'a wrong method': (paper) => paper.send('', { method: 'DELETE' }),
    'a preflight': (paper) => paper.send('', { method: 'OPTIONS' }),
    'a HEAD': (paper) => paper.send('?article=bai-1', { method: 'HEAD' }),
  };
  for (const [what, ask] of Object.entries(requests)) {
    it(`are on the answer to ${what}`, async (t) => {
      const { headers, status } = await ask(await openTestService(t));
      assert.equal(
        headers.get('content-security-policy'),
        "default-src 'none'; frame-ancestors 'none'",
      );
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('set-cookie'), null);
      if (status >= 400) assert.equal(headers.get('cache-control'), 'no-store');
    });
  }

  it('let other sites embed public reads only', async (t) => {
    const paper = await openTestService(t);
    const name = 'cross-origin-resource-policy';
    const read = await paper.send('?article=bai-1');
    assert.equal(read.headers.get(name), 'cross-origin');
    assert.equal((await paper.post()).headers.get(name), 'same-origin');
  });
});
