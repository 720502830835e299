import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countComments,
  openTestService,
  pictureOf,
  plainDraft,
  readProblem,
  testCode,
  type TestService,
  type TestServiceOptions,
  wrapTransactions,
} from '../support/service-fixture.ts';

/** A store whose next `failures` inserts fail, as on a full disk. */
const failingInserts = (failures: number): NonNullable<TestServiceOptions['wrapStore']> =>
  wrapTransactions((transaction) => ({
    insert: (comment) => {
      failures -= 1;
      if (failures < 0) return transaction.insert(comment);
      throw new Error(`disk full while writing ${comment.texts.email}`);
    },
  }));

const refusedOnce = async (paper: TestService, response: Response, code: string): Promise<void> => {
  const problem = await readProblem(response);
  assert.equal(problem.code, code);
  // The next code came along and works.
  const { token } = pictureOf(problem);
  paper.pass(3);
  const draft = { ...plainDraft, challenge: { token, answer: testCode } };
  assert.equal((await paper.postJson('', draft)).status, 202);
};

describe('POST / and the security code', () => {
  it('refuses a comment without a code, and sends one along', async (t) => {
    const paper = await openTestService(t);
    await refusedOnce(paper, await paper.postJson('', plainDraft), 'challenge-missing');
  });

  it('refuses a solved code the second time (S1)', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    assert.equal((await paper.postJson('', draft)).status, 202);
    await refusedOnce(paper, await paper.postJson('', draft), 'challenge-spent');
    assert.equal(await countComments(paper), 2);
  });

  it('refuses the code of another article (S2), and that spends nothing', async (t) => {
    const paper = await openTestService(t);
    const { challenge } = await paper.solvedDraft({ article: 'bai-1' });
    const elsewhere = await paper.postJson('', { ...plainDraft, article: 'bai-2', challenge });
    assert.equal((await readProblem(elsewhere)).code, 'challenge-malformed');
    const home = await paper.postJson('', { ...plainDraft, article: 'bai-1', challenge });
    assert.equal(home.status, 202);
  });

  it('refuses an expired code (S3)', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    paper.pass(1800);
    await refusedOnce(paper, await paper.postJson('', draft), 'challenge-expired');
  });

  it('burns the code of a wrong answer (S4)', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const wrong = { ...draft, challenge: { ...draft.challenge, answer: '999999' } };
    await refusedOnce(paper, await paper.postJson('', wrong), 'challenge-wrong');
    assert.equal((await readProblem(await paper.postJson('', draft))).code, 'challenge-spent');
    assert.equal(await countComments(paper), 1);
  });

  it('refuses what is no code of ours', async (t) => {
    const paper = await openTestService(t);
    const challenge = { token: 'x'.repeat(512), answer: testCode };
    await refusedOnce(
      paper,
      await paper.postJson('', { ...plainDraft, challenge }),
      'challenge-malformed',
    );
  });

  it('takes the digits as a Vietnamese keyboard layout types them', async (t) => {
    const paper = await openTestService(t);
    const { token } = await paper.askChallenge();
    // 1 is ă, 3 is ê, 5 the grave, 7 the tilde, 9 the dot below, 0 is đ on that layout.
    const draft = { ...plainDraft, challenge: { token, answer: 'ăê\u0300\u0303\u0323đ' } };
    assert.equal((await paper.postJson('', draft)).status, 202);
  });

  it('stores exactly one of fifty posts of the same code', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => paper.postJson('', draft)),
    );
    const statuses = responses.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(statuses, [202, ...Array.from({ length: 49 }, () => 422)]);
    assert.equal(await countComments(paper), 1);
  });

  it('spends nothing when the database fails, and the reader can send again', async (t) => {
    const paper = await openTestService(t, { wrapStore: failingInserts(1) });
    const draft = await paper.solvedDraft();
    const failed = await paper.postJson('', draft);
    assert.equal((await readProblem(failed)).code, 'internal-error');
    assert.equal((await paper.postJson('', draft)).status, 202);
  });

  it('says nothing of the failure outside, and nothing of the reader in the log (S19, S32)', async (t) => {
    const paper = await openTestService(t, { wrapStore: failingInserts(1) });
    const response = await paper.post();
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /disk|\.ts|\/|Error:/i);
    assert.equal(paper.logged.length, 1);
    assert.match(paper.logged[0]!, /^POST failed: Error at /);
    for (const secret of [plainDraft.email, plainDraft.name, plainDraft.content, testCode]) {
      assert.ok(!paper.logged[0]!.includes(secret));
    }
  });

  it('spends no code on a comment whose fields are refused', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const refused = await readProblem(await paper.postJson('', { ...draft, content: '' }));
    assert.equal(refused.code, 'invalid-fields');
    assert.equal(refused.challenge, undefined);
    assert.equal((await paper.postJson('', draft)).status, 202);
  });

  it('holds a comment younger than two seconds, also with moderation post', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const draft = await paper.solvedDraft();
    paper.pass(-1.001);
    const response = await paper.postJson('', draft);
    assert.equal(response.status, 202);
    const [comment] = await paper.store.listComments({ limit: 1 });
    assert.deepEqual(comment?.signals, [{ code: 'fast', severity: 'hold', offsets: [] }]);
    assert.equal(comment?.status, 'pending');
  });
});
