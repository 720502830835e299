import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openCaptchaService, type OpenCaptchaServiceOptions } from '../../src/service/index.ts';
import { readSettings, type SettingValues } from '../../src/service/settings.ts';
import { makeTemporaryFolder, testCode, testSecret } from '../support/service-fixture.ts';
import { concurrency, isOneSentence, run, serve } from '../support/service-process.ts';

const verifySecret = 'shown-by-the-other-backend-in-tests';
const article = 'bai-123';

/** Asks a captcha service, wherever it is. */
const createClient = (url: string, send: (request: Request) => Promise<Response>) => {
  const post = (path: string, body: object, headers: Record<string, string>): Promise<Response> =>
    send(
      new Request(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  return {
    ask: async (wish: object = {}): Promise<{ token: string; kind: string }> => {
      const response = await post('/challenge', { article, ...wish }, {});
      assert.equal(response.status, 200);
      return ((await response.json()) as { challenge: { token: string; kind: string } }).challenge;
    },
    verify: async (token: string, answer: string): Promise<unknown> => {
      const authorization = `Bearer ${verifySecret}`;
      const response = await post(
        '/challenge/verify',
        { token, answer, article },
        { authorization },
      );
      assert.equal(response.status, 200);
      return response.json();
    },
  };
};

const open = async (
  t: TestContext,
  settings: SettingValues = {},
  options: OpenCaptchaServiceOptions = {},
) => {
  const read = readSettings({
    data: makeTemporaryFolder(t),
    secret: testSecret,
    verifySecret,
    ...settings,
  });
  const service = await openCaptchaService(read, { newCode: () => testCode, ...options });
  t.after(() => service.close());
  const fetch = (request: Request): Promise<Response> => service.fetch(request);
  return { fetch, ...createClient(`http://paper.test${read.path}`, fetch) };
};

describe('openCaptchaService', () => {
  for (const memory of [false, true]) {
    it(`hands out codes and checks each once, ${memory ? 'in memory' : 'in SQLite'}`, async (t) => {
      const { ask, verify } = await open(t, {}, { memory });
      const { token } = await ask();
      const fifty = Array.from({ length: 50 }, () => verify(token, testCode));
      const verdicts = (await Promise.all(fifty)).map((verdict) => JSON.stringify(verdict));
      assert.equal(verdicts.filter((one) => one === '{"passed":true}').length, 1);
      assert.equal(verdicts.filter((one) => one.includes('spent')).length, 49);
      assert.deepEqual(await verify((await ask()).token, '000000'), {
        passed: false,
        reason: 'wrong',
      });
    });
  }

  it('remembers used codes after it was closed, and shares them with its like on one folder', async (t) => {
    const data = makeTemporaryFolder(t);
    const [first, second] = [await open(t, { data }), await open(t, { data })];
    const { token } = await first.ask();
    assert.deepEqual(await first.verify(token, testCode), { passed: true });
    assert.deepEqual(await second.verify(token, testCode), { passed: false, reason: 'spent' });
    const third = await open(t, { data });
    assert.deepEqual(await third.verify(token, testCode), { passed: false, reason: 'spent' });
  });

  it('leaves no file with codes in memory but the secret', async (t) => {
    const data = makeTemporaryFolder(t);
    const { ask, verify } = await open(t, { data }, { memory: true });
    await verify((await ask()).token, testCode);
    assert.ok(!existsSync(join(data, 'comments.sqlite')));
  });

  it('speaks codes as well, and checks them like any other', async (t) => {
    const { ask, verify } = await open(t);
    const { token, kind } = await ask({ kind: 'speech', lang: 'en' });
    assert.equal(kind, 'speech');
    assert.deepEqual(await verify(token, testCode), { passed: true });
    const spoken = await ask({ kind: 'speech' });
    assert.deepEqual(await verify(spoken.token, '000000'), { passed: false, reason: 'wrong' });
  });

  it('speaks none where pictures alone are offered, and does not open where nothing is', async (t) => {
    const { fetch } = await open(t, { challenges: 'picture' });
    const response = await fetch(
      new Request('http://paper.test/comments/challenge', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article, kind: 'speech' }),
      }),
    );
    assert.equal(response.status, 422);
    await assert.rejects(open(t, { challenges: 'none' }), { code: 'SETTING_INVALID' });
  });

  it('goes by the same secrets as the service, older ones too', async (t) => {
    const data = makeTemporaryFolder(t);
    const { token } = await (await open(t, { data })).ask();
    const since = await open(t, { data, secret: [`${testSecret} 2`, testSecret] });
    assert.deepEqual(await since.verify(token, testCode), { passed: true });
  });

  it('takes no comments, lists none, and lets only the pages of its origins ask', async (t) => {
    const { fetch } = await open(t, { allowOrigins: ['https://paper.vn'], path: '/ma' });
    const send = (path: string, method: string, headers: Record<string, string> = {}) =>
      fetch(
        new Request(`http://paper.test/ma${path}`, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          ...(method === 'POST' && { body: JSON.stringify({ article }) }),
        }),
      );
    for (const path of ['', '/', '/openapi.json']) {
      assert.equal((await send(path, 'GET')).status, 404, path);
      assert.equal((await send(path, 'POST')).status, 404, path);
    }
    const own = await send('/challenge', 'POST', { origin: 'https://paper.vn' });
    assert.equal(own.headers.get('access-control-allow-origin'), 'https://paper.vn');
    const foreign = await send('/challenge', 'POST', { origin: 'https://elsewhere.example' });
    assert.equal(foreign.status, 403);
  });
});

describe('reader-comments captcha', { concurrency }, () => {
  const env = { READER_COMMENTS_VERIFY_SECRET: verifySecret };

  it('serves codes and the browser files, and stops when told to', async (t) => {
    const data = makeTemporaryFolder(t);
    const { child, url } = await serve(t, ['--data', data, '--path', '/ma'], env, 'captcha');
    assert.match(url, /\/ma\/challenge$/);
    const { ask, verify } = createClient(url.replace(/\/challenge$/, ''), fetch);
    const { token } = await ask();
    assert.deepEqual(await verify(token, 'none'), { passed: false, reason: 'wrong' });
    assert.ok(existsSync(join(data, 'secret')));
    child.kill('SIGTERM');
    await once(child, 'close');
    assert.equal(child.exitCode, 0);
  });

  it('says in one sentence that the backend needs a secret to show', async (t) => {
    const { exitCode, out, err } = await run(['captcha', '--data', makeTemporaryFolder(t)]);
    assert.deepEqual([exitCode, out], [1, '']);
    assert.match(err, /READER_COMMENTS_VERIFY_SECRET/);
    isOneSentence(err);
  });
});
