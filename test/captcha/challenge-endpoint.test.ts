import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '../../src/protocol/problem.ts';
import type { PictureChallenge, SpeechChallenge } from '../../src/protocol/types.ts';
import { article, code, createWorld } from './support/security-code-world.ts';

const url = 'https://news.example/challenge';
const json = { 'Content-Type': 'application/json' };

const post = (body: BodyInit | null, headers: HeadersInit = json): Request =>
  new Request(url, { method: 'POST', body, headers });

/** A body of unknown length. Node wants `duplex` with it, which the DOM's types do not know. */
function stream(body: ReadableStream<Uint8Array<ArrayBuffer>>): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: json,
    body,
    duplex: 'half',
  };
  return new Request(url, init);
}

interface Refusal {
  readonly code: string;
  readonly status: number;
}

async function refused(response: Response): Promise<Refusal> {
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem: Refusal = await response.json();
  assert.equal(problem.status, response.status);
  return problem;
}

describe('fetch of the security code', () => {
  it('answers POST {article} with a challenge that can be solved', async () => {
    const { securityCode } = createWorld();
    const response = await securityCode.fetch(post(JSON.stringify({ article, kind: 'picture' })));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('content-type'), 'application/json');
    const { challenge }: { challenge: PictureChallenge } = await response.json();
    const attempt = { token: challenge.token, answer: code, article };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
  });

  it('speaks where that is wished for, in the language asked for, and says what else there is', async () => {
    const { securityCode } = createWorld();
    const request = { article, kind: 'speech', lang: 'en' };
    const response = await securityCode.fetch(post(JSON.stringify(request)));
    const answer: { challenge: SpeechChallenge; kinds: string[] } = await response.json();
    assert.equal(answer.challenge.kind, 'speech');
    assert.deepEqual(answer.kinds, ['picture', 'speech']);
    const attempt = { token: answer.challenge.token, answer: code, article };
    assert.equal((await securityCode.check(attempt)).kind, 'passed');
  });

  it('takes no other method (405)', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const response = await createWorld().securityCode.fetch(new Request(url, { method }));
      assert.equal(response.headers.get('allow'), 'POST');
      assert.equal((await refused(response)).code, 'method-not-allowed');
      assert.equal(response.status, 405);
    }
  });

  it('takes JSON only, and says so when the type is absent too (415, S12)', async () => {
    const body = JSON.stringify({ article });
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''];
    for (const type of types) {
      const response = await createWorld().securityCode.fetch(post(body, { 'Content-Type': type }));
      assert.equal((await refused(response)).code, 'unsupported-media-type', type);
    }
    const untyped = await createWorld().securityCode.fetch(post(new Blob([body]), {}));
    assert.equal((await refused(untyped)).status, 415);
  });

  it('tolerates a charset behind the type', async () => {
    const request = post(JSON.stringify({ article }), {
      'Content-Type': 'Application/JSON; charset=utf-8',
    });
    assert.equal((await createWorld().securityCode.fetch(request)).status, 200);
  });

  it('refuses what is no JSON object (400)', async () => {
    const bodies = ['', '{', 'null', '"bai-123"', '7', new Uint8Array([0x7b, 0xff, 0x7d]), null];
    for (const body of bodies) {
      const response = await createWorld().securityCode.fetch(post(body));
      assert.equal((await refused(response)).code, 'not-json', String(body));
      assert.equal(response.status, 400);
    }
  });

  it('refuses more than 4 KiB, announced or streamed (413)', async () => {
    const large = JSON.stringify({ article, filler: 'x'.repeat(4096) });
    const announced = post('{}', { ...json, 'Content-Length': '4097' });
    const streamed = stream(new Blob([large]).stream());
    for (const request of [post(large), announced, streamed]) {
      const response = await createWorld().securityCode.fetch(request);
      assert.equal((await refused(response)).code, 'too-large');
      assert.equal(response.status, 413);
    }
  });

  it('stops reading at the limit', async () => {
    let pulls = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    assert.equal((await createWorld().securityCode.fetch(stream(body))).status, 413);
    assert.ok(pulls < 10, `${pulls} chunks`);
  });

  it('takes the longest article, written in the longest way', async () => {
    const body = `{"article":"${String.raw`\u1ec7`.repeat(512)}"}`;
    assert.equal((await createWorld().securityCode.fetch(post(body))).status, 200);
  });

  it('names what is wrong with the article (422)', async () => {
    const cases = [
      [{}, { field: 'article', code: 'wrong-type' }],
      [{ article: 7 }, { field: 'article', code: 'wrong-type' }],
      [{ article: '' }, { field: 'article', code: 'empty' }],
      [{ article: 'x'.repeat(515) }, { field: 'article', code: 'too-long', max: 512, over: 3 }],
    ] as const;
    for (const [body, error] of cases) {
      const response = await createWorld().securityCode.fetch(post(JSON.stringify(body)));
      const problem: Problem = await response.json();
      assert.equal(response.status, 422);
      assert.equal(problem.code, 'invalid-fields');
      assert.deepEqual(problem.errors, [error]);
    }
  });

  it('refuses kinds that are not offered, and articles the site does not know (422)', async () => {
    const { securityCode } = createWorld({
      kinds: ['picture'],
      acceptArticle: (id) => id === article,
    });
    const speech = await securityCode.fetch(post(JSON.stringify({ article, kind: 'speech' })));
    assert.equal((await refused(speech)).code, 'challenge-kind-refused');
    const unknown = await securityCode.fetch(post(JSON.stringify({ article: 'bai-0' })));
    assert.equal((await refused(unknown)).code, 'article-refused');
    const known = await securityCode.fetch(post(JSON.stringify({ article })));
    assert.equal(known.status, 200);
  });
});
