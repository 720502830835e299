import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it, type TestContext } from 'node:test';
import { createProcessJobs } from '../../src/service/jobs/process-jobs.ts';
import { openPostgresJobs } from '../../src/service/jobs/postgres-jobs.ts';
import type { Job } from '../../src/service/jobs/jobs.ts';
import { serviceJobs } from '../../src/service/jobs/service-jobs.ts';
import { createSqliteStore, type Removal } from '../../src/service/index.ts';
import { articleTag } from '../../src/service/cache-tags.ts';
import { createDatabase, postgresUrl } from '../support/postgres-server.ts';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';

const skip = postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)';

const job = (run: Job['run'], changes: Partial<Job> = {}): Job => ({
  name: 'test',
  everyMinutes: 1,
  run,
  ...changes,
});

describe('jobs in the process', () => {
  it('are done again and again, one after the other, until the service closes', async () => {
    const logged: string[] = [];
    const jobs = createProcessJobs({ log: (line) => void logged.push(line), unitMs: 5 });
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    await jobs.start([
      job(async () => {
        most = Math.max(most, (atOnce += 1));
        await pause(12);
        atOnce -= 1;
        runs += 1;
      }),
    ]);
    await waitForEqual(() => runs >= 3, true);
    await jobs.close();
    const done = runs;
    await pause(40);
    assert.deepEqual([runs, most, atOnce], [done, 1, 0]);
    assert.deepEqual(logged, []);
  });

  it('fail with a line in the log, and are done again', async () => {
    const logged: string[] = [];
    const jobs = createProcessJobs({ log: (line) => void logged.push(line), unitMs: 5 });
    await jobs.start([
      job(async () => {
        throw new TypeError('no');
      }),
    ]);
    await waitForEqual(() => logged.length >= 2, true);
    await jobs.close();
    assert.match(logged[0]!, /^The job test failed: /);
  });

  it('are told when the service closes, and waited for', async () => {
    const jobs = createProcessJobs({ log: assert.fail, unitMs: 5 });
    let isBegun = false;
    let isEnded = false;
    await jobs.start([
      job(async (signal) => {
        isBegun = true;
        await pause(60_000, undefined, { signal }).catch(() => {});
        isEnded = true;
      }),
    ]);
    await waitForEqual(() => isBegun, true);
    await jobs.close();
    assert.equal(isEnded, true);
  });
});

describe('jobs on PostgreSQL', { skip }, () => {
  const openInstances = async (t: TestContext, count: number, each: readonly Job[]) => {
    const database = await createDatabase();
    const logged: string[] = [];
    const all = await Promise.all(
      Array.from({ length: count }, () =>
        openPostgresJobs(database.url, { log: (line) => void logged.push(line) }),
      ),
    );
    t.after(async () => {
      await Promise.all(all.map((one) => one.close()));
      await database.drop();
    });
    // All at the same moment, on a database that has no queue yet.
    await Promise.all(all.map((one) => one.start(each)));
    return { database, logged, all };
  };

  it('are made once by instances that start together, and done by one of them at a time', async (t) => {
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const work = job(async () => {
      most = Math.max(most, (atOnce += 1));
      await pause(300);
      atOnce -= 1;
      runs += 1;
    });
    const { database, logged } = await openInstances(t, 3, [work]);
    assert.deepEqual(logged, []);
    // In place of waiting for the clock: what the schedule sends, three at the same moment.
    const send = (): Promise<void> =>
      database.execute(
        `insert into reader_comments_jobs.job (name, policy) select name, policy from reader_comments_jobs.queue
         where name = 'test' on conflict do nothing`,
      );
    await Promise.all([send(), send(), send()]);
    await waitForEqual(() => runs, 1);
    await pause(2500);
    assert.deepEqual([runs, most], [1, 1]);
    await send();
    await waitForEqual(() => runs, 2);
  });

  it('keep their schedule in the database, once for all instances', async (t) => {
    const { database } = await openInstances(t, 2, [
      job(async () => {}),
      job(async () => {}, { name: 'hourly', everyMinutes: 60 }),
    ]);
    await database.execute(
      `do $$ begin
         assert (select string_agg(name || ' ' || cron, ', ' order by name) from reader_comments_jobs.schedule)
           = 'hourly 0 * * * *, test */1 * * * *';
       end $$`,
    );
  });

  it('say what to install where their library is missing', async () => {
    const load = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('not there'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await assert.rejects(openPostgresJobs('postgres://x', { log: assert.fail, load }), {
      code: 'LIBRARY_MISSING',
      message: /npm install pg-boss/,
    });
  });

  it('do not hold the service up where the database takes no queue', async (t) => {
    const logged: string[] = [];
    const jobs = await openPostgresJobs('postgres://nobody@127.0.0.1:1/none', {
      log: (line) => void logged.push(line),
    });
    t.after(() => jobs.close());
    await jobs.start([job(async () => {})]);
    assert.match(logged.join('\n'), /^Jobs cannot be done by this instance: /m);
  });
});

describe('the job that tells of closings (L-14)', () => {
  it('tells caches of an article once, at the end of its time', async (t) => {
    let nowMs = Date.parse('2026-11-01T00:00:00Z');
    const now = (): number => nowMs;
    const store = await createSqliteStore({
      file: join(makeTemporaryFolder(t), 'comments.sqlite'),
      now,
    });
    t.after(() => store.close());
    await store.transaction((one) => one.saveArticle('bai-1'));
    const told: Removal[] = [];
    const [closing] = serviceJobs({
      store,
      now,
      autoCloseDays: 14,
      retention: { keepRefusedDays: 0, keepEmailDays: 0, keepNetworkDays: 0 },
      rechecks: { run() {}, settle: async () => {} },
      onRemoval: (removal) => void told.push(removal),
    });
    const { signal } = new AbortController();
    const passDays = async (days: number): Promise<void> => {
      nowMs += days * 86_400_000;
      await closing!.run(signal);
    };
    await passDays(0);
    await passDays(13);
    assert.deepEqual(told, []);
    const { revision } = (await store.findArticle('bai-1'))!;
    await passDays(1);
    await passDays(1);
    assert.deepEqual(told, [{ article: 'bai-1', tags: [articleTag('bai-1')] }]);
    assert.equal((await store.findArticle('bai-1'))!.revision, revision + 1);
  });
});
