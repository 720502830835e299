import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceipts } from '../../src/service/receipt.ts';
import { createVisitors } from '../../src/service/visitor.ts';
import {
  countComments,
  endpoint,
  openTestService,
  readAnswer,
  readProblem,
  testSecret,
} from '../support/service-fixture.ts';
import { askVisitor, publishComment, sendLike, sendReport } from '../support/visitor-fixture.ts';

const verifySecret = 'what other backends show and more than 32 bytes';

describe('every route that writes for the holder of a token (S40)', () => {
  const elsewhere = `${testSecret} of another install`;
  const id = '019ab2c4-0000-7000-8000-000000000000';
  const tokens: readonly (readonly [what: string, authorization: string | undefined])[] = [
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['a malformed one', 'Bearer %%%'],
    ['one of a wrong length', `Bearer ${'A'.repeat(63)}`],
    ['one nobody has signed', `Bearer ${'A'.repeat(64)}`],
    ['one in another scheme', `Basic ${createVisitors(testSecret).issue()}`],
    ["another install's", `Bearer ${createVisitors(elsewhere).issue()}`],
    ["another install's receipt", `Bearer ${createReceipts(elsewhere).make(id)}`],
    ['the secret itself', `Bearer ${testSecret}`],
  ];
  const routes: readonly (readonly [
    method: string,
    path: (comment: string) => string,
    body?: object,
  ])[] = [
    ['PUT', (comment) => `/${comment}/like`],
    ['DELETE', (comment) => `/${comment}/like`],
    ['POST', (comment) => `/${comment}/report`, { reason: 'spam' }],
    ['POST', () => '/challenge/verify', { token: 'x', answer: '1', article: 'bai-1' }],
  ];
  for (const [method, path, body] of routes) {
    for (const [what, authorization] of tokens) {
      it(`refuses ${method} ${path('{id}')} with ${what}`, async (t) => {
        const paper = await openTestService(t, { settings: { verifySecret } });
        const comment = await publishComment(paper);
        await sendLike(paper, comment, { token: await askVisitor(paper) });
        const response = await paper.send(path(comment), {
          method,
          headers: {
            'content-type': 'application/json',
            ...(authorization !== undefined && { authorization }),
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        assert.equal((await readProblem(response)).code, 'unauthorized');
        assert.equal(response.headers.get('www-authenticate'), 'Bearer');
        assert.equal((await paper.store.find(comment))?.likes, 1);
        assert.deepEqual(await paper.store.listReported({ limit: 1 }), []);
      });
    }
  }

  it('takes no token of one kind for another', async (t) => {
    const paper = await openTestService(t);
    const posted = await readAnswer(await paper.post());
    await paper.publish(posted.id);
    const asReceipt = { token: posted.receipt };
    assert.equal((await sendLike(paper, posted.id, asReceipt)).status, 401);
    assert.equal((await sendReport(paper, posted.id, asReceipt)).status, 401);
  });

  it('takes no token from the address, the body or a cookie', async (t) => {
    const paper = await openTestService(t);
    const comment = await publishComment(paper);
    const token = await askVisitor(paper);
    const url = `/${comment}/like?token=${token}&access_token=${token}`;
    const headers = { cookie: `token=${token}` };
    const response = await paper.send(url, { method: 'PUT', headers, body: token });
    assert.equal(response.status, 401);
  });
});

describe('the routes of visitors', () => {
  it('answer any noise with a refusal, and keep nothing (fuzz)', async (t) => {
    const paper = await openTestService(t);
    const comment = await publishComment(paper);
    const token = await askVisitor(paper);
    const noise = [
      '',
      '.',
      '%2e%2e',
      '%ff',
      '%00',
      '\u202e',
      '<script>',
      "' or 1=1",
      comment.slice(1),
      `${comment}0`,
      `${comment}%00`,
      comment.toUpperCase(),
      '{id}',
      '__proto__',
      'x'.repeat(4000),
    ];
    for (const id of noise) {
      for (const [method, rest] of [
        ['PUT', 'like'],
        ['DELETE', 'like'],
        ['POST', 'report'],
        ['PATCH', 'like'],
        ['GET', 'report'],
      ] as const) {
        const url = `${endpoint}/${id}/${rest}`;
        // oxlint-disable-next-line no-await-in-loop
        const response = await paper.service.fetch(
          new Request(url, {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            ...(method === 'POST' && { body: '{"reason":"spam"}' }),
          }),
        );
        assert.ok([404, 405].includes(response.status), `${method} ${url} ${response.status}`);
        // oxlint-disable-next-line no-await-in-loop
        await readProblem(response);
      }
    }
    assert.deepEqual(paper.logged, []);
    assert.deepEqual(await paper.store.listReported({ limit: 1 }), []);
    assert.equal((await paper.store.find(comment))?.likes, 0);
    assert.equal(await countComments(paper), 1);
  });

  it('tell nobody whether an email is known: none takes one (S34)', async (t) => {
    const paper = await openTestService(t);
    const comment = await publishComment(paper);
    const answers = await Promise.all(
      ['binh@example.vn', 'nobody@example.vn'].map(async (email) => {
        const query = `?email=${email}`;
        const responses = [
          await paper.send(`/receipt${query}`),
          await paper.send(`/${comment}/like${query}`, { method: 'PUT' }),
          await paper.postJson(`/${comment}/report${query}`, { reason: 'spam', email }),
        ];
        return Promise.all(responses.map((response) => response.text()));
      }),
    );
    assert.deepEqual(answers[0], answers[1]);
  });
});
