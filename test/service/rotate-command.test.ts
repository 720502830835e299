import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { challengeAnswerSchema, type Problem } from '../../src/protocol/index.ts';
import { makeTemporaryFolder, pictureOf, plainDraft } from '../support/service-fixture.ts';
import { concurrency, isOneSentence, run, serve } from '../support/service-process.ts';

describe('reader-comments secret rotate', { concurrency }, () => {
  const rotate = (data: string, ...args: string[]) =>
    run(['secret', 'rotate', '--data', data, ...args]);

  const send = (url: string, body: object): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const askToken = async (url: string): Promise<string> => {
    const response = await send(`${url}/challenge`, { article: plainDraft.article });
    return pictureOf(challengeAnswerSchema.parse(await response.json())).token;
  };

  /** What a service makes of a code whose digits nobody knows: it is wrong, unless the token cannot be opened. */
  const judge = async (url: string, token: string): Promise<string> => {
    const response = await send(url, { ...plainDraft, challenge: { token, answer: '000000' } });
    return ((await response.json()) as Problem).code;
  };

  it('changes the secret for the next start, which still takes codes from before it', async (t) => {
    const data = makeTemporaryFolder(t);
    const first = await serve(t, ['--data', data]);
    const tokens = [await askToken(first.url), await askToken(first.url)] as const;
    const { exitCode, out, err } = await rotate(data);
    assert.deepEqual([exitCode, err], [0, '']);
    assert.match(out, /restart/);
    isOneSentence(out);
    // What runs goes on with what it has.
    assert.equal(await judge(first.url, tokens[0]), 'challenge-wrong');
    first.child.kill('SIGTERM');
    await once(first.child, 'close');
    const second = await serve(t, ['--data', data]);
    assert.equal(await judge(second.url, tokens[1]), 'challenge-wrong');
    const fresh = await askToken(second.url);
    assert.equal(await judge(second.url, fresh), 'challenge-wrong');
    assert.equal((await rotate(data, '--keep-days', '0')).exitCode, 0);
    const third = await serve(t, ['--data', data]);
    assert.equal(await judge(third.url, await askToken(second.url)), 'challenge-malformed');
  });

  it('prints no secret and leaves the file to its owner', async (t) => {
    const data = makeTemporaryFolder(t);
    const file = join(data, 'secret');
    writeFileSync(file, 'x'.repeat(40));
    const { out } = await rotate(data);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      assert.ok(!out.includes(line.split(' ')[0] ?? ''));
    }
  });

  for (const [what, prepare] of [
    ['there is none', () => {}],
    ['it was cut off', (file: string) => writeFileSync(file, 'cut off')],
    [
      'another rotation is under way',
      (file: string) => {
        writeFileSync(file, 'x'.repeat(40));
        writeFileSync(`${file}.new`, '');
      },
    ],
  ] as const) {
    it(`says in one sentence that ${what}, with exit code 1`, async (t) => {
      const data = makeTemporaryFolder(t);
      prepare(join(data, 'secret'));
      const { exitCode, out, err } = await rotate(data);
      assert.deepEqual([exitCode, out], [1, '']);
      isOneSentence(err);
    });
  }

  it('says where the secret is when it is not in the folder', async (t) => {
    const data = makeTemporaryFolder(t);
    const env = { READER_COMMENTS_SECRET: 'x'.repeat(40) };
    const { exitCode, err } = await run(['secret', 'rotate', '--data', data], env);
    assert.equal(exitCode, 1);
    assert.match(err, /READER_COMMENTS_SECRET/);
    isOneSentence(err);
  });
});
