import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { type RunningServer, serveComments } from '../../src/service/index.ts';
import {
  countComments,
  openTestService,
  plainDraft,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const json = { 'content-type': 'application/json' };
const MiB = 1024 * 1024;

const openServer = async (
  t: TestContext,
): Promise<{ readonly paper: TestService; readonly server: RunningServer }> => {
  const paper = await openTestService(t, { settings: { challenges: 'none' } });
  const server = await serveComments({
    service: paper.service,
    settings: { port: 0, host: '127.0.0.1', path: '/comments' },
  });
  t.after(() => server.close());
  return { paper, server };
};

/** A connection on which requests are written by hand, and on which writing goes on when the service has ended. */
const openConnection = async (t: TestContext, { port }: RunningServer): Promise<Socket> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
};

const head = (method: string, ...headers: readonly string[]): string =>
  [
    `${method} /comments?article=bai-123 HTTP/1.1`,
    'Host: paper.test',
    'Content-Type: application/json',
    ...headers,
    '\r\n',
  ].join('\r\n');

/** A draft made as long as is asked for by white space, which JSON allows. */
const longDraft = (bytes: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(plainDraft).padEnd(bytes));

/** The same without a length that is known before. */
const inChunks = (bytes: Uint8Array<ArrayBuffer>): ReadableStream => new Blob([bytes]).stream();

describe('a body that is too large', () => {
  for (const path of ['', '/challenge']) {
    for (const megabytes of [1, 10]) {
      const bytes = longDraft(megabytes * MiB);
      for (const [way, body] of [
        ['with its length', () => bytes],
        ['in chunks', () => inChunks(bytes)],
      ] as const) {
        it(`of ${megabytes} MB ${way} at ${path || '/'} is 413`, async (t) => {
          const { paper, server } = await openServer(t);
          const init: RequestInit & { duplex: 'half' } = {
            method: 'POST',
            headers: json,
            body: body(),
            duplex: 'half',
          };
          const response = await fetch(`${server.url}/comments${path}`, init);
          assert.equal((await readProblem(response)).code, 'too-large');
          assert.equal(response.status, 413);
          assert.equal(await countComments(paper), 0);
          assert.deepEqual(paper.logged, []);
        });
      }
    }
  }

  it('is answered while it comes, and not read to its end', async (t) => {
    const { server } = await openServer(t);
    const piece = Buffer.alloc(65_536, ' ');
    const whole = 1024 * MiB;
    for (const framing of [`Content-Length: ${whole}`, 'Transfer-Encoding: chunked']) {
      const socket = await openConnection(t, server);
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
      // The service ends its half, then cuts the rest off.
      const closed = new Promise<void>((resolve) => {
        socket.on('error', () => {}).on('close', () => resolve());
      });
      socket.write(head('POST', framing));
      if (framing.endsWith('chunked')) socket.write(`${whole.toString(16)}\r\n`);
      let taken = 0;
      const goOn = (): void => {
        while (!socket.destroyed && taken < whole && socket.write(piece)) taken += piece.length;
        taken += piece.length;
      };
      socket.on('drain', goOn);
      goOn();
      await closed;
      assert.match(answer, /^HTTP\/1\.1 413 [^]*\r\nConnection: close\r\n/, framing);
      // What the network holds between the two; a body that is read and dropped comes to more.
      assert.ok(taken < 16 * MiB, `${framing}: ${taken / MiB} MiB were taken`);
    }
  });
});

describe('a body that arrives after its answer', () => {
  it('does not end the connection when it is a small one', async (t) => {
    const { server } = await openServer(t);
    const socket = await openConnection(t, server);
    socket.setEncoding('utf8');
    socket.write(head('POST', 'Origin: https://evil.example', 'Content-Length: 20'));
    const [refusal] = await once(socket, 'data');
    assert.match(String(refusal), /^HTTP\/1\.1 403 /);
    assert.doesNotMatch(String(refusal), /connection: close/i);
    socket.write(' '.repeat(20) + head('GET'));
    const [list] = await once(socket, 'data');
    assert.match(String(list), /^HTTP\/1\.1 200 /);
  });
});

describe('a body that breaks off', () => {
  for (const [what, body] of [
    ['in its middle', `${head('POST', 'Content-Length: 1000')}{"article":`],
    ['between two chunks', `${head('POST', 'Transfer-Encoding: chunked')}1\r\n{\r\n`],
  ] as const) {
    it(`${what} stores nothing and is no line in the log`, async (t) => {
      const { paper, server } = await openServer(t);
      const socket = await openConnection(t, server);
      let arrived = (): void => {};
      const underWay = new Promise<void>((resolve) => (arrived = resolve));
      const answer = paper.service.fetch.bind(paper.service);
      t.mock.method(paper.service, 'fetch', (...request: Parameters<typeof answer>) => {
        arrived();
        return answer(...request);
      });
      socket.write(body);
      await underWay;
      socket.destroy();
      assert.equal(await countComments(paper), 0);
      // Waits for what is under way.
      await server.close();
      assert.deepEqual(paper.logged, []);
    });
  }
});
