import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  readPage,
} from '../support/service-fixture.ts';
import { concurrency, isOneSentence, run, serve } from '../support/service-process.ts';

describe('reader-comments serve', { concurrency }, () => {
  const failures: Readonly<Record<string, (t: TestContext) => Promise<readonly string[]>>> = {
    'the port is taken': async (t) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      t.after(() => other.close());
      const address = other.address();
      assert.ok(typeof address === 'object' && address);
      return ['--port', String(address.port), '--data', makeTemporaryFolder(t)];
    },
    'the data folder is a file': async (t) => {
      const file = join(makeTemporaryFolder(t), 'file');
      writeFileSync(file, '');
      return ['--data', file];
    },
    // Node's own recursive mkdir never comes back from there.
    'the data folder cannot be made': async () => ['--data', '/proc/x'],
    'the folder of the database cannot be made': async (t) => {
      const database = ['--database', 'sqlite:/proc/x/comments.sqlite'];
      return ['--data', makeTemporaryFolder(t), ...database];
    },
    'the database is none': async (t) => {
      const data = makeTemporaryFolder(t);
      writeFileSync(join(data, 'comments.sqlite'), 'x'.repeat(5000));
      return ['--data', data];
    },
    'a setting is wrong': async () => ['--moderation', 'never'],
    'the host is of another machine': async (t) => [
      '--host',
      '192.0.2.99',
      '--data',
      makeTemporaryFolder(t),
    ],
  };
  for (const [what, prepare] of Object.entries(failures)) {
    it(`says in one sentence that ${what}, and ends with exit code 1`, async (t) => {
      const { exitCode, out, err } = await run(['serve', ...(await prepare(t))]);
      assert.equal(exitCode, 1);
      assert.equal(out, '');
      isOneSentence(err);
    });
  }

  it('wants its secret from outside in production, and prints it nowhere', async (t) => {
    const data = makeTemporaryFolder(t);
    const production = { NODE_ENV: 'production' };
    const { exitCode, err } = await run(['serve', '--data', data], production);
    assert.equal(exitCode, 1);
    assert.match(err, /READER_COMMENTS_SECRET/);
    isOneSentence(err);
    assert.ok(!existsSync(join(data, 'secret')));
    const short = { ...production, READER_COMMENTS_SECRET: 'hunter2' };
    const refused = await run(['serve', '--data', data], short);
    assert.equal(refused.exitCode, 1);
    assert.doesNotMatch(refused.err, /hunter2/);
  });

  it('serves with a secret of its own, loses no comment to kill -9, and stops when told to', async (t) => {
    const data = makeTemporaryFolder(t);
    const args = ['--data', data, '--challenges', 'none', '--moderation', 'post'];
    const first = await serve(t, args);
    assert.ok(existsSync(join(data, 'secret')));
    const response = await fetch(first.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(plainDraft),
    });
    const { id } = await readAnswer(response);
    // Without a chance to finish anything: what was acknowledged is on disk.
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const second = await serve(t, args);
    const page = await readPage(await fetch(`${second.url}?article=bai-123`));
    assert.equal(page.comments[0]?.id, id);
    second.child.kill('SIGTERM');
    await once(second.child, 'close');
    assert.equal(second.child.exitCode, 0);
  });
});
