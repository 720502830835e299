import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { verifyAnswerSchema } from '../../src/protocol/index.ts';
import { createJudge, readDocument } from '../support/openapi-document.ts';
import {
  countComments,
  openTestService,
  pageOrigin,
  plainDraft,
  readProblem,
  testCode,
  type TestService,
  wrapTransactions,
} from '../support/service-fixture.ts';

const verifySecret = 'shown-by-the-other-backend-in-tests';
const { article } = plainDraft;
const bearer = { authorization: `Bearer ${verifySecret}` };

const open = (t: TestContext): Promise<TestService> =>
  openTestService(t, { settings: { verifySecret } });

const ask = async (
  paper: TestService,
): Promise<{ token: string; answer: string; article: string }> => ({
  token: (await paper.askChallenge()).token,
  answer: testCode,
  article,
});

const verify = (paper: TestService, body: unknown, headers: Record<string, string> = bearer) =>
  paper.postJson('/challenge/verify', body, headers);

/** The verdict in an answer that must be one; strict, so that it tells nothing else. */
const verdictOf = async (response: Response): Promise<unknown> => {
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return verifyAnswerSchema.parse(await response.json());
};

describe('POST /challenge/verify', () => {
  it('passes the right answer once, as the reader typed it (S1)', async (t) => {
    const paper = await open(t);
    const attempt = {
      ...(await ask(paper)),
      answer: `${testCode.slice(0, 3)} ${testCode.slice(3)}`,
    };
    assert.deepEqual(await verdictOf(await verify(paper, attempt)), { passed: true });
    const again = await verify(paper, attempt);
    assert.deepEqual(await verdictOf(again), { passed: false, reason: 'spent' });
    assert.equal(await countComments(paper), 0);
  });

  it('passes exactly one of 50 at the same time', async (t) => {
    const paper = await open(t);
    const attempt = await ask(paper);
    const fifty = Array.from({ length: 50 }, () => verify(paper, attempt));
    const verdicts = await Promise.all((await Promise.all(fifty)).map(verdictOf));
    const passed = JSON.stringify({ passed: true });
    assert.equal(verdicts.filter((one) => JSON.stringify(one) === passed).length, 1);
    for (const verdict of verdicts) {
      if (JSON.stringify(verdict) !== passed)
        assert.deepEqual(verdict, { passed: false, reason: 'spent' });
    }
  });

  it('shares the one attempt with a comment of the service itself', async (t) => {
    const paper = await open(t);
    const attempt = await ask(paper);
    await verify(paper, attempt);
    const { token, answer } = attempt;
    const posted = await paper.postJson('', { ...plainDraft, challenge: { token, answer } });
    assert.equal((await readProblem(posted)).code, 'challenge-spent');
  });

  it('says what is wrong with an answer, and burns the token of a wrong one (S4)', async (t) => {
    const paper = await open(t);
    const attempt = await ask(paper);
    const wrong = await verify(paper, { ...attempt, answer: '000000' });
    assert.deepEqual(await verdictOf(wrong), { passed: false, reason: 'wrong' });
    const after = await verify(paper, attempt);
    assert.deepEqual(await verdictOf(after), { passed: false, reason: 'spent' });
    const late = await ask(paper);
    paper.pass(1800);
    const expired = await verify(paper, late);
    assert.deepEqual(await verdictOf(expired), { passed: false, reason: 'expired' });
  });

  it('calls malformed what is no token of this article, and spends nothing (S2)', async (t) => {
    const paper = await open(t);
    const attempt = await ask(paper);
    for (const change of [
      { article: 'bai-khac' },
      { token: '' },
      { token: undefined },
      { token: 'x'.repeat(10_000) },
      { answer: '1'.repeat(10_000) },
    ]) {
      const response = await verify(paper, { ...attempt, ...change });
      assert.deepEqual(await verdictOf(response), { passed: false, reason: 'malformed' });
    }
    assert.deepEqual(await verdictOf(await verify(paper, attempt)), { passed: true });
  });

  it('spends nothing when the database fails', async (t) => {
    let isFailing = true;
    const paper = await openTestService(t, {
      settings: { verifySecret },
      wrapStore: wrapTransactions((transaction) => ({
        async spend(...parameters) {
          const isFirst = await transaction.spend(...parameters);
          if (isFailing) throw new Error('disk full');
          return isFirst;
        },
      })),
    });
    const attempt = await ask(paper);
    assert.equal((await verify(paper, attempt)).status, 500);
    isFailing = false;
    assert.deepEqual(await verdictOf(await verify(paper, attempt)), { passed: true });
  });

  for (const [what, headers] of [
    ['no bearer', {}],
    ['another bearer', { authorization: `Bearer ${verifySecret}x` }],
    ['a shorter one', { authorization: `Bearer ${verifySecret.slice(0, -1)}` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${verifySecret}` }],
  ] as const) {
    it(`answers 401 to ${what}, whatever the body, and spends nothing`, async (t) => {
      const paper = await open(t);
      const attempt = await ask(paper);
      for (const body of [attempt, '{', 'x'.repeat(100_000)]) {
        const response = await verify(paper, body, headers);
        assert.equal((await readProblem(response)).code, 'unauthorized');
        assert.equal(response.headers.get('www-authenticate'), 'Bearer');
      }
      assert.deepEqual(await verdictOf(await verify(paper, attempt)), { passed: true });
    });
  }

  it('takes any of several secrets, so that the backend can change its own later', async (t) => {
    const newer = `${verifySecret}-2`;
    const paper = await openTestService(t, { settings: { verifySecret: [newer, verifySecret] } });
    for (const shown of [newer, verifySecret]) {
      const response = await verify(paper, await ask(paper), { authorization: `bearer ${shown}` });
      assert.deepEqual(await verdictOf(response), { passed: true });
    }
  });

  it('is for backends: it knows no origins, and no page may read it (CORS)', async (t) => {
    const paper = await open(t);
    const foreign = {
      ...bearer,
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    };
    for (const origin of [foreign, { ...bearer, origin: pageOrigin }]) {
      const response = await verify(paper, await ask(paper), origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.deepEqual(await verdictOf(response), { passed: true });
    }
    const preflight = await paper.send('/challenge/verify', {
      method: 'OPTIONS',
      headers: { origin: pageOrigin, 'access-control-request-method': 'POST' },
    });
    assert.equal(preflight.status, 405);
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  });

  it('answers as the description of the service says', async (t) => {
    const paper = await open(t);
    const judge = createJudge(await readDocument(paper));
    const attempt = await ask(paper);
    const asked = [
      [200, await verify(paper, attempt)],
      [200, await verify(paper, attempt)],
      [400, await verify(paper, '{')],
      [401, await verify(paper, attempt, {})],
      [413, await verify(paper, 'x'.repeat(100_000))],
      [415, await verify(paper, attempt, { ...bearer, 'content-type': 'text/plain' })],
      [422, await verify(paper, { ...attempt, article: '' })],
    ] as const;
    for (const [status, response] of asked) {
      assert.equal(response.status, status);
      await judge.checkAnswer('/challenge/verify', 'post', response);
    }
  });

  it('is described with the secret it wants, in a document that is valid', async (t) => {
    const paper = await open(t);
    const document = await readDocument(paper);
    assert.deepEqual(await new Validator().validate({ ...document }), { valid: true });
    const text = JSON.stringify(document);
    assert.ok(text.includes('"scheme":"bearer"'));
    assert.ok(!text.includes(verifySecret));
  });

  it('is not there as long as no secret is set for it', async (t) => {
    const paper = await openTestService(t);
    const response = await verify(paper, await ask(paper));
    assert.equal((await readProblem(response)).code, 'not-found');
    const document = await readDocument(paper);
    assert.ok(!('/challenge/verify' in document.paths));
  });
});
