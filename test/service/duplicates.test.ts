import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { CommentDraft } from '../../src/protocol/index.ts';
import { createCopyKey } from '../../src/service/copy-key.ts';
import { judgeCopies } from '../../src/service/rules/duplicate-rule.ts';
import type { SettingValues, StoredComment } from '../../src/service/index.ts';
import {
  makeTemporaryFolder,
  openTestService,
  readProblem,
  type TestService,
  testSecret,
} from '../support/service-fixture.ts';

const content = 'Đề nghị các cơ quan chức năng sớm vào cuộc, xử lý nghiêm vụ việc hòa giải này.';
const home = '203.0.113.7';
const elsewhere = '198.51.100.7';

const open = (t: TestContext, settings: SettingValues = {}): Promise<TestService> =>
  openTestService(t, { settings: { moderation: 'post', ...settings } });

const post = async (
  paper: TestService,
  address: string,
  changes: Partial<CommentDraft> = {},
): Promise<Response> => {
  const draft = await paper.solvedDraft({ content, ...changes });
  return paper.send('', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
    address,
  });
};

const newest = async ({ store }: TestService): Promise<StoredComment | undefined> =>
  (await store.listComments({ limit: 1 }))[0];

describe('The same text again (T-17)', () => {
  it('is refused from the same email and network, with the next code', async (t) => {
    const paper = await open(t);
    assert.equal((await post(paper, home)).status, 201);
    const again = await post(paper, '203.0.113.99', { email: 'BINH@example.vn' });
    assert.equal(again.status, 409);
    const problem = await readProblem(again);
    assert.equal(problem.code, 'duplicate');
    assert.equal(problem.challenge?.kind, 'picture');
  });

  it('is so however it is spaced, punctuated and written large or small, under any article', async (t) => {
    const paper = await open(t);
    await post(paper, home);
    const changed = content.replace('hòa', 'hoà').replaceAll(' ', '\n ').replace(/[,.]/g, '!!');
    for (const text of [changed, content.toUpperCase(), content.normalize('NFD')]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const again = await post(paper, home, { content: text, article: 'bai-2', name: 'Ý' });
      assert.equal(again.status, 409, text);
    }
    assert.equal((await post(paper, home, { content: `${content} Cảm ơn.` })).status, 201);
  });

  it('is held from another email or network, which learns nothing of the first one', async (t) => {
    const paper = await open(t);
    await post(paper, home);
    for (const [address, email, others] of [
      [home, 'other@example.vn', '1'],
      [elsewhere, 'binh@example.vn', '2'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal((await post(paper, address, { email })).status, 202);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.deepEqual((await newest(paper))?.signals, [
        { code: 'duplicate', severity: 'hold', field: 'content', offsets: [], detail: others },
      ]);
    }
  });

  it('is held where no email is asked for, or nothing is kept of networks', async (t) => {
    for (const settings of [{ email: 'off' }, { ipMode: 'none' }]) {
      // oxlint-disable-next-line no-await-in-loop -- one service after the other
      const paper = await open(t, settings);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal((await post(paper, home)).status, 201);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal((await post(paper, home)).status, 202);
    }
  });

  it('is held when the newsroom has turned the first one down', async (t) => {
    const paper = await open(t, { moderation: 'pre' });
    await post(paper, home);
    const { id = '' } = (await newest(paper)) ?? {};
    await paper.store.transaction((transaction) =>
      transaction.changeStatus({ id, to: 'rejected', who: 'test' }),
    );
    assert.equal((await post(paper, home)).status, 202);
    assert.equal((await newest(paper))?.signals[0]?.code, 'duplicate');
  });

  it('is no copy any more after the hours the site has set, nor where it has set none', async (t) => {
    const paper = await open(t, { duplicateHours: 2 });
    await post(paper, home);
    paper.pass(2 * 3600 - 60);
    assert.equal((await post(paper, home)).status, 409);
    paper.pass(60);
    assert.equal((await post(paper, home)).status, 201);
    const careless = await open(t, { duplicateHours: 0 });
    await post(careless, home);
    assert.equal((await post(careless, home)).status, 201);
    assert.equal((await newest(careless))?.copyKey, undefined);
  });

  it('is answered as before when it comes with the same key', async (t) => {
    const paper = await open(t);
    const send = async (): Promise<Response> =>
      paper.send('', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
        body: JSON.stringify(await paper.solvedDraft({ content })),
        address: home,
      });
    assert.equal((await send()).status, 201);
    assert.equal((await send()).status, 201);
  });
});

describe('createCopyKey', () => {
  const copyKey = createCopyKey(testSecret);

  it('lets be what many readers say in the same few words', () => {
    for (const text of [
      'Hay quá!',
      'Nhất trí với tác giả bài viết này.',
      'Tôi hoàn toàn đồng ý với ý kiến của tác giả.',
      '.'.repeat(500),
    ]) {
      assert.equal(copyKey(text), undefined);
    }
    assert.match(copyKey(content) ?? '', /^[\w-]{16}$/);
  });

  it('counts accents: without them a text is another one', () => {
    assert.notEqual(copyKey(content), copyKey(content.replace('sớm', 'som')));
  });

  it('needs the secret, so that a copy of the database tells no text', () => {
    assert.notEqual(copyKey(content), createCopyKey(`${testSecret}!`)(content));
  });
});

describe('judgeCopies', () => {
  it('takes a spam comment of the same reader for a copy, not for a repetition', () => {
    const sender = { email: 'a@b.vn', network: '203.0.113.0/24' };
    const kinds = (['pending', 'published', 'spam', 'removed', 'rejected', 'erased'] as const).map(
      (status) => judgeCopies([{ ...sender, status }], sender).kind,
    );
    assert.deepEqual(kinds, ['repeated', 'repeated', 'copied', 'copied', 'copied', 'copied']);
  });
});

describe('the search for copies', () => {
  it('walks along an index, whatever else there is, and stops at its limit', async (t) => {
    const folder = makeTemporaryFolder(t);
    const paper = await openTestService(t, { folder });
    const prepare = t.mock.method(DatabaseSync.prototype, 'prepare');
    await post(paper, home);
    const queries = prepare.mock.calls.map((call) => call.arguments[0]);
    prepare.mock.restore();
    const query = queries.find((one) => /^select.*copy_key/.test(one)) ?? '';
    assert.match(query, /limit \?/);
    const database = new DatabaseSync(join(folder, 'comments.sqlite'), { readOnly: true });
    t.after(() => database.close());
    const plan = database.prepare(`explain query plan ${query}`).all();
    assert.deepEqual(
      plan.map(({ detail }) => detail),
      ['SEARCH comments USING INDEX comments_by_copy_key (copy_key=? AND created_at>?)'],
    );
  });
});
