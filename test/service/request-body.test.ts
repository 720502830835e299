import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTestService, readProblem, type TestService } from '../support/service-fixture.ts';

const json = { 'content-type': 'application/json' };

const challengeStatus = async (
  paper: TestService,
  headers: Record<string, string>,
): Promise<number> => (await paper.postJson('/challenge', { article: 'bai-1' }, headers)).status;

describe('the content-type rule (S12)', () => {
  const body = JSON.stringify({ article: 'bai-1' });
  for (const type of [
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/json;charset="UTF-8"',
  ]) {
    it(`takes ${type}`, async (t) => {
      const paper = await openTestService(t);
      assert.equal(await challengeStatus(paper, { 'content-type': type }), 200);
    });
  }
  const refused = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/jsonp',
    'text/plain; application/json',
  ];
  for (const type of refused) {
    it(`refuses ${type}`, async (t) => {
      const paper = await openTestService(t);
      const response = await paper.postJson('/challenge', body, { 'content-type': type });
      assert.equal((await readProblem(response)).code, 'unsupported-media-type');
      assert.equal(response.status, 415);
    });
  }

  it('refuses a body without a type', async (t) => {
    const paper = await openTestService(t);
    // A byte array, for a text would get a type by itself.
    const response = await paper.send('', { method: 'POST', body: new TextEncoder().encode(body) });
    assert.equal((await readProblem(response)).code, 'unsupported-media-type');
  });
});

/** A body that tells how much of it was read. */
const streamed = (chunks: number): { body: ReadableStream; readonly sent: number } => {
  let sent = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        if (sent === chunks) return controller.close();
        sent += 1;
        return controller.enqueue(new TextEncoder().encode(' '.repeat(1024)));
      },
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    get sent() {
      return sent;
    },
  };
};

const padded = (bytes: number): string => JSON.stringify({ article: 'bai-1' }).padEnd(bytes);

const nested = (depth: number): string =>
  `{"article":"bai-1","x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('the body', () => {
  it('is counted on the stream and not read to its end', async (t) => {
    const paper = await openTestService(t);
    const stream = streamed(10_000);
    const response = await paper.send('', {
      method: 'POST',
      headers: json,
      body: stream.body,
      duplex: 'half',
    });
    assert.equal((await readProblem(response)).code, 'too-large');
    assert.equal(response.status, 413);
    assert.equal(stream.sent, 65);
  });

  it('is not read at all when it says itself that it is too large', async (t) => {
    const paper = await openTestService(t);
    const stream = streamed(10);
    const response = await paper.send('', {
      method: 'POST',
      headers: { ...json, 'content-length': '65537' },
      body: stream.body,
      duplex: 'half',
    });
    assert.equal(response.status, 413);
    assert.equal(stream.sent, 0);
  });

  it('is counted even when it says that it is small', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.send('', {
      method: 'POST',
      headers: { ...json, 'content-length': '10' },
      body: streamed(100).body,
      duplex: 'half',
    });
    assert.equal(response.status, 413);
  });

  it('may be 24 bytes for each grapheme of the limit, where that is more than 64 KiB', async (t) => {
    const paper = await openTestService(t, { settings: { maxContentGraphemes: 5000 } });
    assert.equal((await paper.postJson('/challenge', padded(120_000))).status, 200);
    assert.equal((await paper.postJson('/challenge', padded(120_001))).status, 413);
  });

  const bodies: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
    'an empty body': '',
    'no JSON': '{"article":',
    'an array': '[]',
    'a number': '7',
    null: 'null',
    'JSON nested deeper than 32': nested(33),
    'bytes that are no UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    'a form': 'article=bai-1',
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`refuses ${what}`, async (t) => {
      const paper = await openTestService(t);
      const response = await paper.send('/challenge', { method: 'POST', headers: json, body });
      assert.equal((await readProblem(response)).code, 'not-json');
      assert.equal(response.status, 400);
    });
  }

  it('may nest 32 deep, and hold any bracket in its texts', async (t) => {
    const paper = await openTestService(t);
    assert.equal((await paper.postJson('/challenge', nested(32))).status, 200);
    const article = `${'['.repeat(100)}\\"{{{`;
    assert.equal((await paper.postJson('/challenge', { article })).status, 200);
  });

  it('cannot reach the prototype of anything', async (t) => {
    const paper = await openTestService(t);
    const hostile = '{"__proto__":{"article":"bai-1"},"constructor":{"prototype":{"polluted":1}}}';
    const problem = await readProblem(await paper.postJson('/challenge', hostile));
    assert.deepEqual(problem.errors, [{ field: 'article', code: 'empty' }]);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });
});
