import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { createSqliteStore } from '../../src/service/index.ts';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  readPage,
} from '../support/service-fixture.ts';
import { concurrency, run, serve } from '../support/service-process.ts';

describe('reader-comments comments', { concurrency }, () => {
  const id = '01a20c18-dcba-7000-8000-000000000001';
  const hostile = 'Hay\u001b[2J\u0007\u009b31m\u202egnol\nDòng hai';

  async function makeDatabase(t: TestContext): Promise<string> {
    const database = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = await createSqliteStore({ file: database });
    const texts = {
      name: 'Ý\u001b]0;x\u0007',
      address: '',
      email: 'y@example.vn',
      content: hostile,
    };
    await store.transaction(async (transaction) => {
      await transaction.saveArticle('bai-1');
      const comment = { id, article: 'bai-1', parent: null, signals: [] };
      await transaction.insert({ ...comment, texts, rawTexts: texts });
    });
    await store.close();
    return `sqlite:${database}`;
  }

  it('lists one line a comment, and no text can steer the terminal', async (t) => {
    const database = await makeDatabase(t);
    const { out, exitCode } = await run(['comments', 'list', '--database', database]);
    assert.equal(exitCode, 0);
    assert.match(
      out,
      new RegExp(
        `^${id}  \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z  pending  Ý \\]0;x  bai-1  Hay \\[2J 31m gnol\\n$`,
      ),
    );
  });

  it('lists everything as JSON for machines, hostile characters as escapes', async (t) => {
    const database = await makeDatabase(t);
    const { out } = await run(['comments', 'list', '--json', '--database', database]);
    assert.doesNotMatch(out.trimEnd(), /[\p{Cc}\u202e]/u);
    const comment: unknown = JSON.parse(out);
    assert.equal(Reflect.get(Object(Reflect.get(Object(comment), 'texts')), 'content'), hostile);
  });

  it('publishes a waiting comment, takes it down, and puts both on record', async (t) => {
    const database = await makeDatabase(t);
    const published = await run(['comments', 'publish', id, '--database', database]);
    assert.deepEqual(published, { exitCode: 0, out: `${id} published\n`, err: '' });
    const list = await run(['comments', 'list', '--status', 'published', '--database', database]);
    assert.ok(list.out.startsWith(id));
    const again = await run(['comments', 'publish', id, '--database', database]);
    assert.equal(again.exitCode, 1);
    assert.equal(again.err, `comment ${id} is published, it cannot become published\n`);
    const rejected = await run([
      'comments',
      'reject',
      id,
      '--reason',
      'sai',
      '--database',
      database,
    ]);
    assert.equal(rejected.out, `${id} removed\n`);
    const store = await createSqliteStore({ file: database.slice('sqlite:'.length) });
    t.after(() => store.close());
    const changes = await store.listAuditOf(id);
    assert.deepEqual(
      changes.map(({ from, to, reason }) => ({ from, to, reason })),
      [
        { from: 'pending', to: 'published', reason: undefined },
        { from: 'published', to: 'removed', reason: 'sai' },
      ],
    );
    assert.match(changes[0]?.who ?? '', /^terminal:/);
  });

  it('lists reported comments, most reported first, with how many gave each reason', async (t) => {
    const database = await makeDatabase(t);
    await run(['comments', 'publish', id, '--database', database]);
    const list = (...flags: string[]) =>
      run(['comments', 'list', '--reported', ...flags, '--database', database]);
    assert.equal((await list()).out, '');
    const store = await createSqliteStore({ file: database.slice('sqlite:'.length) });
    t.after(() => store.close());
    for (const [visitor, reason] of [
      ['a', 'hate'],
      ['b', 'spam'],
      ['c', 'spam'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await store.transaction((transaction) =>
        transaction.report({ comment: id, visitor, reason, note: hostile }),
      );
    }
    const { out } = await list();
    assert.match(out, new RegExp(`^3 \\(spam 2, hate 1\\)  ${id}  [^\n]+\n$`));
    const json = await list('--json');
    assert.doesNotMatch(json.out.trimEnd(), /[\p{Cc}\u202e]/u);
    const reported: unknown = JSON.parse(json.out);
    assert.equal(Reflect.get(Object(reported), 'count'), 3);
    assert.doesNotMatch(json.out, /visitor/);
    assert.equal((await list('--article', 'bai-2')).out, '');
    assert.equal((await list('--status', 'pending')).exitCode, 2);
    await run(['comments', 'reject', id, '--database', database]);
    assert.equal((await list()).out, '');
  });

  it('goes on with the others when one id is unknown', async (t) => {
    const database = await makeDatabase(t);
    const { exitCode, out, err } = await run([
      'comments',
      'reject',
      'x\u001b[2J',
      id,
      '--database',
      database,
    ]);
    assert.equal(exitCode, 1);
    assert.equal(out, `${id} rejected\n`);
    assert.equal(err, 'there is no comment x [2J\n');
  });

  it('decides on comments while the service is running', async (t) => {
    const data = makeTemporaryFolder(t);
    const { url } = await serve(t, ['--data', data, '--challenges', 'none']);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(plainDraft),
    });
    const answer = await readAnswer(response);
    const { out } = await run(['comments', 'publish', answer.id, '--data', data]);
    assert.equal(out, `${answer.id} published\n`);
    const page = await readPage(await fetch(`${url}?article=bai-123`));
    assert.equal(page.comments[0]?.id, answer.id);
  });
});
