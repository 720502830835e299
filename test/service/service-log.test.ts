import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import * as z from 'zod';
import { challengeAnswerSchema, visitorAnswerSchema } from '../../src/protocol/index.ts';
import { loadLogLibrary } from '../../src/service/open-service-log.ts';
import { describeError } from '../../src/service/service-log.ts';
import { codeOfApp, testPassword } from '../support/desk-fixture.ts';
import { readCode } from '../support/read-code.ts';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  testSecret,
} from '../support/service-fixture.ts';
import { run, serve } from '../support/service-process.ts';
import { beginPost } from '../support/slow-post.ts';

const lineSchema = z.strictObject({
  level: z.enum(['info', 'warn', 'error']),
  time: z.iso.datetime(),
  pid: z.int(),
  request: z.string().optional(),
  method: z.string().optional(),
  route: z.string().optional(),
  status: z.int().optional(),
  ms: z.number().min(0).optional(),
  cut: z.literal(true).optional(),
  msg: z.string(),
});

type Line = z.infer<typeof lineSchema>;

/** A service that logs in JSON, and how to end it and read all it wrote. */
const openLogged = async (
  t: TestContext,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) => {
  const data = makeTemporaryFolder(t);
  const { child, url } = await serve(t, ['--data', data, '--log', 'json', ...args], {
    READER_COMMENTS_SECRET: testSecret,
    ...env,
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text += part));
  const closed = once(child, 'close');
  const readText = async (): Promise<string> => {
    child.kill('SIGTERM');
    await closed;
    return text;
  };
  const readLines = async (): Promise<readonly Line[]> => {
    const lines = (await readText()).trimEnd().split('\n');
    return lines.map((line) => lineSchema.parse(JSON.parse(line)));
  };
  return { data, url, origin: new URL(url).origin, readText, readLines };
};

describe('a log in JSON', () => {
  it('has a line for every request: its id, method, pattern, status and time', async (t) => {
    const { url, origin, readLines } = await openLogged(t);
    const asked = [
      ['GET', `${url}?article=bai-123&sort=newest`, '/comments', 200],
      ['GET', `${url}/count?article=bai-123`, '/comments/count', 200],
      ['GET', `${url}/019ab2c4-0000-7000-8000-000000000000`, '/comments/:id', 404],
      ['PUT', `${url}/019ab2c4-0000-7000-8000-000000000000/like`, '/comments/:id/like', 401],
      ['DELETE', url, '/comments', 405],
      ['GET', `${origin}/health/ready`, '/health/ready', 200],
      ['GET', `${origin}/reader-comments.js`, '/:file.js', 200],
      ['GET', `${origin}/nothing/binh@example.vn`, '', 404],
    ] as const;
    const ids: (string | null)[] = [];
    for (const [method, address, , status] of asked) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const response = await fetch(address, { method });
      // oxlint-disable-next-line no-await-in-loop
      await response.arrayBuffer();
      assert.equal(response.status, status, address);
      ids.push(response.headers.get('x-request-id'));
    }
    const lines = await readLines();
    assert.deepEqual(
      lines.map((line) => [line.request, line.method, line.route, line.status, line.msg]),
      asked.map(([method, , route, status], index) => [
        ids[index],
        method,
        route,
        status,
        'answered',
      ]),
    );
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(lines.every(({ ms, level }) => ms !== undefined && level === 'info'));
  });

  it('takes the id a request comes with where it is well-formed, and makes one otherwise', async (t) => {
    const { url, readText, readLines } = await openLogged(t);
    const idOf = async (given: string): Promise<string | null> => {
      const response = await fetch(`${url}/count?article=a`, {
        headers: { 'x-request-id': given },
      });
      return response.headers.get('x-request-id');
    };
    const wellFormed = ['019ab2c4-0000-7000-8000-000000000000', 'f058ebd6f2b0c7a1b2c3d4e5f6a7b8c9'];
    for (const given of wellFormed) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal(await idOf(given), given);
    }
    const others = ['binh@example.vn', 'short', 'a b c d e f', '"quoted-text"', 'x'.repeat(65)];
    for (const given of others) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.match((await idOf(given)) ?? '', /^[\da-f]{8}-[\da-f-]{27}$/, given);
    }
    const lines = await readLines();
    const text = await readText();
    assert.deepEqual(
      lines.slice(0, 2).map((line) => line.request),
      wellFormed,
    );
    for (const given of others) assert.ok(!text.includes(given));
  });

  it('says of a failure which request it was, and of a request that its sender left', async (t) => {
    const { url, data, readLines } = await openLogged(t);
    const database = new DatabaseSync(join(data, 'comments.sqlite'));
    database.exec('alter table comments rename to gone');
    database.close();
    const response = await fetch(`${url}/019ab2c4-0000-7000-8000-000000000000`);
    assert.equal(response.status, 500);
    const id = response.headers.get('x-request-id');
    (await beginPost(url, plainDraft)).leave();
    const lines = await readLines();
    const [failure, answered, cut] = lines;
    assert.partialDeepStrictEqual(failure, { level: 'warn', request: id });
    assert.match(failure!.msg, /^GET failed: Error ERR_SQLITE_ERROR /);
    assert.partialDeepStrictEqual(answered, { level: 'error', request: id, status: 500 });
    assert.partialDeepStrictEqual(cut, { method: 'POST', cut: true });
  });

  it('says what to install where its library is missing', async () => {
    const missing = Object.assign(new Error('Cannot find package'), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await assert.rejects(
      loadLogLibrary(() => Promise.reject(missing)),
      { code: 'LIBRARY_MISSING', message: /npm install pino.*--log/ },
    );
  });
});

describe('what is said of an unexpected error', () => {
  it('is nothing of its message, also where that looks like a place', () => {
    const error = new TypeError('không hợp lệ: "Chào\n    at binh@example.vn"');
    assert.match(describeError(error), /^TypeError at .*service-log\.test\.ts:\d+:\d+\)?$/);
  });
});

describe('the log of a service (S32)', () => {
  for (const log of ['json', 'text']) {
    it(`has nothing of what readers and editors sent, in ${log}`, async (t) => {
      const verifySecret = 'bi-mat-cua-may-chu-khac-dai-hon-32-byte';
      const address = '203.0.113.77';
      const article = 'bai-rieng-cua-toi';
      const draft = {
        article,
        name: 'Nguyễn Thị Bí Ẩn',
        address: 'Ngõ Văn Chương',
        email: 'bi.an@thu-rieng.example',
        content: 'Ý kiến rất riêng về con đường này.',
      };
      const deskUrl = 'http://localhost:3000';
      const { data, url, readText } = await openLogged(
        t,
        [
          ...['--trust-proxy', '127.0.0.1', '--desk', 'on', '--desk-url', deskUrl],
          ...['--log', log],
        ],
        { READER_COMMENTS_VERIFY_SECRET: verifySecret },
      );
      const secrets: string[] = [testSecret, verifySecret, address, testPassword];
      secrets.push(...Object.values(draft));
      const hidden = <T extends string>(value: T): T => {
        secrets.push(value);
        return value;
      };
      const send = (
        path: string,
        body?: unknown,
        headers: Record<string, string> = {},
        method = 'POST',
      ): Promise<Response> =>
        fetch(`${url}${path}`, {
          method,
          headers: {
            'x-forwarded-for': address,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const solve = async (): Promise<{ token: string; answer: string }> => {
        const answer = challengeAnswerSchema.parse(
          await (await send('/challenge', { article })).json(),
        );
        assert.ok('token' in answer.challenge);
        const { token } = answer.challenge;
        return { token: hidden(token), answer: hidden(readCode(token, article, testSecret)) };
      };

      // Readers: taken, repeated, refused for a code, for fields and for a body; reading, liking, reporting.
      const key = hidden('khoa-lap-lai-0123456789');
      const posted = { ...draft, challenge: await solve() };
      const taken = await send('', posted, { 'idempotency-key': key });
      assert.equal(taken.status, 202);
      const { id, receipt } = await readAnswer(taken);
      hidden(receipt);
      assert.equal((await send('', posted, { 'idempotency-key': key })).status, 202);
      assert.equal((await send('', posted)).status, 422);
      const wrong = { ...(await solve()), answer: hidden('010101') };
      assert.equal((await send('', { ...draft, challenge: wrong })).status, 422);
      assert.equal((await send('', { ...draft, email: hidden('khong-phai-thu') })).status, 422);
      assert.equal((await send('', { ...draft, content: 'x'.repeat(100_000) })).status, 413);
      const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
      const receiptAnswer = await send('/receipt', undefined, bearer(receipt), 'GET');
      assert.equal(receiptAnswer.status, 200);
      const { token } = visitorAnswerSchema.parse(await (await send('/visitor')).json());
      hidden(token);
      await send(`/${id}/like`, undefined, bearer(token), 'PUT');
      await send(`/${id}/report`, { reason: 'spam', note: hidden('Ghi chú kín') }, bearer(token));
      await send(`?article=${article}`, undefined, {}, 'GET');
      await send(`/page?article=${article}`, undefined, {}, 'GET');
      const verified = { article, ...(await solve()) };
      assert.equal((await send('/challenge/verify', verified, bearer(verifySecret))).status, 200);

      // An editor: the link, the password, the second step, a search, a wrong password.
      const editor = hidden('ha.bien-tap@paper.example');
      const added = await run([
        ...['editor', 'add', '--name', hidden('Lê Thị Biên Tập'), '--email', editor],
        ...['--role', 'editor', '--data', data, '--desk-url', deskUrl],
      ]);
      const link = hidden(/#welcome=([\w-]+)/.exec(added.out)?.[1] ?? '');
      assert.notEqual(link, '');
      let cookie = '';
      const atDesk = async (path: string, body: object): Promise<Response> => {
        const response = await send(`/desk${path}`, body, { origin: deskUrl, cookie });
        const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
        if (cookies.length > 0) cookie = cookies.join('; ');
        for (const one of cookies) if (one.split('=')[1]) hidden(one.split('=')[1]!);
        return response;
      };
      assert.equal(
        (await atDesk('/auth/welcome', { token: link, password: testPassword })).status,
        200,
      );
      const setUp = z
        .object({ uri: z.string(), backupCodes: z.array(z.string()) })
        .parse(await (await atDesk('/auth/set-up', { password: testPassword })).json());
      hidden(new URL(setUp.uri).searchParams.get('secret') ?? '');
      setUp.backupCodes.forEach(hidden);
      const code = hidden(codeOfApp(setUp.uri));
      assert.equal((await atDesk('/auth/set-up/confirm', { code })).status, 200);
      const query = hidden('con đường này');
      const search = `/desk/api/search?query=${encodeURIComponent(query)}`;
      assert.equal((await send(search, undefined, { cookie }, 'GET')).status, 200);
      const guess = { email: editor, password: hidden('một mật khẩu đoán bừa') };
      assert.equal((await atDesk('/auth/sign-in', guess)).status, 401);

      // Failures of all kinds.
      const database = new DatabaseSync(join(data, 'comments.sqlite'));
      database.exec('alter table comments rename to gone');
      database.close();
      const failing = { ...draft, challenge: await solve() };
      assert.equal((await send('', failing)).status, 500);
      assert.equal((await send(search, undefined, { cookie }, 'GET')).status, 500);
      assert.equal((await send(`/page?article=${article}`, undefined, {}, 'GET')).status, 500);

      const text = await readText();
      assert.match(text, /POST failed: /);
      const found = secrets.filter(
        (secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)),
      );
      assert.deepEqual(found, []);
      assert.ok(secrets.length > 30, 'what was looked for');
    });
  }
});
