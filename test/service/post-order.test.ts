import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  openTestService,
  readAnswer,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const storedCount = async ({ store }: TestService): Promise<number> =>
  (await store.listComments({ limit: 100 })).length;

describe('the order of a post', () => {
  it('is limits, idempotency, code, rules, comment, key row', async (t) => {
    const order: string[] = [];
    const paper = await openTestService(t, {
      wrapStore: (store) => ({
        ...store,
        transaction: (work) =>
          store.transaction((transaction) =>
            work({
              ...transaction,
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
            }),
          ),
      }),
      steps: {
        limit: async () => void order.push('limit'),
        recall: async () => void order.push('recall'),
        remember: async () => void order.push('remember'),
      },
    });
    const { id } = await readAnswer(await paper.post());
    await paper.publish(id);
    order.length = 0;
    assert.equal((await paper.post({ parent: id })).status, 202);
    assert.deepEqual(order, ['limit', 'recall', 'spend', 'find parent', 'insert', 'remember']);
  });

  it('asks for limits after the schema, and a limited post spends nothing', async (t) => {
    let isLimited = true;
    const addresses: unknown[] = [];
    const paper = await openTestService(t, {
      steps: {
        limit: async ({ address }) => {
          addresses.push(address);
          if (!isLimited) return undefined;
          return { kind: 'refused', code: 'rate-limited', isCodeGone: false };
        },
      },
    });
    const draft = await paper.solvedDraft();
    await paper.postJson('', { ...draft, name: '' });
    assert.deepEqual(addresses, []);
    const limited = await readProblem(await paper.postJson('', draft));
    assert.equal(limited.code, 'rate-limited');
    assert.equal(limited.challenge, undefined);
    isLimited = false;
    assert.equal((await paper.postJson('', draft)).status, 202);
  });

  it('undoes the spend and the comment when the key row cannot be written', async (t) => {
    let fails = true;
    const paper = await openTestService(t, {
      steps: {
        remember: async () => {
          if (fails) throw new Error('disk full');
        },
      },
    });
    const draft = await paper.solvedDraft();
    assert.equal((await paper.postJson('', draft)).status, 500);
    assert.equal(await storedCount(paper), 0);
    fails = false;
    assert.equal((await paper.postJson('', draft)).status, 202);
  });
});
