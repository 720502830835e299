import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { createSqliteStore } from '../../src/service/index.ts';
import { readAll } from '../support/read-all.ts';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  readPage,
} from '../support/service-fixture.ts';
import { concurrency, isOneSentence, run, type Run, serve } from '../support/service-process.ts';

describe('reader-comments article', { concurrency }, () => {
  const makeDatabase = async (t: TestContext, ...articles: string[]): Promise<string> => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = await createSqliteStore({ file });
    for (const article of articles) {
      await store.transaction((transaction) => transaction.saveArticle(article));
    }
    await store.close();
    return `sqlite:${file}`;
  };

  const article = (database: string, ...words: string[]): Promise<Run> =>
    run(['article', ...words, '--database', database]);

  it('shows state, closing time, number and id of one article (N-9)', async (t) => {
    const database = await makeDatabase(t, 'bai-1');
    const { out, exitCode } = await article(database, 'show', 'bai-1');
    assert.equal(exitCode, 0);
    assert.match(out, /^open {2}\d{4}-\d\d-\d\dT[\d:.]+Z {2}0 published {2}bai-1\n$/);
    const never = await article(database, 'show', 'bai-1', '--auto-close-days', '0');
    assert.equal(never.out, 'open  no closing time  0 published  bai-1\n');
  });

  it('lists articles, and no id can steer the terminal', async (t) => {
    // Only what the service refuses as an id comes through here, as from a database of somebody else.
    const database = await makeDatabase(t, 'bai-1', 'x\u001b[2J\u202egnol');
    const { out } = await article(database, 'list', '--auto-close-days', '0');
    assert.deepEqual(out.trim().split('\n').toSorted(), [
      'open  no closing time  0 published  bai-1',
      'open  no closing time  0 published  x [2J gnol',
    ]);
    const one = await article(database, 'list', '--limit', '1');
    assert.equal(one.out.trim().split('\n').length, 1);
  });

  it('sets state and time, one without the other, also of an article that is unknown', async (t) => {
    const database = await makeDatabase(t);
    const closed = await article(database, 'set', 'https://a.vn/?b=1', '--state', 'closed');
    assert.equal(closed.out, 'closed  no closing time  0 published  https://a.vn/?b=1\n');
    const set = (...flags: string[]): Promise<Run> => article(database, 'set', 'b', ...flags);
    const dated = await set('--closes-at', '2096-12-31T17:00+07:00');
    assert.equal(dated.out, 'open  2096-12-31T10:00:00.000Z  0 published  b\n');
    const hidden = await set('--state', 'hidden');
    assert.equal(hidden.out, 'hidden  no closing time  0 published  b\n');
    const opened = await set('--state', 'open');
    assert.equal(opened.out, dated.out);
    const never = await set('--closes-at', 'never');
    assert.equal(never.out, 'open  no closing time  0 published  b\n');
    const past = await set('--closes-at', '2026-01-01T00:00:00Z');
    assert.equal(past.out, 'closed  2026-01-01T00:00:00.000Z  0 published  b\n');
    assert.equal((await set('--state', 'open')).out, never.out);
  });

  it('sets mode and section, shows them, and takes them away, each on record (M-2, L-12)', async (t) => {
    const database = await makeDatabase(t);
    const set = (...flags: string[]): Promise<Run> =>
      article(database, 'set', 'b', '--auto-close-days', '0', ...flags);
    const both = await set('--mode', 'post', '--section', ' Thể  thao ');
    const line = 'open  no closing time  0 published  mode post  section Thể thao  b\n';
    assert.equal(both.out, line);
    const shut = await set('--mode', 'closed');
    assert.equal(shut.out, line.replace('open', 'closed').replace('post ', 'closed '));
    const none = await set('--mode', 'none', '--section', 'none');
    assert.equal(none.out, 'open  no closing time  0 published  b\n');
    const closed = await article(database, 'list', '--moderation', 'closed');
    assert.equal(closed.out, 'closed  no closing time  0 published  b\n');
    const store = await createSqliteStore({ file: database.replace('sqlite:', '') });
    t.after(() => store.close());
    const entries = await readAll(store.readAudit());
    assert.deepEqual(
      entries.map(({ action, article: id, note }) => [action, id, note]),
      [
        ['article', 'b', 'mode: none → post; section: none → Thể thao'],
        ['article', 'b', 'mode: post → closed'],
        ['article', 'b', 'mode: closed → none; section: Thể thao → none'],
      ],
    );
    assert.ok(entries.every(({ who }) => who.startsWith('terminal:')));
  });

  it('refuses what it cannot understand, in one sentence, and changes nothing', async (t) => {
    const database = await makeDatabase(t, 'bai-1');
    const refused: readonly (readonly string[])[] = [
      ['set', 'bai-1'],
      ['set', '--state', 'open'],
      ['set', 'bai-1', 'bai-2', '--state', 'open'],
      ['set', 'bai-1', '--state', 'shut'],
      ['set', 'bai-1', '--closes-at', 'tomorrow'],
      ['set', 'bai-1', '--closes-at', '2026-12-31'],
      ['set', 'bai-1', '--closes-at', '2026-12-31T17:00:00'],
      ['set', 'bai-1', '--closes-at', '2026-02-30T17:00:00Z'],
      ['set', 'bai-1', '--closes-at', '2026-12-31T25:00:00Z'],
      ['set', 'bai-1', '--closes-at', ''],
      ['set', 'bai-1', '--mode', 'never'],
      ['set', 'bai-1', '--section', ' '],
      ['set', 'bai-1', '--section', 'x'.repeat(81)],
      ['set', 'a\u001b[2J', '--state', 'open'],
      ['show'],
      ['show', ''],
      ['list', 'bai-1'],
      ['list', '--limit', '0'],
    ];
    const runs = await Promise.all(refused.map((words) => article(database, ...words)));
    for (const [index, { exitCode, out, err }] of runs.entries()) {
      assert.equal(exitCode, 2, refused[index]?.join(' '));
      assert.equal(out, '');
      isOneSentence(err.replace('. See reader-comments --help.', '.'));
    }
    const { out } = await article(database, 'list', '--auto-close-days', '0');
    assert.equal(out, 'open  no closing time  0 published  bai-1\n');
  });

  it('says that an article is unknown', async (t) => {
    const { exitCode, err } = await article(await makeDatabase(t), 'show', 'bai-1');
    assert.equal(exitCode, 1);
    assert.equal(err, 'nobody has written under bai-1 or set it\n');
  });

  it('is followed by a service that is running, from the next request on', async (t) => {
    const data = makeTemporaryFolder(t);
    const args = ['--data', data, '--challenges', 'none', '--moderation', 'post'];
    const { url } = await serve(t, args);
    const post = (): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(plainDraft),
      });
    const { id } = await readAnswer(await post());
    const list = async () => readPage(await fetch(`${url}?article=bai-123`));
    assert.equal((await list()).article.state, 'open');
    await run(['article', 'set', 'bai-123', '--state', 'readonly', '--data', data]);
    const { article: summary, comments } = await list();
    assert.deepEqual([summary.state, comments[0]?.id], ['readonly', id]);
    assert.equal((await post()).status, 403);
  });
});
