import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ChallengeAnswer,
  challengeAnswerSchema,
  type CommentDraft,
  type WorkChallenge,
} from '../../src/protocol/index.ts';
import type { SettingValues } from '../../src/service/index.ts';
import { limitBudgets } from '../../src/service/limits/limit-budgets.ts';
import { fillForm, openPage, sendForm, typedTexts } from '../support/page-form.ts';
import {
  openTestService,
  plainDraft,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';
import { solveWork } from '../support/solve-work.ts';

const open = (t: TestContext, settings: SettingValues = {}): Promise<TestService> =>
  openTestService(t, {
    settings: { challenges: 'work,picture', workDifficulty: 2, moderation: 'post', ...settings },
  });

const ask = async (paper: TestService, wish: object = {}): Promise<ChallengeAnswer> => {
  const response = await paper.postJson('/challenge', { article: plainDraft.article, ...wish });
  assert.equal(response.status, 200);
  paper.pass(3);
  return challengeAnswerSchema.parse(await response.json());
};

const askWork = async (paper: TestService): Promise<WorkChallenge> => {
  const { challenge } = await ask(paper);
  assert.equal(challenge.kind, 'work');
  return challenge;
};

const workedDraft = async (paper: TestService): Promise<CommentDraft> => {
  const { token, work } = await askWork(paper);
  return { ...plainDraft, challenge: { token, answer: (await solveWork(work)).key } };
};

const signalsOf = async (paper: TestService): Promise<unknown> => {
  const [comment] = await paper.store.listComments({ limit: 1 });
  return comment?.signals.map(({ code, severity }) => [code, severity]);
};

describe('a service that asks for work (A-10)', () => {
  it('hands it out first where it comes first, and tells what else there is', async (t) => {
    const paper = await open(t);
    const { challenge, kinds } = await ask(paper);
    assert.equal(challenge.kind, 'work');
    assert.deepEqual(kinds, ['work', 'picture']);
    assert.equal((await ask(paper, { kind: 'picture' })).challenge.kind, 'picture');
  });

  it('takes a comment with it, once', async (t) => {
    const paper = await open(t);
    const draft = await workedDraft(paper);
    assert.equal((await paper.postJson('', draft)).status, 201);
    assert.deepEqual(await signalsOf(paper), []);
    const problem = await readProblem(await paper.postJson('', draft));
    assert.equal(problem.code, 'challenge-spent');
    assert.equal(problem.challenge?.kind, 'work');
  });

  it('is as hard as the setting says', async (t) => {
    const paper = await open(t, { workDifficulty: 7 });
    assert.equal((await askWork(paper)).work.tries, 14);
  });

  it('refuses another key, and digits', async (t) => {
    const paper = await open(t);
    for (const answer of ['f'.repeat(64), '123456']) {
      // oxlint-disable-next-line no-await-in-loop
      const { token } = await askWork(paper);
      // oxlint-disable-next-line no-await-in-loop
      const response = await paper.postJson('', { ...plainDraft, challenge: { token, answer } });
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await readProblem(response)).code, 'challenge-wrong');
    }
  });

  it('checks it for other backends too', async (t) => {
    const verifySecret = 'shown-by-the-other-backend-in-tests';
    const paper = await open(t, { verifySecret });
    const { token, work } = await askWork(paper);
    const body = { token, answer: (await solveWork(work)).key, article: plainDraft.article };
    const headers = { authorization: `Bearer ${verifySecret}` };
    const response = await paper.postJson('/challenge/verify', body, headers);
    assert.deepEqual(await response.json(), { passed: true });
  });

  it('gives a page without script a picture where it offers work alone: no script, no work', async (t) => {
    const paper = await open(t, { challenges: 'work' });
    const response = await sendForm(paper, fillForm(await openPage(paper), typedTexts));
    assert.equal(response.status, 303);
    const refused = await paper.postJson('/challenge', {
      article: plainDraft.article,
      kind: 'picture',
    });
    assert.equal((await readProblem(refused)).code, 'challenge-kind-refused');
  });
});

describe('a comment that is sent without a code (A-9)', () => {
  const withoutCode = { ...plainDraft, challenge: { kind: 'none' } } as const;

  it('is refused unless the site allows it', async (t) => {
    const paper = await open(t);
    const problem = await readProblem(await paper.postJson('', withoutCode));
    assert.equal(problem.code, 'challenge-missing');
    assert.ok(!(await ask(paper)).kinds?.includes('none'));
    const asked = { article: plainDraft.article, kind: 'none' };
    const refused = await readProblem(await paper.postJson('/challenge', asked));
    assert.equal(refused.code, 'challenge-kind-refused');
  });

  it('is always held for the newsroom, and flagged', async (t) => {
    const paper = await open(t, { withoutCode: 'hold' });
    assert.deepEqual((await ask(paper)).kinds, ['work', 'picture', 'none']);
    assert.deepEqual((await ask(paper, { kind: 'none' })).challenge, { kind: 'none' });
    assert.equal((await paper.postJson('', withoutCode)).status, 202);
    assert.deepEqual(await signalsOf(paper), [['no-code', 'hold']]);
  });

  it('is not meant by a comment that says nothing of a code', async (t) => {
    const paper = await open(t, { withoutCode: 'hold' });
    const problem = await readProblem(await paper.postJson('', plainDraft));
    assert.equal(problem.code, 'challenge-missing');
  });

  it('is counted as the dearest, by line and by site (M-14)', async (t) => {
    const { withoutCodeOfLine, withoutCodeFromSite, postsOfLine } = limitBudgets;
    assert.ok(withoutCodeOfLine.points * 5 <= postsOfLine.points);
    const paper = await openTestService(t, {
      limitsIn: 'memory',
      settings: { challenges: 'picture', withoutCode: 'hold', trustProxies: '127.0.0.1' },
    });
    const send = async (index: number, line: number): Promise<number> => {
      const draft = { ...withoutCode, email: `a${index}@example.vn`, article: `bai-${index}` };
      const init = { address: `192.0.2.${line}`, method: 'POST', body: JSON.stringify(draft) };
      const headers = { 'content-type': 'application/json' };
      return (await paper.send('', { ...init, headers })).status;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      statuses.push(await send(index, Math.floor(index / 10)));
    }
    const taken = (from: number, to: number): number =>
      statuses.slice(from, to).filter((status) => status === 202).length;
    assert.equal(taken(0, 10), withoutCodeOfLine.points);
    assert.equal(taken(0, 60), withoutCodeFromSite.points);
  });

  it('can be sent from a page without script: by a button, and at once where there is work alone', async (t) => {
    const both = await open(t, { challenges: 'picture', withoutCode: 'hold' });
    const page = await openPage(both);
    assert.match(page, /Gửi không cần mã/);
    const asked = fillForm(page, { ...typedTexts, 'challenge.answer': '' });
    asked.set('code-kind', 'none');
    const shown = await (await sendForm(both, asked)).text();
    const alone = await open(t, { challenges: 'work', withoutCode: 'hold' });
    for (const [paper, html] of [
      [both, shown],
      [alone, await openPage(alone)],
    ] as const) {
      assert.match(html, /Bạn gửi không cần mã. Ý kiến sẽ được duyệt lâu hơn\./);
      const { 'challenge.answer': _answer, ...texts } = typedTexts;
      assert.equal((await sendForm(paper, fillForm(html, texts))).status, 303);
      assert.deepEqual(await signalsOf(paper), [['no-code', 'hold']]);
    }
  });
});
