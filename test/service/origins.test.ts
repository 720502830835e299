import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  openTestService,
  pageOrigin,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

const foreign = 'https://evil.example';
const listed = 'https://www.paper.vn';

const challengeStatus = async (
  paper: TestService,
  headers: Record<string, string>,
): Promise<number> => (await paper.postJson('/challenge', { article: 'bai-1' }, headers)).status;

describe('the origin rule', () => {
  const settings = { allowOrigins: [listed] };
  const cases: readonly (readonly [string, Record<string, string>, number])[] = [
    ['neither header', {}, 200],
    ['the same origin, said by the browser', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the origin with the host of the service', { origin: pageOrigin }, 200],
    ['the same host over TLS, which a proxy ended', { origin: 'https://paper.test' }, 200],
    ['a listed origin', { origin: listed, 'sec-fetch-site': 'cross-site' }, 200],
    ['a foreign origin', { origin: foreign }, 403],
    [
      'a foreign origin, said by the browser',
      { origin: foreign, 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['another port of the host', { origin: 'http://paper.test:8080' }, 403],
    ['an origin that only begins like a listed one', { origin: `${listed}.evil.example` }, 403],
    ['the opaque origin', { origin: 'null' }, 403],
    ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a request of a sibling site without an origin', { 'sec-fetch-site': 'same-site' }, 403],
  ];
  for (const [what, headers, status] of cases) {
    it(`${status === 200 ? 'takes' : 'refuses'} a write with ${what}`, async (t) => {
      const paper = await openTestService(t, { settings });
      assert.equal(await challengeStatus(paper, headers), status);
    });
  }

  it('goes by the Host header, for the URL may be that of a proxy', async (t) => {
    const paper = await openTestService(t);
    const headers = { origin: 'https://www.paper.vn', host: 'www.paper.vn' };
    assert.equal(await challengeStatus(paper, headers), 200);
  });

  it('refuses before it reads, and without allowing the origin', async (t) => {
    const paper = await openTestService(t);
    const response = await paper.postJson('', 'no json', { origin: foreign });
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.equal((await readProblem(response)).code, 'origin-refused');
  });
});

const preflight = (paper: TestService, origin: string, method: string): Promise<Response> =>
  paper.send('', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method },
  });

describe('cross-origin sharing', () => {
  it('lets a listed origin ask first for a write', async (t) => {
    const paper = await openTestService(t, { settings: { allowOrigins: listed } });
    const response = await preflight(paper, listed, 'POST');
    assert.equal(response.status, 204);
    const headers = Object.fromEntries(response.headers);
    assert.equal(headers['access-control-allow-origin'], listed);
    assert.equal(headers['access-control-allow-methods'], 'POST,PUT,DELETE');
    assert.equal(
      headers['access-control-allow-headers'],
      'content-type,idempotency-key,authorization',
    );
    assert.equal(headers['access-control-max-age'], '7200');
    assert.match(headers['vary'] ?? '', /Origin/);
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });

  it('does not allow a foreign origin to write', async (t) => {
    const paper = await openTestService(t, { settings: { allowOrigins: listed } });
    const response = await preflight(paper, foreign, 'POST');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('lets every origin read, with one answer for all', async (t) => {
    const paper = await openTestService(t);
    const asked = await preflight(paper, foreign, 'GET');
    assert.equal(asked.headers.get('access-control-allow-origin'), '*');
    const response = await paper.send('?article=bai-1', { headers: { origin: foreign } });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('access-control-expose-headers'), 'retry-after,etag');
    assert.equal(response.headers.get('vary'), null);
  });

  it('lets the page of a listed origin read what came of a write, refusals too', async (t) => {
    const paper = await openTestService(t, { settings: { allowOrigins: listed } });
    for (const body of [{ article: 'bai-1' }, {}]) {
      const response = await paper.postJson('/challenge', body, { origin: listed });
      assert.equal(response.headers.get('access-control-allow-origin'), listed);
      assert.match(response.headers.get('vary') ?? '', /Origin/);
    }
  });
});
