import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ArticleState,
  type ChallengeAnswer,
  challengeAnswerSchema,
} from '../../src/protocol/index.ts';
import {
  countComments,
  openTestService,
  readAnswer,
  readPage,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const day = 86_400;

const openPublishing = (t: TestContext, settings = {}): Promise<TestService> =>
  openTestService(t, { settings: { moderation: 'post', ...settings } });

const set = (
  { store }: TestService,
  state: ArticleState | null,
  closesAt: string | null = null,
): Promise<void> =>
  store.transaction(async (transaction) => {
    await transaction.saveArticle('bai-123');
    await transaction.setArticle('bai-123', { state, closesAt });
  });

const askChallenge = async (paper: TestService): Promise<ChallengeAnswer> =>
  challengeAnswerSchema.parse(
    await (await paper.postJson('/challenge', { article: 'bai-123' })).json(),
  );

describe('the state of an article (N-9)', () => {
  for (const state of ['closed', 'readonly', 'hidden'] as const) {
    it(`refuses comments where it is ${state}, after the code and before what they answer`, async (t) => {
      const paper = await openPublishing(t);
      const draft = await paper.solvedDraft({ parent: '01a20c18-dcba-7000-8000-00000000ffff' });
      await set(paper, state);
      const unsolved = await paper.postJson('', { ...draft, challenge: undefined });
      assert.equal((await readProblem(unsolved)).code, 'challenge-missing');
      const response = await paper.postJson('', draft);
      assert.equal(response.status, 403);
      const problem = await readProblem(response);
      assert.equal(problem.code, 'article-closed');
      assert.deepEqual(problem.challenge, { kind: 'none' });
      assert.equal(await countComments(paper), 0);
    });

    it(`asks for no code where it is ${state}, and says why`, async (t) => {
      const paper = await openPublishing(t);
      await set(paper, state);
      assert.deepEqual(await askChallenge(paper), {
        challenge: { kind: 'none' },
        article: { state },
      });
    });
  }

  for (const state of ['closed', 'readonly'] as const) {
    it(`goes on showing comments where it is ${state}`, async (t) => {
      const paper = await openPublishing(t);
      const { id } = await readAnswer(await paper.post());
      await set(paper, state);
      const page = await readPage(await paper.send('?article=bai-123'));
      assert.deepEqual(page.article, { id: 'bai-123', state, count: 1 });
      assert.equal(page.comments[0]?.id, id);
      assert.equal((await paper.send(`/${id}`)).status, 200);
    });
  }

  it('shows nothing where it is hidden, and everything once it is not', async (t) => {
    const paper = await openPublishing(t);
    const { id } = await readAnswer(await paper.post());
    const { id: answer } = await readAnswer(await paper.post({ parent: id }));
    const paths = [`/${id}`, `/${answer}`, `/${id}/replies`];
    const before = await (await paper.send('?article=bai-123')).text();
    await set(paper, 'hidden');
    assert.deepEqual(await readPage(await paper.send('?article=bai-123')), {
      article: { id: 'bai-123', state: 'hidden', count: 0 },
      comments: [],
      next: null,
    });
    for (const path of paths) assert.equal((await paper.send(path)).status, 404);
    const counts = await (await paper.send('/count?article=bai-123')).json();
    assert.deepEqual(counts, { counts: { 'bai-123': 0 } });
    await set(paper, null);
    for (const path of paths) assert.equal((await paper.send(path)).status, 200);
    assert.equal(await (await paper.send('?article=bai-123')).text(), before);
  });

  it('answers a repeated post as before, also where it is closed since', async (t) => {
    const paper = await openPublishing(t);
    const draft = await paper.solvedDraft();
    const key = { 'idempotency-key': 'k'.repeat(36) };
    const first = await readAnswer(await paper.postJson('', draft, key));
    await set(paper, 'closed');
    assert.deepEqual(await readAnswer(await paper.postJson('', draft, key)), first);
  });

  it('closes by itself after 14 days, in form and list alike (L-14)', async (t) => {
    const paper = await openPublishing(t);
    await paper.post();
    const open = await readPage(await paper.send('?article=bai-123'));
    const closesAt = '2026-12-08T05:00:03.000Z';
    assert.deepEqual(open.article, { id: 'bai-123', state: 'open', closesAt, count: 1 });
    assert.deepEqual((await askChallenge(paper)).article, { state: 'open', closesAt });
    paper.pass(14 * day - 4);
    const draft = await paper.solvedDraft();
    paper.pass(-3);
    assert.equal((await paper.post()).status, 201);
    paper.pass(1);
    const closed = { state: 'closed', closesAt };
    assert.deepEqual(await askChallenge(paper), { challenge: { kind: 'none' }, article: closed });
    const page = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(page.article, { id: 'bai-123', ...closed, count: 2 });
    assert.equal(page.comments.length, 2);
    assert.equal((await readProblem(await paper.postJson('', draft))).code, 'article-closed');
  });

  it('never closes by itself with 0 days, nor where the newsroom said that it is open', async (t) => {
    const never = await openPublishing(t, { autoCloseDays: 0 });
    await never.post();
    never.pass(400 * day);
    assert.equal((await never.post()).status, 201);
    const said = await openPublishing(t);
    await set(said, 'open');
    said.pass(400 * day);
    assert.equal((await said.post()).status, 201);
    assert.deepEqual((await askChallenge(said)).article, { state: 'open' });
  });

  it('closes at the time the newsroom has set', async (t) => {
    const paper = await openPublishing(t);
    const closesAt = '2026-11-24T05:00:10.000Z';
    await set(paper, null, closesAt);
    assert.equal((await paper.post()).status, 201);
    const draft = await paper.solvedDraft();
    const before = await readPage(await paper.send('?article=bai-123'));
    assert.equal(before.article.state, 'open');
    // Nothing is written meanwhile: the clock alone makes the answer another one.
    paper.pass(10);
    assert.equal((await readProblem(await paper.postJson('', draft))).code, 'article-closed');
    const { article } = await readPage(await paper.send('?article=bai-123'));
    assert.deepEqual(article, { id: 'bai-123', state: 'closed', closesAt, count: 1 });
  });
});
