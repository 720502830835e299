import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openTestDesk, testPassword } from '../../support/desk-fixture.ts';
import { makeTemporaryFolder } from '../../support/service-fixture.ts';
import { concurrency, isOneSentence, run, type Run } from '../../support/service-process.ts';

const add = '--name|Lê Hà|--email|Ha@Paper.test|--role|editor'.split('|');

describe('reader-comments editor', { concurrency }, () => {
  const editor = (folder: string, ...words: string[]): Promise<Run> =>
    run(['editor', ...words, '--database', `sqlite:${join(folder, 'comments.sqlite')}`]);
  const at = ['--desk-url', 'https://paper.test'];

  it('prints a link by which the editor comes in, and shows how far each has come', async (t) => {
    const folder = makeTemporaryFolder(t);
    const { out, err, exitCode } = await editor(folder, 'add', ...add, ...at);
    assert.equal(exitCode, 0);
    const link = /^https:\/\/paper\.test\/comments\/desk\/#welcome=([\w-]{43})\n$/.exec(out);
    assert.ok(link);
    assert.match(err, /^The link works once, within 24 hours; .*\n$/);
    const listed = await editor(folder, 'list');
    assert.equal(listed.out, 'editor  invited  ha@paper.test  Lê Hà\n');

    const desk = await openTestDesk(t, { folder });
    const body = { token: link[1], password: testPassword };
    assert.equal((await desk.browser().send('POST', '/auth/welcome', body)).status, 200);
    const begun = await editor(folder, 'list');
    assert.equal(begun.out, 'editor  second-step-missing  ha@paper.test  Lê Hà\n');

    const role = await editor(folder, 'role', '--email', 'HA@paper.test', '--role', 'admin');
    assert.equal(role.out, 'admin  HA@paper.test\n');
    const reset = await editor(folder, 'reset', '--email', 'ha@paper.test', ...at);
    assert.match(reset.out, /#welcome=[\w-]{43}\n$/);
    assert.notEqual(reset.out, out);
    assert.equal((await editor(folder, 'list')).out, 'admin  invited  ha@paper.test  Lê Hà\n');
    const removed = await editor(folder, 'remove', '--email', 'ha@paper.test');
    assert.equal(removed.out, 'removed  ha@paper.test\n');
    assert.equal((await editor(folder, 'list')).out, '');
  });

  it('refuses what it cannot do, in one sentence', async (t) => {
    const folder = makeTemporaryFolder(t);
    await editor(folder, 'add', ...add, ...at);
    const refused: readonly (readonly [exitCode: number, ...words: string[]])[] = [
      [1, 'add', ...add, ...at],
      [1, 'add', ...add],
      [1, 'add', ...add, '--desk-url', 'http://paper.test'],
      [2, 'add', ...add.slice(2), ...at],
      [2, 'add', ...add, '--email', 'nobody', ...at],
      [2, 'add', ...add, '--role', 'root', ...at],
      [2, 'add', ...add, '--name', 'a\u001b[2Jb', ...at],
      [2, 'add', 'Hà', ...add, ...at],
      [1, 'role', '--email', 'x@paper.test', '--role', 'admin'],
      [2, 'role', '--email', 'ha@paper.test'],
      [1, 'reset', '--email', 'x@paper.test', ...at],
      [1, 'reset', '--email', 'ha@paper.test'],
      [1, 'remove', '--email', 'x@paper.test'],
      [2, 'remove'],
      [2, 'list', 'all'],
    ];
    const runs = await Promise.all(refused.map(([, ...words]) => editor(folder, ...words)));
    for (const [index, { exitCode, out, err }] of runs.entries()) {
      const [expected, ...words] = refused[index]!;
      assert.equal(exitCode, expected, words.join(' '));
      assert.equal(out, '');
      if (exitCode === 2) isOneSentence(err.replace('. See reader-comments --help.', '.'));
    }
    assert.equal((await editor(folder, 'list')).out, 'editor  invited  ha@paper.test  Lê Hà\n');
  });
});
