import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { CommentDraft } from '../../src/protocol/index.ts';
import {
  countComments,
  noLimits,
  makeTemporaryFolder,
  openTestService,
  pageOrigin,
  pictureOf,
  plainDraft,
  readAnswer,
  readProblem,
  type TestService,
  testSecret,
  wrapTransactions,
} from '../support/service-fixture.ts';

const key = '0f8fad5b-d9cb-469f-a165-70867728950e';

const postWithKey = (paper: TestService, draft: object, used = key): Promise<Response> =>
  paper.postJson('', draft, { 'idempotency-key': used, origin: pageOrigin });

const assertReused = async (response: Response): Promise<void> => {
  const problem = await readProblem(response);
  assert.equal(problem.code, 'key-reused');
  assert.equal(response.status, 422);
  assert.deepEqual(Object.keys(problem), ['type', 'title', 'status', 'code']);
};

describe('a post with an Idempotency-Key', () => {
  it('gets the first answer again, word for word, and is stored once', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const first = await postWithKey(paper, draft);
    const again = await postWithKey(paper, draft);
    assert.equal(first.status, 202);
    assert.equal(again.status, 202);
    assert.equal(again.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await readAnswer(again), await readAnswer(first));
    assert.equal(await countComments(paper), 1);
  });

  it('gets the published comment again with moderation post', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const draft = await paper.solvedDraft();
    const first = await readAnswer(await postWithKey(paper, draft));
    paper.pass(3600);
    const again = await postWithKey(paper, draft);
    assert.equal(again.status, 201);
    assert.equal(first.comment?.content, plainDraft.content);
    assert.deepEqual(await readAnswer(again), first);
  });

  it('is told the status of the first answer, whatever the newsroom has decided since', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const first = await readAnswer(await postWithKey(paper, draft));
    await paper.publish(first.id);
    const again = await postWithKey(paper, draft);
    assert.equal(again.status, 202);
    assert.deepEqual(await readAnswer(again), first);
  });

  it('is told published also of a comment that was removed since', async (t) => {
    const paper = await openTestService(t, { settings: { moderation: 'post' } });
    const draft = await paper.solvedDraft();
    const first = await readAnswer(await postWithKey(paper, draft));
    await paper.store.transaction((transaction) =>
      transaction.changeStatus({ id: first.id, to: 'removed', who: 'test' }),
    );
    const again = await postWithKey(paper, draft);
    assert.equal(again.status, 201);
    assert.deepEqual(await readAnswer(again), first);
  });

  it('is remembered before the rules: a withdrawn article changes nothing', async (t) => {
    let isThere = true;
    const paper = await openTestService(t, { acceptArticle: () => isThere });
    const draft = await paper.solvedDraft();
    const first = await readAnswer(await postWithKey(paper, draft));
    isThere = false;
    assert.deepEqual(await readAnswer(await postWithKey(paper, draft)), first);
  });

  it('spends no code when it comes again', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await postWithKey(paper, await paper.solvedDraft()));
    const solvedAnew = await paper.solvedDraft();
    assert.equal((await readAnswer(await postWithKey(paper, solvedAnew))).id, id);
    const other = await postWithKey(paper, { ...solvedAnew, content: 'Bài khác.' }, 'other');
    assert.equal(other.status, 202);
    assert.equal(await countComments(paper), 2);
  });

  it('is the same after a restart of the service, receipt included', async (t) => {
    const folder = makeTemporaryFolder(t);
    const before = await openTestService(t, { folder });
    const draft = await before.solvedDraft();
    const first = await readAnswer(await postWithKey(before, draft));
    await before.service.close();
    const after = await openTestService(t, { folder });
    assert.deepEqual(await readAnswer(await postWithKey(after, draft)), first);
    assert.equal(await countComments(after), 1);
  });

  it('is remembered for 24 hours and no longer', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const { id } = await readAnswer(await postWithKey(paper, draft));
    paper.pass(24 * 3600 - 0.001);
    assert.equal((await readAnswer(await postWithKey(paper, draft))).id, id);
    paper.pass(0.001);
    const late = await readProblem(await postWithKey(paper, draft));
    assert.equal(late.code, 'challenge-expired');
    const anew = await readAnswer(await postWithKey(paper, await paper.solvedDraft()));
    assert.notEqual(anew.id, id);
    // The new answer is remembered in the place of the old one.
    assert.equal((await readAnswer(await postWithKey(paper, draft))).id, anew.id);
    assert.equal(await countComments(paper), 2);
  });

  it('goes through with a corrected code, for a wrong one is not remembered', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const challenge = { ...draft.challenge, answer: '000000' };
    const wrong = await readProblem(await postWithKey(paper, { ...draft, challenge }));
    assert.equal(wrong.code, 'challenge-wrong');
    pictureOf(wrong);
    const response = await postWithKey(paper, await paper.solvedDraft());
    assert.equal(response.status, 202);
    assert.equal(await countComments(paper), 1);
  });

  it('is not remembered when its fields are refused', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    assert.equal((await postWithKey(paper, { ...draft, content: '' })).status, 422);
    assert.equal((await postWithKey(paper, draft)).status, 202);
  });

  it('is not remembered when a rule refuses it', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    const refused = await postWithKey(paper, await paper.solvedDraft({ parent: id }));
    assert.equal((await readProblem(refused)).code, 'parent-gone');
    await paper.publish(id);
    const response = await postWithKey(paper, await paper.solvedDraft({ parent: id }));
    assert.equal(response.status, 202);
  });

  it('is not remembered when the sender is limited', async (t) => {
    let isLimited = true;
    const paper = await openTestService(t, {
      limits: {
        ...noLimits,
        countPost: async () =>
          isLimited ? { kind: 'limited', retryAfterSeconds: 1 } : noLimits.countPost(),
      },
    });
    const draft = await paper.solvedDraft();
    assert.equal((await postWithKey(paper, draft)).status, 429);
    isLimited = false;
    assert.equal((await postWithKey(paper, { ...draft, content: 'Khác.' })).status, 202);
  });

  it('is not remembered when the database fails', async (t) => {
    let failures = 1;
    const paper = await openTestService(t, {
      wrapStore: wrapTransactions((transaction) => ({
        async rememberAnswer(...answer) {
          await transaction.rememberAnswer(...answer);
          failures -= 1;
          if (failures >= 0) throw new Error('disk full');
        },
      })),
    });
    const draft = await paper.solvedDraft();
    assert.equal((await postWithKey(paper, draft)).status, 500);
    assert.equal(await countComments(paper), 0);
    assert.equal((await postWithKey(paper, { ...draft, content: 'Khác.' })).status, 202);
    assert.equal(await countComments(paper), 1);
  });

  it('is nothing without the key: two posts are two comments', async (t) => {
    const paper = await openTestService(t);
    await paper.post();
    await paper.post();
    assert.equal(await countComments(paper), 2);
  });
});

describe('an Idempotency-Key that came with another comment', () => {
  const changes: Readonly<Record<string, Partial<CommentDraft>>> = {
    content: { content: `${plainDraft.content}.` },
    'content in its spelling alone': { content: plainDraft.content.normalize('NFD') },
    name: { name: 'Trần Văn An' },
    address: { address: '' },
    email: { email: 'an@example.vn' },
    page: { page: { url: `${pageOrigin}/bai-123`, title: 'Bài' } },
    article: { article: 'bai-124' },
    parent: { parent: '01a20c18-dcba-7000-8000-000000000001' },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`is refused for a changed ${what}; stores nothing, spends nothing`, async (t) => {
      const paper = await openTestService(t);
      await postWithKey(paper, await paper.solvedDraft());
      const changed = await paper.solvedDraft(change);
      await assertReused(await postWithKey(paper, changed));
      assert.equal(await countComments(paper), 1);
      const standing = { ...changed, parent: undefined };
      assert.equal((await postWithKey(paper, standing, 'another')).status, 202);
    });
  }

  it('is refused when only a lone surrogate differs, which is the same in UTF-8', async (t) => {
    const paper = await openTestService(t);
    await postWithKey(paper, await paper.solvedDraft({ content: 'Hay \ud800' }));
    await assertReused(
      await postWithKey(paper, await paper.solvedDraft({ content: 'Hay \ud801' })),
    );
  });

  it('tells a stranger who knows the key nothing of the reader, no receipt, no id', async (t) => {
    const paper = await openTestService(t);
    const { id, receipt } = await readAnswer(await postWithKey(paper, await paper.solvedDraft()));
    const response = await postWithKey(paper, { ...plainDraft, email: 'stranger@example.vn' });
    const text = await response.clone().text();
    await assertReused(response);
    for (const secret of [id, receipt, plainDraft.email]) assert.ok(!text.includes(secret));
  });

  it('goes by the comment alone: code, trap and what a newer page adds may differ', async (t) => {
    const paper = await openTestService(t);
    const first = await readAnswer(
      await postWithKey(paper, { ...(await paper.solvedDraft()), trap: '' }),
    );
    for (const change of [{ trap: 'x' }, { challenge: undefined }, { mood: 'glad' }]) {
      const draft = { ...(await paper.solvedDraft()), ...change };
      assert.deepEqual(await readAnswer(await postWithKey(paper, draft)), first);
    }
    assert.equal(await countComments(paper), 1);
  });

  it('is kept as a hash, without the key and without the comment', async (t) => {
    const folder = makeTemporaryFolder(t);
    const paper = await openTestService(t, { folder });
    await postWithKey(paper, await paper.solvedDraft());
    const database = new DatabaseSync(join(folder, 'comments.sqlite'), { readOnly: true });
    t.after(() => database.close());
    const row = { ...database.prepare('select * from remembered_answers').get() };
    assert.match(String(row['key']), /^[\w-]{43}$/);
    assert.match(String(row['fingerprint']), /^[\w-]{43}$/);
    const kept = JSON.stringify(row);
    for (const text of [key, plainDraft.email, plainDraft.name, plainDraft.content]) {
      assert.ok(!kept.includes(text));
    }
  });
});

describe('an Idempotency-Key from before a rotation of secrets', () => {
  const newer = `${testSecret} 2`;

  it('is found with its answer, and refused with another comment', async (t) => {
    const folder = makeTemporaryFolder(t);
    const before = await openTestService(t, { folder });
    const draft = await before.solvedDraft();
    const { id } = await readAnswer(await postWithKey(before, draft));
    const since = await openTestService(t, { folder, secret: [newer, testSecret] });
    assert.equal((await readAnswer(await postWithKey(since, draft))).id, id);
    await assertReused(await postWithKey(since, await since.solvedDraft({ content: 'Khác.' })));
    assert.equal(await countComments(since), 1);
  });

  it('is found on instances that have the new secret last, while others have it first', async (t) => {
    const folder = makeTemporaryFolder(t);
    const ready = await openTestService(t, { folder, secret: [testSecret, newer] });
    const rotated = await openTestService(t, { folder, secret: [newer, testSecret] });
    const draft = await rotated.solvedDraft();
    const first = await readAnswer(await postWithKey(rotated, draft));
    assert.equal((await readAnswer(await postWithKey(ready, draft))).id, first.id);
    assert.equal(await countComments(ready), 1);
  });

  it('is not found once the older secret is gone', async (t) => {
    const folder = makeTemporaryFolder(t);
    const before = await openTestService(t, { folder });
    await postWithKey(before, await before.solvedDraft());
    const since = await openTestService(t, { folder, secret: newer });
    assert.equal((await postWithKey(since, await since.solvedDraft())).status, 202);
    assert.equal(await countComments(since), 2);
  });
});

describe('twins with one Idempotency-Key', () => {
  const assertOne = async (paper: TestService, responses: readonly Response[]): Promise<void> => {
    for (const { status } of responses) assert.equal(status, 202);
    const answers = await Promise.all(responses.map(readAnswer));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(await countComments(paper), 1);
  };

  it('get one answer when they come at once with the same code', async (t) => {
    const paper = await openTestService(t);
    const draft = await paper.solvedDraft();
    const twenty = Array.from({ length: 20 }, () => postWithKey(paper, draft));
    await assertOne(paper, await Promise.all(twenty));
  });

  it('get one answer when each has a code of its own, and one code stays good', async (t) => {
    const paper = await openTestService(t);
    const drafts = [await paper.solvedDraft(), await paper.solvedDraft()];
    await assertOne(paper, await Promise.all(drafts.map((draft) => postWithKey(paper, draft))));
    const others = await Promise.all(drafts.map((draft) => paper.postJson('', draft)));
    assert.deepEqual(
      others.map(({ status }) => status).toSorted((a, b) => a - b),
      [202, 422],
    );
  });

  it('get one answer from two instances that share a database', async (t) => {
    const folder = makeTemporaryFolder(t);
    const paper = await openTestService(t, { folder });
    const other = await openTestService(t, { folder });
    const draft = await paper.solvedDraft();
    other.pass(3);
    const eight = Array.from({ length: 8 }, (_, index) =>
      postWithKey(index % 2 === 0 ? paper : other, draft),
    );
    await assertOne(paper, await Promise.all(eight));
  });

  it('are told apart when they are none: the second comment is refused', async (t) => {
    const paper = await openTestService(t);
    const drafts = [await paper.solvedDraft(), await paper.solvedDraft({ content: 'Khác.' })];
    const responses = await Promise.all(drafts.map((draft) => postWithKey(paper, draft)));
    assert.deepEqual(
      responses.map(({ status }) => status).toSorted((a, b) => a - b),
      [202, 422],
    );
    assert.equal(await countComments(paper), 1);
  });
});

describe('the shape of an Idempotency-Key', () => {
  const malformed = ['', ' ', 'a b', 'k\t1', 'khoá', 'x'.repeat(256), 'one, two'];
  for (const used of malformed) {
    it(`refuses ${JSON.stringify(used.slice(0, 10))} of ${used.length} characters`, async (t) => {
      const paper = await openTestService(t);
      const draft = await paper.solvedDraft();
      const response = await postWithKey(paper, draft, used);
      assert.equal((await readProblem(response)).code, 'key-malformed');
      assert.equal(response.status, 400);
      assert.equal(await countComments(paper), 0);
      assert.equal((await paper.postJson('', draft)).status, 202);
    });
  }

  it('takes any 1–255 visible ASCII characters', async (t) => {
    const paper = await openTestService(t);
    const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    for (const used of ['1', '"quoted"', visible.join(''), 'x'.repeat(255)]) {
      assert.equal((await postWithKey(paper, await paper.solvedDraft(), used)).status, 202);
    }
    assert.equal(await countComments(paper), 4);
  });
});
