import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSecurityCode,
  type PictureChallenge,
  type SecurityCode,
  type SecurityCodeOptions,
  type WorkChallenge,
} from '../../src/captcha/index.ts';
import { challengeSchema } from '../../src/protocol/schemas-of-answers.ts';
import { solveWork } from '../support/solve-work.ts';
import { article, code, createWorld, type World } from './support/security-code-world.ts';

const open = (options: Partial<SecurityCodeOptions> = {}): World =>
  createWorld({ kinds: ['work', 'picture'], difficulty: 3, ...options });

const issueWork = async (
  securityCode: SecurityCode,
  difficulty?: number,
): Promise<WorkChallenge> => {
  const challenge = await securityCode.issue({ article, kind: 'work', difficulty });
  assert.equal(challenge.kind, 'work');
  return challenge;
};

const issueBoth = async (securityCode: SecurityCode): Promise<PictureChallenge> => {
  const request = { article, kind: 'picture', isWorkDemanded: true } as const;
  const challenge = await securityCode.issue(request);
  assert.equal(challenge.kind, 'picture');
  return challenge;
};

describe('work in place of a code (A-10)', () => {
  it('is what who does not choose gets where it comes first, and within the contract', async () => {
    const { securityCode } = open();
    const challenge = await securityCode.issue({ article });
    assert.equal(challenge.kind, 'work');
    assert.deepEqual(challengeSchema.parse(challenge), challenge);
    assert.ok(challenge.token.length <= 512);
  });

  it('passes by the key that ALTCHA’s own solver finds, once (S1)', async () => {
    const { securityCode, clock } = open();
    const { token, work } = await issueWork(securityCode);
    const { key } = await solveWork(work);
    clock.ms += 5000;
    const attempt = { token, answer: key, article };
    assert.deepEqual(await securityCode.check(attempt), {
      kind: 'passed',
      form: { kind: 'work' },
      hasWork: true,
      ageSeconds: 5,
    });
    assert.equal((await securityCode.check(attempt)).kind, 'spent');
  });

  it('does not pass by what is told of the key, nor by the key of another task', async () => {
    const { securityCode } = open();
    const other = await solveWork((await issueWork(securityCode)).work);
    for (const wrong of [
      async ({ work }: WorkChallenge) => work.keyPrefix + work.keyPrefix,
      async ({ work }: WorkChallenge) => (await solveWork(work)).key.toUpperCase(),
      async () => other.key,
      async () => '',
      async () => code,
    ]) {
      const challenge = await issueWork(securityCode);
      const attempt = { token: challenge.token, answer: await wrong(challenge), article };
      assert.deepEqual(await securityCode.check(attempt), {
        kind: 'wrong',
        form: { kind: 'work' },
      });
    }
  });

  it('is bound to its article and its life like any code (S2, S3)', async () => {
    const { securityCode, clock } = open();
    const { token, work } = await issueWork(securityCode);
    const { key } = await solveWork(work);
    const elsewhere = await securityCode.check({ token, answer: key, article: 'bai-khac' });
    assert.equal(elsewhere.kind, 'malformed');
    clock.ms += 1_800_000;
    assert.equal((await securityCode.check({ token, answer: key, article })).kind, 'expired');
  });

  it('has as many counters as the server says for this one, of which half are tried on the average', async () => {
    const { securityCode } = open();
    assert.equal((await issueWork(securityCode)).work.tries, 6);
    assert.equal((await issueWork(securityCode, 50)).work.tries, 100);
    const easy = Array.from({ length: 200 }, async () =>
      solveWork((await issueWork(securityCode)).work),
    );
    const tried = (await Promise.all(easy)).map((solution) => solution.tried);
    assert.deepEqual(new Set(tried), new Set([1, 2, 3, 4, 5, 6]));
  });

  it('cannot be made easier by who does it: the key is sealed', async () => {
    const { securityCode } = open();
    const [easy, hard] = [await issueWork(securityCode, 1), await issueWork(securityCode, 50)];
    const { key } = await solveWork(easy.work);
    const swapped = await securityCode.check({ token: hard.token, answer: key, article });
    assert.equal(swapped.kind, 'wrong');
  });

  it('is of a difficulty of 1–1,000,000', async () => {
    for (const difficulty of [0, 1.5, 1_000_001, Number.NaN]) {
      assert.throws(() => open({ difficulty }), { code: 'DIFFICULTY_OUT_OF_RANGE' });
      // oxlint-disable-next-line no-await-in-loop
      await assert.rejects(issueWork(open().securityCode, difficulty), {
        code: 'DIFFICULTY_OUT_OF_RANGE',
      });
    }
  });

  it('opens by an older secret', async () => {
    const [old, young] = ['the old secret'.repeat(3), 'the young secret'.repeat(3)];
    const spent = { spend: async () => true };
    const before = createSecurityCode({ secret: old, spent, kinds: ['work'], difficulty: 1 });
    const since = createSecurityCode({ secret: [young, old], spent, kinds: ['work'] });
    const { token, work } = await issueWork(before);
    const { key } = await solveWork(work);
    assert.equal((await since.check({ token, answer: key, article })).kind, 'passed');
  });
});

describe('work beside a code', () => {
  it('is there only where the server asks for it and offers work', async () => {
    const { securityCode } = open();
    assert.ok((await issueBoth(securityCode)).work);
    const alone = await securityCode.issue({ article, kind: 'picture' });
    assert.ok(!('work' in alone));
    const { securityCode: without } = open({ kinds: ['picture'] });
    assert.equal((await issueBoth(without)).work, undefined);
  });

  it('stands beside a code that is heard too, so that this is no cheaper to get', async () => {
    const { securityCode } = open({ kinds: ['picture', 'speech', 'work'] });
    const request = { article, kind: 'speech', isWorkDemanded: true } as const;
    const challenge = await securityCode.issue(request);
    assert.ok(challenge.kind === 'speech' && challenge.work);
    const { key } = await solveWork(challenge.work);
    const attempt = { token: challenge.token, answer: code, workKey: key, article };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
  });

  it('passes with both', async () => {
    const { securityCode } = open();
    const { token, work } = await issueBoth(securityCode);
    assert.ok(work);
    const { key } = await solveWork(work);
    const attempt = { token, answer: '493 827', workKey: key, article };
    const result = await securityCode.check(attempt);
    assert.equal(result.kind, 'passed');
    assert.deepEqual('form' in result && result.form, { kind: 'picture' });
  });

  it('is incomplete with the code alone, wrong with the work alone, and the attempt is used up', async () => {
    const { securityCode } = open();
    for (const [kind, answer, isDone] of [
      ['incomplete', code, false],
      ['wrong', '000000', true],
      ['wrong', '', true],
    ] as const) {
      const { token, work } = await issueBoth(securityCode);
      assert.ok(work);
      const { key } = await solveWork(work);
      const attempt = { token, answer, article, ...(isDone && { workKey: key }) };
      assert.equal((await securityCode.check(attempt)).kind, kind);
      const again = await securityCode.check({ token, answer: code, workKey: key, article });
      assert.equal(again.kind, 'spent');
    }
  });

  it('is not looked at where it was not asked for', async () => {
    const { securityCode } = open();
    const { token } = await securityCode.issue({ article, kind: 'picture' });
    const attempt = { token, answer: code, workKey: 'f'.repeat(64), article };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
  });

  it('is malformed when it is too long to be looked at', async () => {
    const { securityCode, spentIds } = open();
    const { token } = await issueBoth(securityCode);
    const attempt = { token, answer: code, workKey: 'f'.repeat(65), article };
    assert.equal((await securityCode.check(attempt)).kind, 'malformed');
    assert.deepEqual(spentIds, []);
  });
});
