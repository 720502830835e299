import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { copyDatabase, type CopyStep } from '../../src/service/copy/copy-database.ts';
import { copiedParts } from '../../src/service/copy/copied-tables.ts';
import { fill, holdings, type Opened, openPostgres, openSqlite } from '../support/filled-store.ts';
import { postgresUrl } from '../support/postgres-server.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { isOneSentence, run } from '../support/service-process.ts';

const kinds: Readonly<Record<string, (t: TestContext) => Promise<Opened>>> = {
  SQLite: openSqlite,
  ...(postgresUrl !== undefined && { PostgreSQL: openPostgres }),
};

describe('copying a database', () => {
  for (const [from, openSource] of Object.entries(kinds)) {
    for (const [to, openTarget] of Object.entries(kinds)) {
      it(`takes everything from ${from} to ${to}, search and authors too`, async (t) => {
        const source = await openSource(t);
        const target = await openTarget(t);
        await fill(source, 30);
        const counts = await copyDatabase(source.db, target.db);
        // A table that is forgotten here would be empty.
        for (const { name } of copiedParts) assert.ok(counts.get(name)! > 0, name);
        assert.deepEqual(await holdings(target), await holdings(source));
        await target.store.transaction((one) => one.saveArticle('bai-2'));
      });
    }
  }

  it('knows all tables but those that are made anew', async (t) => {
    const { db } = await openSqlite(t);
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    const copied = new Set<string>(copiedParts.map(({ table }) => table));
    assert.deepEqual(
      tables.filter((name) => !copied.has(name) && !name.startsWith('comment_words')),
      ['database_keys', 'search_rows', 'search_waiting'],
    );
  });

  it('goes on where it was cut off, wherever that was', async (t) => {
    const source = await openSqlite(t);
    const target = await openSqlite(t);
    await fill(source, 1300);
    let steps = 0;
    let isCut = true;
    for (let cuts = 1; isCut; cuts++) {
      isCut = false;
      // oxlint-disable-next-line no-await-in-loop, no-loop-func -- one try after the other
      await copyDatabase(source.db, target.db, () => {
        steps += 1;
        if (steps === cuts * 2 && cuts < 20) throw new Error('cut off');
      }).catch((error: Error) => {
        assert.equal(error.message, 'cut off');
        isCut = true;
      });
    }
    assert.ok(steps > 20);
    assert.deepEqual(await holdings(target), await holdings(source));
  });

  it('tells how far it is', async (t) => {
    const source = await openSqlite(t);
    const target = await openSqlite(t);
    await fill(source, 1300);
    const steps: CopyStep[] = [];
    await copyDatabase(source.db, target.db, (step) => steps.push(step));
    const copied = steps.filter(({ phase, part }) => phase === 'copying' && part === 'comments');
    assert.deepEqual(
      copied.map(({ rows, total }) => [rows, total]),
      [
        [500, 1040],
        [1000, 1040],
        [1040, 1040],
      ],
    );
    assert.ok(steps.some(({ phase, part }) => phase === 'comparing' && part === 'audit_log'));
  });

  it('refuses a target that holds something, and changes nothing there', async (t) => {
    const source = await openSqlite(t);
    const target = await openSqlite(t);
    await fill(source, 3);
    await target.store.transaction((one) => one.saveArticle('của báo khác'));
    await assert.rejects(copyDatabase(source.db, target.db), /is not empty/);
    assert.equal((await target.store.listComments({ limit: 9 })).length, 0);
    assert.ok(await target.store.findArticle('của báo khác'));
  });

  it('refuses to go on with a copy of another database', async (t) => {
    const [source, other, target] = [await openSqlite(t), await openSqlite(t), await openSqlite(t)];
    await fill(source, 3);
    const cut = (): never => {
      throw new Error('cut off');
    };
    await assert.rejects(copyDatabase(source.db, target.db, cut), /cut off/);
    await assert.rejects(copyDatabase(other.db, target.db), /a part of another one/);
    await assert.rejects(copyDatabase(target.db, other.db), /itself a copy that was cut off/);
  });

  it('says where both differ when something was written meanwhile', async (t) => {
    const source = await openSqlite(t);
    const target = await openSqlite(t);
    await fill(source, 3);
    let isWritten = false;
    const write = async ({ phase, part }: CopyStep): Promise<void> => {
      if (isWritten || phase !== 'copying' || part !== 'audit_log') return;
      isWritten = true;
      source.db
        .updateTable('comments')
        .set({ content: 'Khác' })
        .execute()
        .catch(() => {});
    };
    await assert.rejects(
      copyDatabase(source.db, target.db, (step) => void write(step)),
      /The copy differs in comments .*begin again/,
    );
  });
});

describe('reader-comments copy', () => {
  it('copies at the terminal, and says what was copied', async (t) => {
    const source = await openSqlite(t);
    await fill(source, 20);
    const target = `sqlite:${join(makeTemporaryFolder(t), 'copy.sqlite')}`;
    const { exitCode, out, err } = await run(['copy', source.address, target]);
    assert.equal(exitCode, 0, err);
    assert.match(out, /^articles: 1\n/);
    assert.match(out, /\ncomments: 16\nreplies: 4\n/);
    assert.match(out, /Copied and compared: both databases hold the same\.\n$/);
    assert.match(err, /^copying articles \[#{24}\] 100 %, 1 of 1\n/);
    const again = await run(['copy', source.address, target]);
    assert.equal(again.exitCode, 1);
    assert.match(again.err, /is not empty/);
  });

  for (const [what, words, message] of [
    ['one address', ['sqlite:a'], /two addresses/],
    ['the same address twice', ['sqlite:a', 'sqlite:a'], /two different databases/],
    ['three addresses', ['sqlite:a', 'sqlite:b', 'sqlite:c'], /two addresses/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { exitCode, err } = await run(['copy', ...words]);
      assert.equal(exitCode, 2);
      isOneSentence(err);
      assert.match(err, message);
    });
  }
});
