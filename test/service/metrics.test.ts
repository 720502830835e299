import assert from 'node:assert/strict';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { challengeAnswerSchema } from '../../src/protocol/index.ts';
import { openMetrics } from '../../src/service/index.ts';
import { loadMetricsLibrary } from '../../src/service/metrics/metrics-library.ts';
import { postgresUrl } from '../support/postgres-server.ts';
import { readCode } from '../support/read-code.ts';
import { makeTemporaryFolder, plainDraft, testSecret } from '../support/service-fixture.ts';
import { isOneSentence, run, start } from '../support/service-process.ts';
import { createMigratedDatabase } from '../support/test-database.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';

/** Values of a scrape by their names with labels. */
const readValues = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
  );

/** A service with metrics on a port of their own. */
const openWatched = async (t: TestContext, database: string) => {
  const child = start(
    [
      ...['serve', '--port', '0', '--metrics-port', '0', '--limits', 'on'],
      ...['--data', makeTemporaryFolder(t)],
    ],
    { READER_COMMENTS_SECRET: testSecret, READER_COMMENTS_DATABASE: database },
  );
  t.after(() => child.kill('SIGKILL'));
  assert.ok(child.stdout);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await waitForEqual(() => lines.length, 2);
  const [url, metricsUrl] = lines.map(
    (line) => /http:\/\/[^\s;]+?(?=[;.]?(?:\s|$))/.exec(line)?.[0],
  );
  assert.ok(url && metricsUrl);
  const scrape = async (): Promise<ReadonlyMap<string, number>> => {
    const response = await fetch(metricsUrl);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    return readValues(await response.text());
  };
  return { url, metricsUrl, scrape };
};

const databases = {
  SQLite: async (t: TestContext) => `sqlite:${join(makeTemporaryFolder(t), 'comments.sqlite')}`,
  PostgreSQL: async (t: TestContext) => {
    const database = await createMigratedDatabase();
    t.after(() => database.drop());
    return database.url;
  },
} as const;

describe('metrics', () => {
  for (const [name, open] of Object.entries(databases)) {
    const skip =
      name === 'PostgreSQL' &&
      postgresUrl === undefined &&
      'PostgreSQL is not here (postgresql; DATABASE_URL)';
    it(`count requests, codes, signals and what waits, on ${name}`, { skip }, async (t) => {
      const { url, metricsUrl, scrape } = await openWatched(t, await open(t));
      const post = (path: string, body: object): Promise<Response> =>
        fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const solve = async () => {
        const response = await post('/challenge', { article: plainDraft.article });
        const { challenge } = challengeAnswerSchema.parse(await response.json());
        assert.ok('token' in challenge);
        const { token } = challenge;
        return { token, answer: readCode(token, plainDraft.article, testSecret) };
      };
      const empty = await scrape();
      assert.equal(empty.get('reader_comments_waiting{queue="new"}'), 0);
      assert.equal(empty.get('reader_comments_oldest_waiting_seconds{queue="new"}'), 0);

      const solved = await solve();
      const content = 'Xem ở www.quang-cao.example nhé mọi người.';
      const statuses = [
        await post('', { ...plainDraft, content, challenge: solved }),
        await post('', { ...plainDraft, challenge: solved }),
        await post('', { ...plainDraft, challenge: { ...(await solve()), answer: '010101' } }),
        await fetch(`${url}?article=bai-123&sort=newest`),
        await fetch(`${url}/019ab2c4-0000-7000-8000-000000000000`),
        await fetch(`${new URL(url).origin}/nothing/here`),
      ].map(({ status }) => status);
      assert.deepEqual(statuses, [202, 422, 422, 200, 404, 404]);

      const values = await scrape();
      const expected: Readonly<Record<string, number>> = {
        'http_requests_total{route="/comments",method="POST",status="2xx"}': 1,
        'http_requests_total{route="/comments",method="POST",status="4xx"}': 2,
        'http_requests_total{route="/comments",method="GET",status="2xx"}': 1,
        'http_requests_total{route="/comments/:id",method="GET",status="4xx"}': 1,
        'http_requests_total{route="/comments/challenge",method="POST",status="2xx"}': 2,
        'http_requests_total{route="none",method="GET",status="4xx"}': 1,
        'http_request_seconds_count{route="/comments",method="POST"}': 3,
        'http_request_seconds_bucket{le="+Inf",route="/comments",method="POST"}': 3,
        // Two were asked for, two came along with refusals.
        'challenges_total{outcome="given"}': 4,
        'challenges_total{outcome="right"}': 1,
        'challenges_total{outcome="wrong"}': 1,
        'challenges_total{outcome="used"}': 1,
        'signals_total{kind="link"}': 1,
        'waiting{queue="suspect"}': 1,
        'waiting{queue="new"}': 0,
      };
      for (const [key, value] of Object.entries(expected)) {
        assert.equal(values.get(`reader_comments_${key}`), value, key);
      }
      const age = values.get('reader_comments_oldest_waiting_seconds{queue="suspect"}') ?? 0;
      assert.ok(age > 0 && age < 3600, String(age));
      assert.ok((values.get('process_resident_memory_bytes') ?? 0) > 0);
      const pools = [...values.keys()].filter((key) => key.includes('database_connections'));
      assert.equal(pools.length, name === 'PostgreSQL' ? 6 : 0);
      if (name === 'PostgreSQL') {
        const total = values.get(
          'reader_comments_database_connections{pool="comments",state="total"}',
        );
        assert.ok((total ?? 0) >= 1);
      }

      assert.equal((await fetch(new URL('/', metricsUrl))).status, 404);
      assert.equal((await fetch(`${new URL(url).origin}/metrics`)).status, 404);
      assert.equal(new URL(metricsUrl).hostname, '127.0.0.1');
    });
  }

  it('have labels of few values, whatever is asked and found', async () => {
    const { meter, onAnswer, read } = await openMetrics();
    const answered = { id: 'a', route: '/comments/:id', status: 200, ms: 1, isCut: false };
    for (const method of ['GET', 'M-SEARCH', 'SUBSCRIBE']) onAnswer({ ...answered, method });
    meter.countSignals([
      { code: 'site:binh@example.vn', severity: 'hold', offsets: [] },
      { code: 'site:other', severity: 'note', offsets: [] },
    ]);
    const { text } = await read();
    const values = readValues(text);
    const requests = 'reader_comments_http_requests_total{route="/comments/:id",method=';
    assert.equal(values.get(`${requests}"GET",status="2xx"}`), 1);
    assert.equal(values.get(`${requests}"other",status="2xx"}`), 2);
    assert.equal(values.get('reader_comments_signals_total{kind="site"}'), 2);
    assert.ok(!text.includes('binh@example.vn'));
  });

  it('are there without those of a database that is not', async () => {
    const { meter, read } = await openMetrics({ now: () => 5000 });
    let isThere = true;
    meter.watchQueues({
      async measureWaiting() {
        if (!isThere) throw new Error('no connection');
        return [{ queue: 'new', count: 7, oldestMs: 2000 }];
      },
    });
    const there = readValues((await read()).text);
    assert.equal(there.get('reader_comments_waiting{queue="new"}'), 7);
    assert.equal(there.get('reader_comments_oldest_waiting_seconds{queue="new"}'), 3);
    isThere = false;
    const gone = readValues((await read()).text);
    assert.ok(!gone.has('reader_comments_waiting{queue="new"}'));
    assert.ok(gone.has('process_cpu_seconds_total'));
  });

  it('say what is missing, and which port is taken', async (t) => {
    const missing = Object.assign(new Error('Cannot find package'), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await assert.rejects(
      loadMetricsLibrary(() => Promise.reject(missing)),
      { code: 'LIBRARY_MISSING', message: /npm install prom-client.*--metrics-port/ },
    );
    const { metricsUrl } = await openWatched(t, await databases.SQLite(t));
    const { port } = new URL(metricsUrl);
    const args = ['serve', '--port', '0', '--metrics-port', port];
    const { exitCode, err } = await run([...args, '--data', makeTemporaryFolder(t)]);
    assert.equal(exitCode, 1);
    isOneSentence(err);
    assert.match(err, /--metrics-port or READER_COMMENTS_METRICS_PORT/);
  });
});
