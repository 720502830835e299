import { expect } from '@open-wc/testing';

import { post as postTo, type Refusal, type Reply, timeoutMs } from '../../src/elements/client.ts';
import { type PlayedAnswer, problem, usePlayedServer } from './support/played-server.ts';

const never = new AbortController().signal;

describe('post', () => {
  const server = usePlayedServer();

  const post = (answer: PlayedAnswer, signal: AbortSignal = never): Promise<Reply> => {
    server.answerComments(answer);
    return postTo('/comments', { a: 1 }, { signal });
  };

  const refusalOf = async (answer: PlayedAnswer): Promise<Refusal> => {
    const reply = await post(answer);
    if (reply.ok) throw new Error('was taken');
    return reply.refusal;
  };

  it('posts JSON without the cookies of the page', async () => {
    await post({ status: 200, json: {} });
    const [request] = server.comments;
    expect(request!.method).to.equal('POST');
    expect(request!.credentials).to.equal('omit');
    expect(request!.headers.get('content-type')).to.equal('application/json');
    expect(request!.body).to.deep.equal({ a: 1 });
  });

  it('hands on what the server says when it takes the request', async () => {
    expect(await post({ status: 201, json: { id: '7' } })).to.deep.equal({
      ok: true,
      body: { id: '7' },
    });
  });

  it('hands on a problem as the server wrote it', async () => {
    const errors = [{ field: 'name', code: 'empty' }];
    const refusal = await refusalOf(problem(422, 'invalid-fields', { errors }));
    expect(refusal.code).to.equal('invalid-fields');
    expect(refusal.errors).to.deep.equal(errors);
  });

  for (const [status, code] of [
    [401, 'origin-refused'],
    [403, 'origin-refused'],
    [404, 'internal-error'],
    [413, 'too-large'],
    [429, 'too-busy'],
    [500, 'internal-error'],
    [502, 'internal-error'],
    [503, 'unavailable'],
    [504, 'internal-error'],
  ] as const) {
    it(`knows status ${status} as ${code} where a proxy answers in HTML`, async () => {
      expect((await refusalOf({ status, text: '<h1>no</h1>' })).code).to.equal(code);
    });
  }

  for (const body of ['{"message":"no"}', '[]', 'null', '7', '{"code":7}']) {
    it(`knows a refusal that is no problem, ${body}, by its status`, async () => {
      expect((await refusalOf({ status: 500, text: body })).code).to.equal('internal-error');
    });
  }

  it('hands on how long a proxy wants the reader to wait', async () => {
    const headers = { 'retry-after': '30' };
    expect(await refusalOf({ status: 429, text: '', headers })).to.deep.equal({
      code: 'too-busy',
      retryAfterSeconds: 30,
    });
  });

  it('leaves out a wait that is no number of seconds', async () => {
    const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' };
    const refusal = await refusalOf({ status: 503, text: '', headers });
    expect(refusal.code).to.equal('unavailable');
    expect(Boolean(refusal.retryAfterSeconds)).to.be.false;
  });

  it('tells a failed connection from none at all', async () => {
    expect((await refusalOf('unreachable')).code).to.equal('network');
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect((await refusalOf('unreachable')).code).to.equal('offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('waits 15 s for an answer', () => {
    expect(timeoutMs).to.equal(15_000);
  });

  it('can be ended by who asked', async () => {
    server.hold('comment');
    const life = new AbortController();
    const reply = post({ status: 200, json: {} }, life.signal);
    life.abort();
    expect(await reply).to.have.nested.property('refusal.code', 'aborted');
  });

  it('does not even begin where it was ended before', async () => {
    const reply = await post({ status: 200, json: {} }, AbortSignal.abort());
    expect(reply).to.have.nested.property('refusal.code', 'aborted');
  });

  it('never throws: headers that fail are a failed request', async () => {
    const fail = (): never => {
      throw new Error('no token');
    };
    const reply = await postTo('/comments', {}, { headers: fail, signal: never });
    expect(reply.ok).to.be.false;
    expect(server.requests).to.be.empty;
  });

  it('adds fixed headers and headers made for the request', async () => {
    await postTo('/comments', {}, { headers: { 'x-a': '1' }, signal: never });
    await postTo('/comments', {}, { headers: () => ({ 'x-a': '2' }), signal: never });
    await postTo(
      '/comments',
      {},
      { headers: () => Promise.resolve({ 'x-a': '3' }), signal: never },
    );
    expect(server.comments.map(({ headers }) => headers.get('x-a'))).to.deep.equal(['1', '2', '3']);
  });

  it('never repeats a request', async () => {
    await post('unreachable');
    await post({ status: 503, text: '' });
    expect(server.comments).to.have.lengthOf(2);
  });
});
