import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  fill,
  holdings,
  type Opened,
  openDatabaseFor,
  openPostgres,
  openSqlite,
} from '../support/filled-store.ts';
import { createDatabase, findPostgres, postgresUrl } from '../support/postgres-server.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { isOneSentence } from '../support/service-process.ts';

const scriptOf = (name: string): string =>
  fileURLToPath(new URL(`../../demo/deploy/${name}.sh`, import.meta.url));

const env = {
  PATH: [dirname(process.execPath), findPostgres(), process.env['PATH']]
    .filter((folder) => folder !== undefined)
    .join(delimiter),
};

const runScript = (
  name: 'backup' | 'restore',
  ...args: readonly string[]
): SpawnSyncReturns<string> =>
  spawnSync('sh', [scriptOf(name), ...args], { env, encoding: 'utf8' });

const succeed = ({ status, stderr }: SpawnSyncReturns<string>): void =>
  assert.equal(status, 0, stderr);

/** Asserts that a script has refused, with a sentence that holds `what` as its last. */
const refuse = ({ status, stderr }: SpawnSyncReturns<string>, what: RegExp): void => {
  assert.equal(status, 1, stderr);
  const last = `${stderr.trimEnd().split('\n').at(-1)}\n`;
  isOneSentence(last);
  assert.match(last, what);
};

interface Kind {
  readonly open: (t: TestContext) => Promise<Opened>;
  /** A place to restore into, in which nothing is. */
  readonly place: (t: TestContext) => Promise<string>;
}

const kinds: Readonly<Record<string, Kind>> = {
  SQLite: {
    open: openSqlite,
    place: async (t) => `sqlite:${join(makeTemporaryFolder(t), 'comments.sqlite')}`,
  },
  ...(postgresUrl !== undefined && {
    PostgreSQL: {
      open: openPostgres,
      place: async (t: TestContext) => {
        const database = await createDatabase();
        t.after(() => database.drop());
        return database.url;
      },
    },
  }),
};

describe('backup.sh and restore.sh', () => {
  for (const [name, { open, place }] of Object.entries(kinds)) {
    it(`bring everything back that was in a ${name} database in use`, async (t) => {
      const source = await open(t);
      await fill(source, 60);
      const folder = makeTemporaryFolder(t);
      const file = join(folder, 'copy');
      succeed(runScript('backup', source.address, file));
      assert.deepEqual(readdirSync(folder), ['copy'], 'nothing else is left');
      const there = await place(t);
      succeed(runScript('restore', file, there));
      const restored = await openDatabaseFor(t, there);
      assert.deepEqual(await holdings(restored), await holdings(source));
      await restored.store.transaction((one) => one.saveArticle('bai-2'));
    });

    it(`take a ${name} database while comments come, with all that were kept before`, async (t) => {
      const source = await open(t);
      await fill(source, 20);
      const file = join(makeTemporaryFolder(t), 'copy');
      const child = spawn('sh', [scriptOf('backup'), source.address, file], { env });
      const ended = once(child, 'exit');
      let written = 0;
      while (child.exitCode === null) {
        written += 1;
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as long as the script runs
        await source.store.transaction((one) => one.saveArticle(`khi-do-${written}`));
        // SQLite's answers come at once: nothing would be heard of the script otherwise.
        // oxlint-disable-next-line no-await-in-loop
        await setImmediate();
      }
      assert.deepEqual(await ended, [0, null]);
      assert.ok(written > 1);
      const there = await place(t);
      succeed(runScript('restore', file, there));
      const restored = await openDatabaseFor(t, there);
      const { comments, chain } = await holdings(source);
      assert.partialDeepStrictEqual(await holdings(restored), { comments, chain });
    });

    it(`overwrite nothing with ${name}`, async (t) => {
      const source = await open(t);
      await fill(source, 5);
      const file = join(makeTemporaryFolder(t), 'copy');
      writeFileSync(file, 'another copy');
      refuse(runScript('backup', source.address, file), /There is .*copy already/);
      assert.equal(readFileSync(file, 'utf8'), 'another copy');
      const second = `${file}-2`;
      succeed(runScript('backup', source.address, second));
      const before = await holdings(source);
      refuse(runScript('restore', second, source.address), /already|not empty/);
      assert.deepEqual(await holdings(source), before);
    });

    it(`bring nothing back from a copy for ${name} that is not whole`, async (t) => {
      const source = await open(t);
      await fill(source, 60);
      const file = join(makeTemporaryFolder(t), 'copy');
      succeed(runScript('backup', source.address, file));
      const { length } = readFileSync(file);
      truncateSync(file, Math.floor(length * 0.6));
      const there = await place(t);
      refuse(runScript('restore', file, there), /no whole database|Nothing was brought back/);
      if (there.startsWith('sqlite:')) {
        assert.deepEqual(readdirSync(dirname(there.slice('sqlite:'.length))), []);
      } else {
        const empty = await openDatabaseFor(t, there);
        assert.equal((await empty.store.listComments({ limit: 1 })).length, 0);
      }
    });
  }

  it('make no copy of a database that is not there, and leave nothing behind', (t) => {
    const folder = makeTemporaryFolder(t);
    const missing = join(folder, 'missing.sqlite');
    refuse(runScript('backup', `sqlite:${missing}`, join(folder, 'copy')), /There is no database/);
    writeFileSync(missing, 'no database'.repeat(1000));
    refuse(runScript('backup', `sqlite:${missing}`, join(folder, 'copy')), /No copy of/);
    assert.deepEqual(readdirSync(folder), ['missing.sqlite']);
  });

  it('restore no SQLite file beside the log of another one', async (t) => {
    const source = await openSqlite(t);
    await fill(source, 5);
    const folder = makeTemporaryFolder(t);
    succeed(runScript('backup', source.address, join(folder, 'copy')));
    writeFileSync(join(folder, 'comments.sqlite-wal'), 'x');
    const place = join(folder, 'comments.sqlite');
    refuse(runScript('restore', join(folder, 'copy'), `sqlite:${place}`), /-wal already/);
    assert.ok(!existsSync(place));
  });

  it('take no password in the command, where others can read it', (t) => {
    const file = join(makeTemporaryFolder(t), 'copy');
    const address = 'postgres://comments:bimat@db.example.vn/comments';
    refuse(runScript('backup', address, file), /PGPASSWORD/);
    writeFileSync(file, '');
    refuse(runScript('restore', file, address), /PGPASSWORD/);
  });

  it('make copies that their owner alone can read', async (t) => {
    const source = await openSqlite(t);
    await fill(source, 5);
    const file = join(makeTemporaryFolder(t), 'copy');
    succeed(runScript('backup', source.address, file));
    const { stdout } = spawnSync('stat', ['-c', '%a', file], { encoding: 'utf8' });
    assert.equal(stdout.trim(), '600');
  });
});
