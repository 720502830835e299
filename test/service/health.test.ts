import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openCaptchaService, readSettings, serveComments } from '../../src/service/index.ts';
import { createReadiness } from '../../src/service/readiness.ts';
import { createJudge, readDocument } from '../support/openapi-document.ts';
import {
  makeTemporaryFolder,
  openTestService,
  pageOrigin,
  readProblem,
  type TestService,
  testSecret,
} from '../support/service-fixture.ts';

const ask = ({ service }: Pick<TestService, 'service'>, path: string, method = 'GET') =>
  service.fetch(new Request(`${pageOrigin}/health/${path}`, { method }));

/** A database that answers as it is told. */
const openWithPing = (t: TestContext, ping: () => Promise<void>): Promise<TestService> =>
  openTestService(t, { wrapStore: (store) => ({ ...store, ping }) });

describe('/health', () => {
  it('says that the process answers, and that requests can be', async (t) => {
    const paper = await openTestService(t);
    const judge = createJudge(await readDocument(paper));
    for (const path of ['live', 'ready']) {
      const response = await ask(paper, path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(await response.clone().json(), { status: path });
      await judge.checkAnswer(`/health/${path}`, 'get', response);
      assert.equal((await ask(paper, path, 'HEAD')).status, 200);
      assert.equal((await readProblem(await ask(paper, path, 'POST'))).code, 'method-not-allowed');
    }
  });

  it('is unready while the database fails, with a reason that tells nothing of it', async (t) => {
    let isThere = false;
    const paper = await openWithPing(t, async () => {
      if (!isThere) throw new Error('password of comments@db.internal refused');
    });
    const judge = createJudge(await readDocument(paper));
    const response = await ask(paper, 'ready');
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await response.clone().json(), {
      status: 'unready',
      reason: 'The database does not answer.',
    });
    await judge.checkAnswer('/health/ready', 'get', response);
    assert.equal((await ask(paper, 'live')).status, 200, 'a restart brings no database back');
    isThere = true;
    assert.equal((await ask(paper, 'ready')).status, 200);
  });

  it('is unready while the database is silent, which is asked by one at a time', async () => {
    let pings = 0;
    const silent = Promise.withResolvers<void>();
    const readiness = createReadiness({
      ping: () => {
        pings += 1;
        return pings === 1 ? silent.promise : Promise.resolve();
      },
      closing: new AbortController().signal,
      timeoutMs: 20,
    });
    const found = await Promise.all([readiness(), readiness(), readiness()]);
    assert.deepEqual(new Set(found.map(({ kind }) => kind)), new Set(['unready']));
    assert.equal(pings, 1);
    silent.resolve();
    await setImmediate();
    assert.deepEqual([(await readiness()).kind, pings], ['ready', 2]);
  });

  it('is unready when the service is about to close, and still answers', async (t) => {
    const paper = await openTestService(t);
    paper.service.drain();
    const response = await ask(paper, 'ready');
    assert.equal(response.status, 503);
    assert.partialDeepStrictEqual(await response.json(), { reason: 'The service is stopping.' });
    assert.equal((await ask(paper, 'live')).status, 200);
    assert.equal((await paper.send('?article=bai-123')).status, 200);
  });

  it('is there beside a site’s own pages, and in the service of codes', async (t) => {
    const settings = readSettings({
      port: 0,
      data: makeTemporaryFolder(t),
      secret: testSecret,
      verifySecret: testSecret,
    });
    const service = await openCaptchaService(settings);
    const pages = (): Response => new Response('a page of the site');
    const server = await serveComments({ service, settings, pages });
    t.after(() => server.close());
    for (const path of ['live', 'ready']) {
      const response = await fetch(`${server.url}/health/${path}`);
      assert.deepEqual(await response.json(), { status: path });
    }
    assert.equal(await (await fetch(`${server.url}/health`)).text(), 'a page of the site');
  });
});
