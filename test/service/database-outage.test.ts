import assert from 'node:assert/strict';
import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, describe, it, type TestContext } from 'node:test';
import { ConfigurationError, openStore } from '../../src/service/index.ts';
import { isDatabaseGone } from '../../src/service/store/database-gone.ts';
import { openPostgresPool } from '../../src/service/store/postgres-pool.ts';
import { waitForDatabase } from '../../src/service/store/wait-for-database.ts';
import { openTestDesk, refusalCode } from '../support/desk-fixture.ts';
import {
  execute,
  findPostgres,
  type PostgresServer,
  roleWithPassword,
  startPostgres,
} from '../support/postgres-server.ts';
import {
  makeTemporaryFolder,
  plainDraft,
  readAnswer,
  readProblem,
} from '../support/service-fixture.ts';
import { isOneSentence, run, serve, start } from '../support/service-process.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';

const programs = findPostgres();
const password = 'mot-mat-khau-rat-dai';

/** An address that names a password, which the server does not ask for. */
const withPassword = (url: string): string => {
  const address = new URL(url);
  address.password = password;
  return address.href;
};

const linesOf = (stream: ChildProcess['stdout'], lines: string[]): void => {
  assert.ok(stream);
  createInterface({ input: stream }).on('line', (line) => lines.push(line));
};

/** Stands between a service and its database; its sockets can be broken, or fall silent. Gone after the test. */
const openProxy = async (t: TestContext, database: string) => {
  const address = new URL(database);
  const { hostname, port } = address;
  const sockets: Socket[] = [];
  const proxy = createServer((socket) => {
    const upstream = connect(Number(port), hostname);
    for (const one of [socket, upstream]) sockets.push(one.on('error', () => {}));
    socket.pipe(upstream).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  });
  address.port = String((proxy.address() as AddressInfo).port);
  return { href: address.href, sockets };
};

describe('waiting for a database', () => {
  const gone = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7'), { code: 'ECONNREFUSED' });

  it('tries again, by pauses that grow to ten seconds, and says so once for each', async () => {
    const pauses: number[] = [];
    const logged: string[] = [];
    let tries = 0;
    const open = async (): Promise<string> => {
      tries += 1;
      if (tries <= 8) throw gone;
      return 'opened';
    };
    const opened = await waitForDatabase(open, 'db:5432/comments', {
      log: (line) => logged.push(line),
      pause: async (ms) => pauses.push(ms),
    });
    assert.equal(opened, 'opened');
    const longest = [500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000];
    assert.equal(pauses.length, longest.length);
    for (const [index, most] of longest.entries()) {
      assert.ok(
        pauses[index]! >= most / 2 && pauses[index]! <= most,
        `${pauses[index]} of ${most}`,
      );
    }
    assert.equal(logged.length, longest.length);
    for (const line of logged) {
      assert.match(
        line,
        /^The database at db:5432\/comments cannot be reached \(ECONNREFUSED\); trying again in \d+\.\d s\.$/,
      );
    }
  });

  it('ends with what waiting does not mend', async () => {
    const refused = Object.assign(new Error('password authentication failed'), { code: '28P01' });
    const waited = waitForDatabase(() => Promise.reject(refused), 'db', {
      log: () => assert.fail('it says nothing'),
      pause: () => assert.fail('it does not wait'),
    });
    await assert.rejects(waited, refused);
  });

  it('is told from other failures by codes of Node.js and PostgreSQL, and by what pg says', () => {
    const coded = (code: string): Error => Object.assign(new Error('…'), { code });
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', '57P01', '57P03', '08006', '53300']) {
      assert.ok(isDatabaseGone(coded(code)), code);
    }
    assert.ok(isDatabaseGone(new Error('Connection terminated unexpectedly')));
    for (const code of ['28P01', '3D000', '40001', '23505', '57014', 'ERR_SQLITE_ERROR']) {
      assert.ok(!isDatabaseGone(coded(code)), code);
    }
    assert.ok(!isDatabaseGone(new Error('anything else')));
    assert.ok(!isDatabaseGone('57P01'));
  });
});

describe(
  'a service whose PostgreSQL goes and comes',
  {
    skip: programs === undefined && 'PostgreSQL is not here (postgresql)',
  },
  () => {
    let postgres: PostgresServer;

    before(async () => {
      postgres = await startPostgres(programs!);
    });

    after(() => postgres?.stop());

    const argumentsOf = (t: TestContext): readonly string[] => [
      ...['--data', makeTemporaryFolder(t), '--challenges', 'none'],
      ...['--moderation', 'post', '--limits', 'off'],
    ];

    it('waits for it at the start, says so, and then serves', async (t) => {
      await postgres.halt();
      t.after(() => postgres.resume());
      const env = { READER_COMMENTS_DATABASE: withPassword(postgres.url) };
      const child = start(['serve', '--port', '0', ...argumentsOf(t)], env);
      t.after(() => child.kill('SIGKILL'));
      const [out, err]: [string[], string[]] = [[], []];
      linesOf(child.stdout, out);
      linesOf(child.stderr, err);
      await waitForEqual(() => err.length >= 2, true);
      assert.deepEqual(out, []);
      await postgres.resume();
      await waitForEqual(() => out.length, 1);
      const { host, pathname } = new URL(postgres.url);
      for (const line of err) {
        assert.ok(line.includes(`The database at ${host}${pathname} cannot be reached (`), line);
        assert.ok(!line.includes(password));
      }
      const url = /http:\/\/\S+?(?=;)/.exec(out[0]!)?.[0];
      assert.equal((await fetch(`${url}?article=bai-1`)).status, 200);
    });

    it('can be told to stop while it waits', async (t) => {
      await postgres.halt();
      t.after(() => postgres.resume());
      const env = { READER_COMMENTS_DATABASE: postgres.url };
      const child = start(['serve', '--port', '0', ...argumentsOf(t)], env);
      const err: string[] = [];
      linesOf(child.stderr, err);
      await waitForEqual(() => err.length >= 1, true);
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      assert.deepEqual([child.exitCode, child.signalCode], [0, null]);
    });

    it('does not wait where waiting does not help: a refused password, no such database', async (t) => {
      await execute(postgres.url, `create role ${roleWithPassword} login password 'another-one'`);
      const refused = new URL(withPassword(postgres.url));
      refused.username = roleWithPassword;
      const missing = new URL(postgres.url);
      missing.pathname = '/nowhere';
      for (const address of [refused.href, missing.href]) {
        const env = { READER_COMMENTS_DATABASE: address };
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { exitCode, err } = await run(['serve', '--port', '0', ...argumentsOf(t)], env);
        assert.equal(exitCode, 1);
        isOneSentence(err);
        assert.match(err, /READER_COMMENTS_DATABASE/);
        assert.ok(!err.includes(password));
      }
    });

    it('is not waited for by the commands of the newsroom', async () => {
      await postgres.halt();
      const code = 'DATABASE_UNREADABLE';
      await assert.rejects(openStore(postgres.url), (error: Error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.equal(error.code, code);
        return true;
      });
      await postgres.resume();
    });

    for (const how of ['shut down', 'crash'] as const) {
      it(`refuses for a while in words, loses nothing it acknowledged, and goes on by itself (${how})`, async (t) => {
        const env = { READER_COMMENTS_DATABASE: postgres.url };
        const { child, url } = await serve(t, argumentsOf(t), env);
        const err: string[] = [];
        linesOf(child.stderr, err);
        const article = `bai ${how}`;
        const acknowledged = new Map<string, string>();
        const refused = new Map<string, string>();
        const over = new AbortController();
        const statuses = new Set<number>();

        const post = async (key: string, content: string): Promise<void> => {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': key },
            body: JSON.stringify({ ...plainDraft, article, content }),
          });
          statuses.add(response.status);
          if (response.status === 201) {
            acknowledged.set(content, (await readAnswer(response)).id);
            refused.delete(key);
            return;
          }
          const { code, retryAfterSeconds } = await readProblem(response);
          assert.equal(code, 'unavailable');
          assert.equal(response.headers.get('retry-after'), String(retryAfterSeconds));
          refused.set(key, content);
        };
        const load = async (reader: number): Promise<void> => {
          for (let number = 1; !over.signal.aborted; number += 1) {
            // oxlint-disable-next-line no-await-in-loop -- a reader sends one after the other
            await post(
              `${how}-${reader}-${number}`.replace(' ', '-'),
              `Ý kiến số ${number} của bạn đọc ${reader}.`,
            );
          }
        };
        const readers = Promise.all([1, 2, 3, 4, 5, 6].map(load));

        await waitForEqual(() => acknowledged.size > 50, true);
        await postgres.halt(how);
        await waitForEqual(() => refused.size > 20, true);
        assert.deepEqual(statuses, new Set([201, 503]));

        const origin = new URL(url).origin;
        const list = await fetch(`${url}?article=${article}`);
        assert.equal((await readProblem(list)).code, 'unavailable');
        const page = await fetch(`${url}/page?article=${article}`);
        assert.equal(page.status, 503);
        assert.ok(page.headers.has('retry-after'));
        assert.match(await page.text(), /Hệ thống đang bảo trì\. Bạn quay lại sau\./);
        assert.equal((await fetch(`${origin}/health/live`)).status, 200);
        const ready = await fetch(`${origin}/health/ready`);
        assert.equal(ready.status, 503);
        assert.deepEqual(await ready.json(), {
          status: 'unready',
          reason: 'The database does not answer.',
        });

        await postgres.resume();
        await waitForEqual(async () => (await fetch(`${origin}/health/ready`)).status, 200);
        const before = acknowledged.size;
        await waitForEqual(() => acknowledged.size > before + 50, true);
        over.abort();
        await readers;
        // As the form does: the same comment with the same key, for an answer may have been lost after the commit.
        await Promise.all([...refused].map(([key, content]) => post(key, content)));
        assert.equal(refused.size, 0);

        assert.deepEqual([child.exitCode, child.signalCode], [null, null]);
        const store = await openStore(postgres.url);
        t.after(() => store.close());
        const kept = await store.listComments({ article, limit: 1_000_000 });
        const contents = kept.map(({ texts }) => texts.content);
        assert.equal(new Set(contents).size, contents.length, 'each is kept once');
        const keptIds = new Map(kept.map(({ id, texts }) => [texts.content, id]));
        assert.deepEqual(
          [...acknowledged].filter(([content, id]) => keptIds.get(content) !== id),
          [],
          'each that was acknowledged is kept',
        );
        assert.ok(!err.join('\n').includes(plainDraft.email));
        child.kill('SIGTERM');
        await once(child, 'close');
        assert.equal(child.exitCode, 0);
      });
    }

    it('is told as gone to who uses a connection that breaks without a word, and to nobody else', async (t) => {
      const { href, sockets } = await openProxy(t, postgres.url);
      const pool = await openPostgresPool(href);
      t.after(() => pool.end());
      const busy = await pool.connect();
      const asked = busy.query('select pg_sleep(60)').catch((error: unknown) => error);
      for (const socket of sockets) socket.destroy();
      assert.ok(isDatabaseGone(await asked));
      busy.release();
      assert.deepEqual((await pool.query('select 1 as one')).rows, [{ one: 1 }]);
    });

    it('is given up where it has fallen silent: the next who asks has a connection of its own', async (t) => {
      const { href, sockets } = await openProxy(t, postgres.url);
      const pool = await openPostgresPool(href, { max: 1, silenceMs: 500 });
      t.after(() => pool.end());
      const one = await pool.connect();
      await one.query('begin');
      // Those that are there carry nothing any more and do not end, as behind a firewall that was started anew.
      for (const socket of sockets) socket.unpipe().pause();
      assert.ok(isDatabaseGone(await one.query('select 1').catch((error: unknown) => error)));
      assert.ok(isDatabaseGone(await one.query('rollback').catch((error: unknown) => error)));
      one.release();
      assert.deepEqual((await pool.query('select 1 as one')).rows, [{ one: 1 }]);
    });

    it('signs nobody out at the desk', async (t) => {
      const desk = await openTestDesk(t, { database: postgres.url });
      const browser = await desk.atDesk('viewer');
      await postgres.halt();
      for (const path of ['/api/me', '/api/queues']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const response = await browser.get(path);
        assert.equal(response.status, 503);
        assert.ok(response.headers.has('retry-after'));
        // oxlint-disable-next-line no-await-in-loop
        assert.equal(await refusalCode(response), 'unavailable');
      }
      await postgres.resume();
      assert.equal((await browser.get('/api/me')).status, 200);
    });
  },
);
