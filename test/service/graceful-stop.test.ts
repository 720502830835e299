import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type CommentService, readSettings, serveComments } from '../../src/service/index.ts';
import { openTestDesk } from '../support/desk-fixture.ts';
import { postgresUrl } from '../support/postgres-server.ts';
import { beginPost } from '../support/slow-post.ts';
import { createMigratedDatabase } from '../support/test-database.ts';
import {
  makeTemporaryFolder,
  openTestService,
  plainDraft,
  readPage,
} from '../support/service-fixture.ts';
import { concurrency, serve } from '../support/service-process.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';

const openSocket = async (t: TestContext, url: string): Promise<Socket> => {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
};

/** Whether a server takes another connection. */
const isListening = async (t: TestContext, url: string): Promise<boolean> => {
  try {
    (await openSocket(t, url)).destroy();
    return true;
  } catch {
    return false;
  }
};

const noPostgres = postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)';

describe('a service that is told to stop', { concurrency }, () => {
  const databases = {
    SQLite: async (folder: string) => ({
      url: `sqlite:${join(folder, 'comments.sqlite')}`,
      drop: async () => {},
    }),
    PostgreSQL: createMigratedDatabase,
  } as const;

  for (const [name, open] of Object.entries(databases)) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const skip = name === 'PostgreSQL' && noPostgres;
      it(
        `by ${signal} answers the request under way, and no other, on ${name}`,
        { skip },
        async (t) => {
          const folder = makeTemporaryFolder(t);
          const database = await open(folder);
          t.after(() => database.drop());
          const args = ['--data', folder, '--challenges', 'none', '--moderation', 'post'];
          const env = { READER_COMMENTS_DATABASE: database.url };
          const { child, url } = await serve(t, args, env);
          const post = await beginPost(url, plainDraft);
          const silent = await openSocket(t, url);
          const [silentEnd, ended] = [once(silent, 'close'), once(child, 'close')];
          child.kill(signal);
          await waitForEqual(() => isListening(t, url), false);
          await silentEnd;
          assert.deepEqual(await post.finish(), { status: 201, connection: 'close' });
          await ended;
          assert.deepEqual([child.exitCode, child.signalCode], [0, null]);
          const again = await serve(t, args, env);
          const page = await readPage(await fetch(`${again.url}?article=${plainDraft.article}`));
          assert.equal(page.comments[0]?.content, plainDraft.content);
        },
      );
    }
  }

  it('ends at once at the second signal', async (t) => {
    const { child, url } = await serve(t, [
      ...['--data', makeTemporaryFolder(t), '--challenges', 'none'],
    ]);
    const post = await beginPost(url, plainDraft);
    const [cut, ended] = [assert.rejects(post.cut), once(child, 'close')];
    child.kill('SIGTERM');
    await waitForEqual(() => isListening(t, url), false);
    child.kill('SIGTERM');
    await Promise.all([cut, ended]);
    assert.equal(child.signalCode, 'SIGTERM');
  });
});

describe('serveComments, being closed', () => {
  const start = async (
    t: TestContext,
    service: CommentService,
    closeTimeoutMs: number,
  ): Promise<{ url: string; logged: readonly string[]; close: () => Promise<void> }> => {
    const logged: string[] = [];
    const server = await serveComments({
      service,
      settings: readSettings({ port: 0 }),
      log: (line) => logged.push(line),
      closeTimeoutMs,
    });
    t.after(() => server.close());
    return { url: server.url, logged, close: () => server.close() };
  };

  it('cuts what is not answered in time, says so, and closes the service', async (t) => {
    const paper = await openTestService(t, { settings: { challenges: 'none' } });
    const { url, logged, close } = await start(t, paper.service, 200);
    const post = await beginPost(`${url}/comments`, plainDraft);
    const cut = assert.rejects(post.cut, { code: 'ECONNRESET' });
    await close();
    await cut;
    assert.deepEqual(logged, ['Requests not answered within 200 ms of the stop were cut.']);
    await assert.rejects(paper.store.listComments({ limit: 1 }), 'the database is closed');
  });

  it(
    'lets go of connections kept for later, and of editors who watch',
    { timeout: 30_000 },
    async (t) => {
      const desk = await openTestDesk(t);
      const { cookies } = await desk.atDesk('viewer');
      const { url, logged, close } = await start(t, desk.service, 60_000);
      const kept = await openSocket(t, url);
      kept.write('GET /nothing HTTP/1.1\r\nHost: paper.test\r\n\r\n');
      await once(kept, 'data');
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const live = await fetch(`${url}/comments/desk/api/live`, { headers: { cookie } });
      const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
      assert.match((await reader.read()).value ?? '', /^event: counts/);
      const keptEnd = once(kept, 'close');
      await close();
      assert.equal((await reader.read()).done, true);
      await keptEnd;
      assert.deepEqual(logged, []);
    },
  );
});
