import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countComments,
  noLimits,
  openTestService,
  readAnswer,
  readProblem,
  wrapTransactions,
} from '../support/service-fixture.ts';

describe('the order of a post', () => {
  it('is limits, idempotency, code, rules, comment, key row', async (t) => {
    const order: string[] = [];
    const paper = await openTestService(t, {
      wrapStore: wrapTransactions((transaction) => ({
        recallAnswer: (key) => {
          order.push('recall');
          return transaction.recallAnswer(key);
        },
        spend: (id, lifeSeconds) => {
          order.push('spend');
          return transaction.spend(id, lifeSeconds);
        },
        find: (id) => {
          order.push('find parent');
          return transaction.find(id);
        },
        insert: (comment) => {
          order.push('insert');
          return transaction.insert(comment);
        },
        rememberAnswer: (...answer) => {
          order.push('remember');
          return transaction.rememberAnswer(...answer);
        },
      })),
      limits: {
        ...noLimits,
        countPost: async () => {
          order.push('limit');
          return { kind: 'counted', settle: async (fate) => void order.push(fate) };
        },
      },
    });
    const { id } = await readAnswer(await paper.post());
    await paper.publish(id);
    order.length = 0;
    assert.equal((await paper.post({ parent: id }, { 'idempotency-key': 'k' })).status, 202);
    assert.deepEqual(order, [
      'limit',
      'recall',
      'spend',
      'find parent',
      'insert',
      'remember',
      'taken',
    ]);
  });

  it('asks for limits after the schema, and a limited post spends nothing', async (t) => {
    let isLimited = true;
    const names: string[] = [];
    const paper = await openTestService(t, {
      limits: {
        ...noLimits,
        countPost: async ({ draft }) => {
          names.push(draft.name);
          return isLimited ? { kind: 'limited', retryAfterSeconds: 7 } : noLimits.countPost();
        },
      },
    });
    const draft = await paper.solvedDraft();
    await paper.postJson('', { ...draft, name: '' });
    assert.deepEqual(names, []);
    const limited = await readProblem(await paper.postJson('', draft));
    assert.equal(limited.code, 'rate-limited');
    assert.equal(limited.retryAfterSeconds, 7);
    assert.equal(limited.challenge, undefined);
    isLimited = false;
    assert.equal((await paper.postJson('', draft)).status, 202);
  });

  it('undoes the spend and the comment when the key row cannot be written', async (t) => {
    let fails = true;
    const paper = await openTestService(t, {
      wrapStore: wrapTransactions((transaction) => ({
        rememberAnswer: (...answer) => {
          if (fails) throw new Error('disk full');
          return transaction.rememberAnswer(...answer);
        },
      })),
    });
    const draft = await paper.solvedDraft();
    const key = { 'idempotency-key': 'k' };
    assert.equal((await paper.postJson('', draft, key)).status, 500);
    assert.equal(await countComments(paper), 0);
    fails = false;
    assert.equal((await paper.postJson('', draft, key)).status, 202);
  });
});
