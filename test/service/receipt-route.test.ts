import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReceiptAnswer, receiptAnswerSchema } from '../../src/protocol/index.ts';
import type { CommentStatus } from '../../src/service/index.ts';
import { createReceipts } from '../../src/service/receipt.ts';
import {
  openTestService,
  plainDraft,
  readAnswer,
  readProblem,
  testSecret,
  type TestService,
} from '../support/service-fixture.ts';
import { askVisitor } from '../support/visitor-fixture.ts';

const ask = (paper: TestService, receipt: string): Promise<Response> =>
  paper.send('/receipt', { headers: { authorization: `Bearer ${receipt}` } });

const read = async (paper: TestService, receipt: string): Promise<ReceiptAnswer> =>
  receiptAnswerSchema.parse(await (await ask(paper, receipt)).json());

describe('GET /receipt', () => {
  it('shows the sender the comment that waits, as it would be published, and keeps it from caches', async (t) => {
    const paper = await openTestService(t);
    const { id, receipt } = await readAnswer(await paper.post());
    const response = await ask(paper, receipt);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { comment, ...answer } = receiptAnswerSchema.parse(await response.json());
    assert.deepEqual(answer, { id, article: plainDraft.article, status: 'pending' });
    assert.equal(comment?.content, plainDraft.content);
    assert.equal(comment.name, plainDraft.name);
    assert.equal(comment.address, undefined, 'no reader agreed to its being shown');
  });

  for (const [what, change, told] of [
    ['a reason with words for readers', { to: 'rejected', reason: 'offtopic' }, 'offtopic'],
    ['what was noted for the newsroom alone', { to: 'rejected', reason: 'hàng xóm' }, undefined],
    ['the reason of what was taken for spam', { to: 'spam', reason: 'spam' }, undefined],
  ] as const) {
    it(`tells the sender ${told ? '' : 'nothing of '}${what} (L-15)`, async (t) => {
      const paper = await openTestService(t);
      const { id, receipt } = await readAnswer(await paper.post());
      await paper.store.transaction((transaction) =>
        transaction.changeStatus({ id, who: 'secret editor', ...change }),
      );
      const answer = await read(paper, receipt);
      assert.deepEqual([answer.status, answer.reason], ['rejected', told]);
    });
  }

  it('tells the last reason, and none once it is published after all', async (t) => {
    const paper = await openTestService(t);
    const { id, receipt } = await readAnswer(await paper.post());
    const change = (to: CommentStatus, reason?: string): Promise<unknown> =>
      paper.store.transaction((transaction) =>
        transaction.changeStatus({ id, to, who: 'editor', reason }),
      );
    await change('rejected', 'false');
    await change('pending');
    await change('rejected', 'privacy');
    assert.equal((await read(paper, receipt)).reason, 'privacy');
    await change('published');
    assert.equal((await read(paper, receipt)).reason, undefined);
  });

  const ways: readonly (readonly [
    told: ReceiptAnswer['status'],
    changes: readonly CommentStatus[],
  ])[] = [
    ['published', ['published']],
    ['rejected', ['rejected']],
    ['rejected', ['spam']],
    ['removed', ['published', 'removed']],
    ['erased', ['erased']],
  ];
  for (const [told, changes] of ways) {
    it(`says ${told} of a comment that became ${changes.join(', then ')}`, async (t) => {
      const paper = await openTestService(t);
      const { id, receipt } = await readAnswer(await paper.post());
      for (const to of changes) {
        // oxlint-disable-next-line no-await-in-loop
        await paper.store.transaction((transaction) =>
          transaction.changeStatus({ id, to, who: 'secret editor', reason: 'secret reason' }),
        );
      }
      const answer = await read(paper, receipt);
      assert.equal(answer.status, told);
      assert.equal(answer.comment !== undefined, told === 'published');
      assert.doesNotMatch(JSON.stringify(answer), /secret/);
    });
  }

  it('does not tell spam from what the newsroom rejected, by any byte but the id', async (t) => {
    const paper = await openTestService(t);
    const texts = await Promise.all(
      (['rejected', 'spam'] as const).map(async (to) => {
        const { id, receipt } = await readAnswer(await paper.post());
        await paper.store.transaction((transaction) =>
          transaction.changeStatus({ id, to, who: 'test' }),
        );
        return (await (await ask(paper, receipt)).text()).replace(id, '');
      }),
    );
    assert.equal(texts[0], texts[1]);
  });

  it('is told to nobody without a receipt of this service', async (t) => {
    const paper = await openTestService(t);
    const { id, receipt } = await readAnswer(await paper.post());
    const foreign = createReceipts(`${testSecret} of another install`).make(id);
    const visitor = await askVisitor(paper);
    for (const wrong of ['', id, foreign, visitor, `${receipt}A`, receipt.slice(1)]) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await ask(paper, wrong);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal((await readProblem(response)).code, 'unauthorized', wrong);
      assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    }
    assert.equal((await paper.send('/receipt')).status, 401);
    assert.equal((await paper.send(`/receipt?receipt=${receipt}`)).status, 401);
  });

  it('is not found where the comment is in the database no more', async (t) => {
    const paper = await openTestService(t);
    const receipt = createReceipts(testSecret).make('019ab2c4-0000-7000-8000-000000000000');
    assert.equal((await readProblem(await ask(paper, receipt))).code, 'not-found');
  });

  it('is answered after the secret was changed, until the older one goes', async (t) => {
    const secret = [`${testSecret} 2`, testSecret];
    const paper = await openTestService(t, { secret });
    const { id } = await readAnswer(await paper.post());
    assert.equal((await read(paper, createReceipts(testSecret).make(id))).id, id);
  });

  it('may be asked across origins with the receipt in its header', async (t) => {
    const paper = await openTestService(t);
    const { receipt } = await readAnswer(await paper.post());
    const origin = 'https://m.paper.test';
    const preflight = await paper.send('/receipt', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/);
    const response = await paper.send('/receipt', {
      headers: { origin, authorization: `Bearer ${receipt}` },
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
});
