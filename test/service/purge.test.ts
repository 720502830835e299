import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { announceRemovals, articleTag, createSqliteStore } from '../../src/service/index.ts';
import { createPurgeHook, type PurgeTiming } from '../../src/service/purge-hook.ts';
import { type CacheServer, startCache, startSilentServer } from '../support/cache-server.ts';
import {
  makeTemporaryFolder,
  openTestService,
  type TestService,
} from '../support/service-fixture.ts';
import { run } from '../support/service-process.ts';
import { publishComment } from '../support/visitor-fixture.ts';

interface World {
  readonly paper: TestService;
  readonly cache: CacheServer;
  readonly id: string;
  readonly folder: string;
  /** Whether a reader sees the comment through the cache. */
  readonly isShown: () => Promise<boolean>;
  /** Lets time pass for the cache. */
  readonly pass: (seconds: number) => void;
}

const openWorld = async (t: TestContext): Promise<World> => {
  let nowMs = 0;
  const folder = makeTemporaryFolder(t);
  const paper = await openTestService(t, { folder });
  const cache = await startCache(
    t,
    (query) => paper.send(query),
    () => nowMs,
  );
  const id = await publishComment(paper);
  const isShown = async (): Promise<boolean> =>
    (await (await fetch(`${cache.url}/?article=bai-123`)).text()).includes(id);
  assert.ok(await isShown());
  const pass = (seconds: number): void => void (nowMs += seconds * 1000);
  return { paper, cache, id, folder, isShown, pass };
};

const removal = { article: 'bai-123', tags: [articleTag('bai-123')] };

describe('what was taken down', () => {
  it('is gone from a CDN within 40 seconds by the headers alone, and from browsers at once', async (t) => {
    const { paper, id, isShown, pass } = await openWorld(t);
    await paper.store.transaction((transaction) =>
      transaction.changeStatus({ id, to: 'removed', who: 'test' }),
    );
    const caching = (await paper.send('?article=bai-123')).headers.get('cache-control') ?? '';
    assert.match(caching, /max-age=0, must-revalidate/);
    pass(29);
    assert.ok(await isShown(), 'the cache goes by the headers');
    pass(11);
    assert.ok(!(await isShown()));
  });

  for (const [what, command] of [
    ['a rejected comment', (id: string) => ['comments', 'reject', id]],
    ['a hidden article', () => ['article', 'set', 'bai-123', '--state', 'hidden']],
  ] as const) {
    it(`is gone from a CDN at once by the purge hook: ${what}`, async (t) => {
      const { cache, id, folder, isShown } = await openWorld(t);
      const { exitCode, err } = await run(
        [...command(id), '--data', folder, '--purge-url', `${cache.url}/purge?key=k`],
        { READER_COMMENTS_PURGE_SECRET: 'cdn-secret' },
      );
      assert.equal(err, '');
      assert.equal(exitCode, 0);
      assert.ok(!(await isShown()));
      assert.deepEqual(
        cache.purges.map(({ authorization, body }) => [authorization, JSON.parse(body)]),
        [['Bearer cdn-secret', removal]],
      );
    });
  }

  it('stays taken down where the endpoint fails; told twice, logged without secret and query', async (t) => {
    const { paper, cache, id, folder } = await openWorld(t);
    cache.failing = 2;
    const { exitCode, out, err } = await run(
      ['comments', 'reject', id, '--data', folder, '--purge-url', `${cache.url}/purge?key=k`],
      { READER_COMMENTS_PURGE_SECRET: 'cdn-secret' },
    );
    assert.equal(exitCode, 0);
    assert.equal(out, `${id} removed\n`);
    assert.match(
      err,
      /purge endpoint http:\/\/127\.0\.0\.1:\d+\/purge failed twice: status 500\n$/,
    );
    assert.doesNotMatch(err, /cdn-secret|key=k/);
    assert.equal(cache.purges.length, 2);
    assert.equal((await paper.store.find(id))?.status, 'removed');
  });
});

describe('createPurgeHook', () => {
  const openHook = (purgeUrl: string, timing: PurgeTiming) => {
    const logged: string[] = [];
    const hook = createPurgeHook({ purgeUrl }, (line) => void logged.push(line), timing);
    assert.ok(hook);
    return { hook, logged };
  };

  it('tries once more after a pause, and then is done', async (t) => {
    const { cache, isShown } = await openWorld(t);
    cache.failing = 1;
    const pauses: (readonly [ms: number, attempts: number])[] = [];
    const { hook, logged } = openHook(`${cache.url}/purge`, {
      pause: async (ms) => void pauses.push([ms, cache.purges.length]),
    });
    await hook(removal);
    assert.deepEqual(logged, []);
    assert.deepEqual(pauses, [[1000, 1]]);
    assert.equal(cache.purges.length, 2);
    assert.ok(await isShown(), 'asked for anew');
  });

  it('makes no pause where the first attempt went well', async (t) => {
    const { cache } = await openWorld(t);
    const { hook } = openHook(`${cache.url}/purge`, {
      pause: () => Promise.reject(new Error('paused')),
    });
    await hook(removal);
    assert.equal(cache.purges.length, 1);
  });

  it('gives up an endpoint that never answers, and says so', { timeout: 60_000 }, async (t) => {
    const { url, asked } = await startSilentServer(t);
    const { hook, logged } = openHook(`${url}/purge?key=k`, {
      timeoutMs: 50,
      pause: async () => {},
    });
    await hook(removal);
    assert.deepEqual(logged, [`The purge endpoint ${url}/purge failed twice: no answer`]);
    assert.deepEqual(asked, ['/purge?key=k', '/purge?key=k']);
  });

  it('is none where no endpoint is set', () => {
    assert.equal(
      createPurgeHook({}, () => {}),
      undefined,
    );
  });
});

describe('announceRemovals', () => {
  const open = async (t: TestContext, onRemoval: (article: string) => void) => {
    const logged: string[] = [];
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = announceRemovals(await createSqliteStore({ file }), {
      onRemoval: ({ article }) => onRemoval(article),
      log: (line) => logged.push(line),
    });
    return { store, logged };
  };
  const change = (id: string, to: 'published' | 'removed') => ({ id, to, who: 'test' });

  it('tells of what the public saw, and of nothing else', async (t) => {
    const told: string[] = [];
    const { store } = await open(t, (article) => told.push(article));
    const publish = async (id: string): Promise<void> => {
      await store.transaction((transaction) => transaction.changeStatus(change(id, 'published')));
    };
    const id = await publishComment({ store, publish });
    assert.deepEqual(told, []);
    await assert.rejects(
      store.transaction(async (transaction) => {
        await transaction.changeStatus(change(id, 'removed'));
        throw new Error('undone');
      }),
    );
    assert.deepEqual(told, []);
    await store.transaction((transaction) => transaction.changeStatus(change(id, 'removed')));
    await store.transaction((transaction) =>
      transaction.setArticle('bai-123', { state: 'closed', closesAt: null }),
    );
    await store.close();
    assert.deepEqual(told, ['bai-123']);
  });

  it('lets a removal stand whose hook fails', async (t) => {
    const { store, logged } = await open(t, () => {
      throw new Error('secret words');
    });
    await store.transaction(async (transaction) => {
      await transaction.saveArticle('bai-1');
      await transaction.setArticle('bai-1', { state: 'hidden', closesAt: null });
    });
    assert.equal((await store.findArticle('bai-1'))?.state, 'hidden');
    await store.close();
    assert.equal(logged.length, 1);
    assert.doesNotMatch(logged[0]!, /secret words/);
  });
});

describe('public answers about an article', () => {
  it('carry its tag, a hash, for caches of both habits', async (t) => {
    const paper = await openTestService(t);
    const id = await publishComment(paper, 'bai-1');
    const [one, two] = [articleTag('bai-1'), articleTag('bai-2')];
    assert.match(one, /^reader-comments-[\da-f]{32}$/);
    for (const [path, tags] of [
      ['?article=bai-1', [one]],
      ['?article=bai-1', [one]],
      [`/${id}`, [one]],
      [`/${id}/replies`, [one]],
      [`/page?article=bai-1&thread=${id}`, [one]],
      ['/fragment?article=bai-1', [one]],
      ['/feed?article=bai-1', [one]],
      ['/count?article=bai-1&article=bai-2', [one, two]],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { headers, status } = await paper.send(path);
      assert.equal(status, 200, path);
      assert.equal(headers.get('cache-tag'), tags.join(','), path);
      assert.equal(headers.get('surrogate-key'), tags.join(' '), path);
    }
  });
});
