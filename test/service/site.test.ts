import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { challengeAnswerSchema } from '../../src/protocol/index.ts';
import { type PagesHandler, type RunningServer, serveComments } from '../../src/service/index.ts';
import {
  makeTemporaryFolder,
  noLimits,
  openTestService,
  pictureOf,
  plainDraft,
  readAnswer,
  readPage,
  readProblem,
  testCode,
  type TestService,
} from '../support/service-fixture.ts';

interface Site {
  readonly paper: TestService;
  readonly server: RunningServer;
}

async function openSite(t: TestContext, pages?: PagesHandler): Promise<Site> {
  const folder = makeTemporaryFolder(t);
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  writeFileSync(join(folder, 'reader-comments.js'), 'outside');
  writeFileSync(join(folder, 'secret'), 'outside');
  writeFileSync(join(dist, 'reader-comments.js'), 'entry');
  writeFileSync(join(dist, 'reader-comments.classic.js'), 'classic');
  writeFileSync(join(dist, 'reader-comments.list.Ab3_-x9Z.js'), 'chunk');
  writeFileSync(join(dist, 'cli.js'), 'not for browsers');
  const paper = await openTestService(t);
  const server = await serveComments({
    service: paper.service,
    settings: { port: 0, host: '127.0.0.1', path: '/comments' },
    files: pathToFileURL(`${dist}/`),
    ...(pages && { pages }),
  });
  t.after(() => server.close());
  return { paper, server };
}

/** One request written by hand, for what `fetch` would not send. */
const sendRaw = (port: number, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });

describe('serveComments', () => {
  it('takes a comment over a real port, from picture to list', async (t) => {
    const { paper, server } = await openSite(t);
    const post = (path: string, body: unknown): Promise<Response> =>
      fetch(`${server.url}/comments${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify(body),
      });
    const asked = await post('/challenge', { article: 'bai-123' });
    const { token } = pictureOf(challengeAnswerSchema.parse(await asked.json()));
    paper.pass(3);
    const draft = { ...plainDraft, challenge: { token, answer: testCode } };
    const response = await post('', draft);
    assert.equal(response.status, 202);
    await paper.publish((await readAnswer(response)).id);
    const page = await readPage(await fetch(`${server.url}/comments?article=bai-123`));
    assert.equal(page.comments[0]?.content, plainDraft.content);
  });

  it('counts a body that is sent in chunks', async (t) => {
    const { server } = await openSite(t);
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    const answer = await sendRaw(
      server.port,
      `POST /comments HTTP/1.1\r\nHost: paper.test\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`,
    );
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  it('refuses a write whose Host is not that of the page', async (t) => {
    const { server } = await openSite(t);
    const answer = await sendRaw(
      server.port,
      'POST /comments HTTP/1.1\r\nHost: paper.test\r\nOrigin: https://evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
    assert.match(answer, /^HTTP\/1\.1 403 /);
  });

  it('serves the entry to pages of any origin, to be asked for anew each time', async (t) => {
    const { server } = await openSite(t);
    for (const [file, text] of [
      ['reader-comments.js', 'entry'],
      ['reader-comments.classic.js', 'classic'],
    ]) {
      const response = await fetch(`${server.url}/${file}`);
      assert.equal(await response.text(), text);
      assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(response.headers.get('cache-control'), 'public, no-cache');
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      const etag = response.headers.get('etag') ?? '';
      const again = await fetch(`${server.url}/${file}`, { headers: { 'if-none-match': etag } });
      assert.equal(again.status, 304);
    }
  });

  it('compresses for browsers that take it, and only for them', async (t) => {
    const { server } = await openSite(t);
    const url = `${server.url}/reader-comments.js`;
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'gzip'],
      ['br', null],
      ['gzip;q=0', null],
      ['identity', null],
    ] as const) {
      const response = await fetch(url, { headers: { 'accept-encoding': accepted } });
      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.equal(response.headers.get('vary'), 'Accept-Encoding');
      assert.equal(await response.text(), 'entry');
    }
    const [plain, gzip] = await Promise.all(
      ['identity', 'gzip'].map((accepted) =>
        fetch(url, { headers: { 'accept-encoding': accepted } }),
      ),
    );
    assert.notEqual(plain?.headers.get('etag'), gzip?.headers.get('etag'));
  });

  it('serves chunks to be kept for good', async (t) => {
    const { server } = await openSite(t);
    const response = await fetch(`${server.url}/reader-comments.list.Ab3_-x9Z.js`);
    assert.equal(await response.text(), 'chunk');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    const head = await fetch(response.url, { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
  });

  const outside = [
    '/cli.js',
    '/secret',
    '/../secret',
    '/%2e%2e/secret',
    '/..%2freader-comments.js',
    '/reader-comments.%2e%2e%2freader-comments.js',
    '/..\\secret',
    '/reader-comments..js',
    '/reader-comments.js%00',
    '/reader-comments.missing.js',
    '/reader-comments.js/',
    '/package.json',
    '//secret',
  ];
  for (const path of outside) {
    it(`has nothing at ${path} (S19)`, async (t) => {
      const { server } = await openSite(t);
      const answer = await sendRaw(
        server.port,
        `GET ${path} HTTP/1.1\r\nHost: paper.test\r\nConnection: close\r\n\r\n`,
      );
      // 400 is for what cannot be a path at all.
      assert.match(answer, /^HTTP\/1\.1 (404|400) /);
      assert.doesNotMatch(answer, /outside|not for browsers|\/tmp/);
    });
  }

  it('asks the site for its pages before the service, and passes on what it does not have', async (t) => {
    const { server } = await openSite(t, (request) =>
      new URL(request.url).pathname === '/bai-123' ? new Response('bài viết') : undefined,
    );
    assert.equal(await (await fetch(`${server.url}/bai-123`)).text(), 'bài viết');
    assert.equal((await fetch(`${server.url}/comments?article=a`)).status, 200);
    assert.equal((await readProblem(await fetch(`${server.url}/bai-124`))).code, 'not-found');
    assert.equal((await fetch(`${server.url}/commentsx?article=a`)).status, 404);
  });

  it('answers a page that fails without telling why', async (t) => {
    const logged = t.mock.method(process.stderr, 'write', () => true);
    const { server } = await openSite(t, () => {
      throw new Error('password of the site: hunter2');
    });
    const response = await fetch(`${server.url}/x`);
    assert.equal((await readProblem(response)).code, 'internal-error');
    assert.doesNotMatch(logged.mock.calls.map((call) => call.arguments[0]).join(''), /hunter2/);
  });

  it('says in one sentence that the port is taken', async (t) => {
    const { paper, server } = await openSite(t);
    const settings = { port: server.port, host: '127.0.0.1', path: '/comments' };
    await assert.rejects(serveComments({ service: paper.service, settings }), {
      code: 'PORT_IN_USE',
      message: new RegExp(`^Port ${server.port} of 127\\.0\\.0\\.1 is taken `),
    });
  });

  it('finishes what it is answering before it closes the store', async (t) => {
    const isWaiting = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    const paper = await openTestService(t, {
      settings: { challenges: 'none' },
      limits: {
        ...noLimits,
        countPost: async () => {
          isWaiting.resolve();
          await mayGoOn.promise;
          return noLimits.countPost();
        },
      },
    });
    const settings = { port: 0, host: '127.0.0.1', path: '/comments' };
    const server = await serveComments({ service: paper.service, settings });
    const response = fetch(`${server.url}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(plainDraft),
    });
    await isWaiting.promise;
    const closed = server.close();
    mayGoOn.resolve();
    assert.equal((await response).status, 202);
    await closed;
    await assert.rejects(fetch(`${server.url}/comments?article=a`));
    await assert.rejects(paper.store.listComments({ limit: 1 }));
  });
});
