import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  openTestService,
  pageOrigin,
  readAnswer,
  readProblem,
  testSecret,
  type TestService,
  wrapTransactions,
} from '../support/service-fixture.ts';
import {
  askVisitor,
  publishComment,
  readLikes,
  sendLike,
  setArticle,
} from '../support/visitor-fixture.ts';

const unknownId = '019ab2c4-0000-7000-8000-000000000000';

describe('POST /visitor', () => {
  it('gives each browser another token, and no cookie', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.send('/visitor', { method: 'POST' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('set-cookie'), null);
    const tokens = await Promise.all([askVisitor(paper), askVisitor(paper)]);
    assert.notEqual(tokens[0], tokens[1]);
  });
});

describe('likes of a comment', () => {
  it('count each visitor once, however often it is asked (N-10)', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    for (let asked = 0; asked < 3; asked += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendLike(paper, id, { token });
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
    assert.equal(await readLikes(paper), 1);
    await sendLike(paper, id, { token: await askVisitor(paper) });
    assert.equal(await readLikes(paper), 2);
  });

  it('are taken back, also twice, and by nobody else', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    await sendLike(paper, id, { token });
    await sendLike(paper, id, { token: await askVisitor(paper) }, 'DELETE');
    assert.equal(await readLikes(paper), 1);
    for (let asked = 0; asked < 2; asked += 1) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await sendLike(paper, id, { token }, 'DELETE')).status, 204);
    }
    assert.equal(await readLikes(paper), 0);
  });

  it('count once where one visitor sends several at the same time', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const token = await askVisitor(paper);
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => sendLike(paper, id, { token })),
    );
    assert.ok(sent.every(({ status }) => status === 204));
    assert.equal(await readLikes(paper), 1);
  });

  it('change the name of the list, so that no cache takes the old one for right', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    const etagOf = async (): Promise<string | null> =>
      (await paper.send('?article=bai-123')).headers.get('etag');
    const before = await etagOf();
    const token = await askVisitor(paper);
    await sendLike(paper, id, { token });
    const liked = await etagOf();
    assert.notEqual(liked, before);
    await sendLike(paper, id, { token });
    assert.equal(await etagOf(), liked);
  });

  it('go on counting the same visitor once when the secret is changed', async (t) => {
    const old = await openTestService(t);
    const token = await askVisitor(old);
    const paper = await openTestService(t, { secret: [`${testSecret} 2`, testSecret] });
    const id = await publishComment(paper);
    assert.equal((await sendLike(paper, id, { token })).status, 204);
    await sendLike(paper, id, { token }, 'DELETE');
    assert.equal(await readLikes(paper), 0);
  });

  it('are kept as marks that do not tell which comments one visitor liked', async (t) => {
    const marks: string[] = [];
    const wrapStore = wrapTransactions((transaction) => ({
      like: (comment, visitor) => {
        marks.push(visitor);
        return transaction.like(comment, visitor);
      },
    }));
    const paper = await openTestService(t, { wrapStore });
    const token = await askVisitor(paper);
    await sendLike(paper, await publishComment(paper, 'bai-1'), { token });
    await sendLike(paper, await publishComment(paper, 'bai-2'), { token });
    assert.equal(new Set(marks).size, 2);
    assert.ok(marks.every((mark) => !token.includes(mark)));
  });

  const takeDown = (paper: TestService, id: string): Promise<unknown> =>
    paper.store.transaction((transaction) =>
      transaction.changeStatus({ id, to: 'removed', who: 'test' }),
    );
  const post = async (paper: TestService): Promise<string> =>
    (await readAnswer(await paper.post())).id;
  const cases: readonly (readonly [
    what: string,
    refusal: string,
    prepare: (paper: TestService) => Promise<string>,
  ])[] = [
    ['waits', 'not-found', post],
    [
      'was taken down',
      'not-found',
      async (paper) => {
        const id = await publishComment(paper);
        await takeDown(paper, id);
        return id;
      },
    ],
    [
      'stands under a hidden article',
      'not-found',
      async (paper) => {
        const id = await publishComment(paper);
        await setArticle(paper, 'hidden');
        return id;
      },
    ],
    [
      'stands under an article that is only read',
      'article-closed',
      async (paper) => {
        const id = await publishComment(paper);
        await setArticle(paper, 'readonly');
        return id;
      },
    ],
  ];
  for (const [what, refusal, prepare] of cases) {
    it(`are refused where the comment ${what}`, async (t) => {
      const paper = await openTestService(t);
      const id = await prepare(paper);
      const token = await askVisitor(paper);
      for (const method of ['PUT', 'DELETE'] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const problem = await readProblem(await sendLike(paper, id, { token }, method));
        assert.equal(problem.code, refusal);
      }
      assert.equal((await paper.store.find(id))?.likes, 0);
    });
  }

  it('are taken where the article is closed for new comments', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper);
    await setArticle(paper, 'closed');
    const response = await sendLike(paper, id, { token: await askVisitor(paper) });
    assert.equal(response.status, 204);
    assert.equal(await readLikes(paper), 1);
  });

  it('are refused for what is no comment', async (t) => {
    const paper = await openTestService(t);
    const token = await askVisitor(paper);
    for (const id of [
      unknownId,
      'x',
      '%00',
      "'%20or%201=1--",
      '%2e%2e%2fvisitor',
      unknownId.toUpperCase(),
      'ệ'.repeat(300),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await readProblem(await sendLike(paper, id, { token }));
      assert.equal(problem.code, 'not-found', id);
    }
  });

  it('may be sent by pages of our origins, and of no other', async (t) => {
    const settings = { allowOrigins: 'https://m.paper.test' };
    const paper = await openTestService(t, { settings });
    const id = await publishComment(paper);
    for (const [origin, isOurs] of [
      [pageOrigin, true],
      ['https://m.paper.test', true],
      ['https://evil.example', false],
    ] as const) {
      for (const method of ['PUT', 'DELETE', 'POST']) {
        const path = method === 'POST' ? `/${id}/report` : `/${id}/like`;
        // oxlint-disable-next-line no-await-in-loop
        const preflight = await paper.send(path, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': method,
            'access-control-request-headers': 'authorization,content-type',
          },
        });
        const allowed = preflight.headers.get('access-control-allow-origin');
        assert.equal(allowed, isOurs ? origin : null, `${method} ${origin}`);
        if (!isOurs) continue;
        assert.match(preflight.headers.get('access-control-allow-methods') ?? '', RegExp(method));
        assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/);
      }
      // oxlint-disable-next-line no-await-in-loop
      const response = await sendLike(paper, id, {
        // oxlint-disable-next-line no-await-in-loop
        token: await askVisitor(paper),
        headers: { origin },
      });
      assert.equal(response.status, isOurs ? 204 : 403);
    }
    assert.equal(await readLikes(paper), 2);
  });
});
