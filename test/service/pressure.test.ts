import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  challengeAnswerSchema,
  type CommentDraft,
  type PictureChallenge,
} from '../../src/protocol/index.ts';
import type { SettingValues } from '../../src/service/index.ts';
import {
  openTestService,
  pictureOf,
  plainDraft,
  readProblem,
  testCode,
  type TestService,
} from '../support/service-fixture.ts';
import { solveWork } from '../support/solve-work.ts';

const wavePosts = 4;

const open = (t: TestContext, settings: SettingValues = {}): Promise<TestService> =>
  openTestService(t, {
    limitsIn: 'a SQLite file',
    settings: {
      challenges: 'picture,work',
      workDifficulty: 2,
      moderation: 'post',
      wavePosts,
      ...settings,
    },
  });

const postFrom = (
  paper: TestService,
  address: string,
  path: string,
  body: object,
): Promise<Response> =>
  paper.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    address,
  });

const ask = async (
  paper: TestService,
  address = '203.0.113.7',
  wish: { work?: boolean } = {},
): Promise<PictureChallenge> => {
  const body = { article: plainDraft.article, ...wish };
  const response = await postFrom(paper, address, '/challenge', body);
  assert.equal(response.status, 200);
  paper.pass(3);
  return pictureOf(challengeAnswerSchema.parse(await response.json()));
};

let number = 0;

/** A comment of a reader of its own network, with a code and with the work that was asked for. */
const send = async (
  paper: TestService,
  { withoutWork = false, email }: { withoutWork?: boolean; email?: string } = {},
): Promise<number> => {
  number += 1;
  const address = `198.51.${number % 250}.7`;
  const { token, work } = await ask(paper, address);
  const workKey = work && !withoutWork ? (await solveWork(work)).key : undefined;
  const draft: CommentDraft = {
    ...plainDraft,
    email: email ?? `nguoi.${number}@example.com`,
    content: `Ý kiến thứ ${number}.`,
    challenge: { token, answer: testCode, workKey },
  };
  const response = await postFrom(paper, address, '', draft);
  if (response.status === 422)
    assert.equal((await readProblem(response)).code, 'challenge-incomplete');
  return response.status;
};

const raise = async (paper: TestService, posts: number): Promise<void> => {
  for (let sent = 0; sent < posts; sent += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one wave after the other
    await send(paper);
  }
};

describe('pressure on the service', () => {
  it('asks for nothing more while it is calm', async (t) => {
    const paper = await open(t);
    const { work } = await ask(paper);
    assert.equal(work, undefined);
    assert.equal(await send(paper), 201);
  });

  it('asks for work beside the picture as a wave begins, and takes no comment without it', async (t) => {
    const paper = await open(t);
    await raise(paper, wavePosts / 2);
    assert.equal((await ask(paper)).work?.tries, 4);
    assert.equal(await send(paper, { withoutWork: true }), 422);
    assert.equal(await send(paper), 201);
  });

  it('asks for harder work in a wave, and holds those of whom nothing was published', async (t) => {
    const paper = await open(t);
    assert.equal(await send(paper, { email: 'quen@example.com' }), 201);
    await raise(paper, wavePosts);
    assert.equal((await ask(paper)).work?.tries, 8);
    assert.equal(await send(paper, { email: 'moi@example.com' }), 202);
    const [held] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(held?.signals, [{ code: 'burst', severity: 'hold', offsets: [] }]);
    assert.equal(await send(paper, { email: 'quen@example.com' }), 201);
  });

  it('holds a comment whose code is older than the pressure and came without work', async (t) => {
    const paper = await open(t);
    const { token } = await ask(paper, '192.0.2.1');
    await raise(paper, wavePosts / 2);
    const draft = { ...plainDraft, challenge: { token, answer: testCode } };
    assert.equal((await postFrom(paper, '192.0.2.1', '', draft)).status, 202);
  });

  it('asks no work of a page that cannot do it, and holds its comment', async (t) => {
    const paper = await open(t);
    await raise(paper, wavePosts / 2);
    const { token, work } = await ask(paper, '192.0.2.1', { work: false });
    assert.equal(work, undefined);
    const draft = { ...plainDraft, challenge: { token, answer: testCode } };
    assert.equal((await postFrom(paper, '192.0.2.1', '', draft)).status, 202);
    const [held] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(held?.signals, [{ code: 'burst', severity: 'hold', offsets: [] }]);
  });

  it('gives a picture to a page that cannot do work, where work comes first', async (t) => {
    const paper = await open(t, { challenges: 'work,picture' });
    assert.equal((await ask(paper, '192.0.2.1', { work: false })).kind, 'picture');
  });

  it('counts wrong codes too, but nothing that came without one', async (t) => {
    const paper = await open(t);
    for (let sent = 0; sent < wavePosts; sent += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each has its turn
      await postFrom(paper, '192.0.2.9', '', { ...plainDraft, challenge: undefined });
    }
    assert.equal((await ask(paper)).work, undefined);
    for (let sent = 0; sent < wavePosts; sent += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each has its turn
      const { token } = await ask(paper, `192.0.${sent}.9`);
      const draft = { ...plainDraft, challenge: { token, answer: '000000' } };
      // oxlint-disable-next-line no-await-in-loop -- each has its turn
      await postFrom(paper, `192.0.${sent}.9`, '', draft);
    }
    assert.notEqual((await ask(paper)).work, undefined);
  });

  it('relaxes by itself, and not at the stroke of a minute', async (t) => {
    const paper = await open(t);
    // The test's clock begins with a minute; each comment takes three seconds.
    paper.pass(20);
    await raise(paper, wavePosts);
    paper.pass(60 - 20 - 3 * wavePosts + 1);
    assert.notEqual((await ask(paper)).work, undefined);
    paper.pass(120);
    assert.equal((await ask(paper)).work, undefined);
    assert.equal(await send(paper, { email: 'moi@example.com' }), 201);
  });

  it('makes the work of one network harder, and of no other', async (t) => {
    const paper = await open(t, { challenges: 'work,picture' });
    const triesFor = async (address: string): Promise<number> => {
      const body = { article: plainDraft.article };
      const response = await postFrom(paper, address, '/challenge', body);
      const { challenge } = challengeAnswerSchema.parse(await response.json());
      assert.equal(challenge.kind, 'work');
      return challenge.work.tries;
    };
    assert.equal(await triesFor('203.0.113.7'), 4);
    for (let asked = 1; asked < 40; asked += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each has its turn
      await triesFor('203.0.113.7');
    }
    assert.equal(await triesFor('203.0.113.7'), 8);
    assert.equal(await triesFor('203.0.114.7'), 4);
  });

  it('holds new authors in a wave where there is no work to be asked for', async (t) => {
    const paper = await open(t, { challenges: 'picture' });
    await raise(paper, wavePosts);
    assert.equal((await ask(paper)).work, undefined);
    assert.equal(await send(paper), 202);
  });
});
