import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CommentStore, openStore } from '../../src/service/index.ts';
import { createHttpClient } from '../bench/support/http-client.ts';
import { benchSecret } from '../bench/support/solved-drafts.ts';
import { codeOfApp, keepCookies, testPassword } from '../support/desk-fixture.ts';
import { findFreePort } from '../support/free-port.ts';
import {
  checkConfig,
  findNginx,
  type LocalConfig,
  startNginx,
  toLocalConfig,
} from '../support/nginx-server.ts';
import { createDatabase, type PostgresDatabase, postgresUrl } from '../support/postgres-server.ts';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  readProblem,
} from '../support/service-fixture.ts';
import { program, run } from '../support/service-process.ts';
import { startTopology, type Topology } from '../support/topology.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';

const nginx = findNginx();
const skip =
  (nginx === undefined && 'nginx is not here (nginx-light)') ||
  (postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)');

const cacheStateOf = (response: Response): string | null => response.headers.get('x-cache');

/** For answers that are not to come from the cache. */
const pastCache = { headers: { authorization: 'Bearer nobody' } };

const contentsOf = async (response: Response): Promise<readonly string[]> => {
  assert.equal(response.status, 200, await response.clone().text());
  const { comments } = (await response.json()) as { comments: { content: string }[] };
  return comments.map(({ content }) => content);
};

describe('three instances on one PostgreSQL behind the nginx that is handed out', { skip }, () => {
  let folder: string;
  let database: PostgresDatabase;
  let store: CommentStore;
  let paper: Topology;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reader-comments-'));
    database = await createDatabase();
    paper = await startTopology({
      program,
      nginx: nginx!,
      database: database.url,
      data: folder,
      count: 3,
      settings: (origin) => ['--challenges', 'none', '--desk', 'on', '--desk-url', origin],
    });
    store = await openStore(database.url);
  });

  after(async () => {
    await store?.close();
    await paper?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const listOf = (article: string, init?: RequestInit, url = paper.url): Promise<Response> =>
    fetch(`${url}?article=${article}`, init);

  const post = (
    article: string,
    content: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(paper.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ...plainDraft, article, content }),
    });

  it('has a configuration nginx finds nothing wrong with', (t) => {
    const own = makeTemporaryFolder(t);
    const text = toLocalConfig({ port: 1, upstreams: ['127.0.0.1:2'], folder: own });
    const said = checkConfig(nginx!, text, own);
    assert.match(said, /syntax is ok/);
    assert.doesNotMatch(said, /\[(?:warn|error|emerg)\]/);
  });

  it('shows what was posted through nginx in the list through nginx and of each instance', async () => {
    const posted = await post('bai-thay', 'Ý kiến qua nginx.');
    assert.equal(posted.status, 201);
    assert.equal(cacheStateOf(posted), null);
    assert.deepEqual(await contentsOf(await listOf('bai-thay')), ['Ý kiến qua nginx.']);
    for (const { url } of paper.instances) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const list = await listOf('bai-thay', {}, url);
      // oxlint-disable-next-line no-await-in-loop
      assert.deepEqual(await contentsOf(list), ['Ý kiến qua nginx.']);
    }
  });

  it('answers a list that was read from the cache, also to who has it at hand', async () => {
    await post('bai-giu', 'Ý kiến được giữ.');
    const first = await listOf('bai-giu');
    assert.equal(cacheStateOf(first), 'MISS');
    const second = await listOf('bai-giu');
    assert.equal(cacheStateOf(second), 'HIT');
    assert.equal(await second.text(), await first.text());
    assert.equal(second.headers.get('cache-control'), first.headers.get('cache-control'));
    const atHand = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    const third = await listOf('bai-giu', atHand);
    assert.deepEqual([third.status, cacheStateOf(third)], [304, 'HIT']);
  });

  it('asks for a list once, however many want it at once', async () => {
    await post('bai-dong', 'Ý kiến đông người đọc.');
    const lists = await Promise.all(Array.from({ length: 40 }, () => listOf('bai-dong')));
    const states = lists.map(cacheStateOf);
    assert.equal(states.filter((state) => state === 'MISS').length, 1, String(states));
    for (const list of lists) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.deepEqual(await contentsOf(list), ['Ý kiến đông người đọc.']);
    }
  });

  it('keeps no answer to a post, of a receipt, of the health or of the desk', async () => {
    const { receipt } = await readAnswer(await post('bai-rieng', 'Ý kiến riêng.'));
    const own = { headers: { authorization: `Bearer ${receipt}` } };
    const asked: readonly [string, RequestInit?][] = [
      [`${paper.url}/receipt`, own],
      [`${paper.origin}/health/ready`],
      [`${paper.url}/desk/`],
      [`${paper.url}/desk/api/me`],
      [`${paper.url}/page?article=bai-rieng`],
    ];
    for (const [url, init] of asked) {
      for (let time = 1; time <= 2; time += 1) {
        // oxlint-disable-next-line no-await-in-loop -- the second one would come from the cache
        const response = await fetch(url, init);
        assert.ok(response.status < 500, url);
        assert.notEqual(cacheStateOf(response), 'HIT', url);
      }
    }
    assert.equal(cacheStateOf(await fetch(`${paper.url}/desk/`)), null);
    for (let time = 1; time <= 2; time += 1) {
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(cacheStateOf(await post('bai-rieng', `Lại một ý kiến, lần ${time}.`)), null);
    }
  });

  it('knows readers by the address nginx has seen, whatever they write into headers (S36)', async () => {
    const client = createHttpClient(1, '127.0.7.1');
    const forged = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
    const draft = { ...plainDraft, article: 'bai-dia-chi' };
    assert.equal((await client.post(paper.url, draft, forged)).status, 201);
    client.close();
    const [comment] = await store.listComments({ article: 'bai-dia-chi', limit: 1 });
    assert.equal(comment?.network, '127.0.7.0/24');
  });

  it('gives each request an id, one that comes along where a log can hold it, and logs no address and no query', async () => {
    const withId = (id: string): Promise<Response> =>
      listOf('bai-nhat-ky', { headers: { 'x-request-id': id } });
    assert.equal((await withId('cdn-7.a_B')).headers.get('x-request-id'), 'cdn-7.a_B');
    const made = (await withId('a b"c')).headers.get('x-request-id') ?? '';
    assert.match(made, /^[\da-f]{32}$/);
    await waitForEqual(() => paper.nginx.log().includes(made), true);
    const log = paper.nginx.log();
    assert.match(log, /GET \/comments 200 [\d.]+ HIT [\da-f]{32}\n/);
    assert.doesNotMatch(log, /127\.0\.|bai-|203\.0/);
  });

  it('lets the service refuse what is too large, in words of its own', async () => {
    const refused = await post('bai-dai', 'ý'.repeat(60_000));
    assert.equal((await readProblem(refused)).code, 'too-large');
  });

  it('passes the counts of the desk on as they change', { timeout: 30_000 }, async () => {
    const deskUrl = paper.origin.replace('127.0.0.1', 'localhost');
    const added = await run(
      ['editor', 'add', '--name', 'Lê Hà', '--email', 'ha@paper.test', '--role', 'editor'],
      {
        READER_COMMENTS_DATABASE: database.url,
        READER_COMMENTS_SECRET: benchSecret,
        READER_COMMENTS_DESK_URL: deskUrl,
        READER_COMMENTS_DATA: folder,
      },
    );
    const token = /#welcome=(\S+)/.exec(added.out)?.[1];
    assert.ok(token, added.err);
    const cookies = new Map<string, string>();
    const jar = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = async (path: string, body: object): Promise<unknown> => {
      const response = await fetch(`${paper.url}/desk${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: deskUrl, cookie: jar() },
        body: JSON.stringify(body),
      });
      assert.equal(response.status, 200, await response.clone().text());
      keepCookies(cookies, response.headers.getSetCookie());
      return response.json();
    };
    await send('/auth/welcome', { token, password: testPassword });
    const { uri } = (await send('/auth/set-up', { password: testPassword })) as { uri: string };
    await send('/auth/set-up/confirm', { code: codeOfApp(uri) });

    const live = await fetch(`${paper.url}/desk/api/live`, { headers: { cookie: jar() } });
    assert.equal(live.status, 200);
    assert.equal(cacheStateOf(live), null);
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<string> => (await reader.read()).value ?? '';
    const first = await next();
    assert.match(first, /^event: counts/);
    // With a link, which holds it for the newsroom.
    await post('bai-ban-doc', 'Xem ở https://example.com nhé.');
    const second = await next();
    assert.match(second, /^event: counts/);
    assert.notEqual(second, first);
    await reader.cancel();
  });

  /** The way of a service that wants its answers kept for two seconds; all else goes by what is handed out. */
  const withShorterTimes =
    (inner: number) =>
    (config: LocalConfig): string => {
      const [instance] = config.upstreams;
      const short = `map $upstream_http_cache_control $shorter {
      "~^public, (.*)s-maxage=30, stale-while-revalidate=10$" "public, $1s-maxage=2, stale-while-revalidate=1";
      default $upstream_http_cache_control;
    }
    server {
      listen 127.0.0.1:${inner};
      location / {
        proxy_set_header Host $http_host;
        proxy_hide_header Cache-Control;
        add_header Cache-Control $shorter always;
        proxy_pass http://${instance};
      }
    }
    upstream comments {`;
      const behind = { ...config, upstreams: [`127.0.0.1:${inner}`] };
      return toLocalConfig(behind).replace('upstream comments {', () => short);
    };

  it('shows what was taken down no longer than the answers allow', async (t) => {
    const { id } = await readAnswer(await post('bai-go', 'Ý kiến sẽ gỡ.'));
    const inner = await findFreePort();
    const server = await startNginx({
      program: nginx!,
      upstreams: [new URL(paper.instances[0]!.url).host],
      configure: withShorterTimes(inner),
    });
    t.after(() => server.stop());
    const read = (): Promise<Response> => listOf('bai-go', {}, `${server.url}/comments`);
    assert.deepEqual(await contentsOf(await read()), ['Ý kiến sẽ gỡ.']);
    await store.transaction((one) => one.changeStatus({ id, to: 'removed', who: 'test' }));
    const kept = await read();
    assert.equal(cacheStateOf(kept), 'HIT');
    assert.deepEqual(await contentsOf(kept), ['Ý kiến sẽ gỡ.']);
    await waitForEqual(async () => contentsOf(await read()), []);
  });

  it('answers every reader and takes every comment when an instance is killed', async () => {
    await paper.instances[0]!.kill();
    for (let number = 1; number <= 20; number += 1) {
      /* oxlint-disable no-await-in-loop -- one after the other, so that each instance's turn comes */
      assert.equal((await post('bai-chet', `Ý kiến ${number}.`)).status, 201);
      assert.equal((await listOf('bai-chet', pastCache)).status, 200);
      /* oxlint-enable no-await-in-loop */
    }
    await paper.instances[0]!.start();
    await waitForEqual(
      async () => (await listOf('bai-chet', {}, paper.instances[0]!.url)).status,
      200,
    );
  });

  it('shows what it has kept when all are gone, and says of posts that they cannot be taken now', async () => {
    await post('bai-het', 'Ý kiến trước khi tắt.');
    await listOf('bai-het');
    await Promise.all(paper.instances.map((one) => one.kill()));
    assert.deepEqual(await contentsOf(await listOf('bai-het')), ['Ý kiến trước khi tắt.']);
    const refused = await post('bai-het', 'Ý kiến không gửi được.');
    assert.equal(refused.headers.get('retry-after'), '5');
    assert.equal(refused.headers.get('cache-control'), 'no-store');
    assert.equal((await readProblem(refused)).code, 'unavailable');
    await Promise.all(paper.instances.map((one) => one.start()));
    await waitForEqual(async () => (await post('bai-het', 'Ý kiến sau khi bật.')).status, 201);
  });
});
