import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createSqliteStore, openStore } from '../../src/service/index.ts';
import { verifyChain } from '../../src/service/store/audit-log.ts';
import { migrationProvider } from '../../src/service/store/migrations.ts';
import { openNodeSqliteDatabase } from '../../src/service/store/node-sqlite-database.ts';
import { createNodeSqliteDialect } from '../../src/service/store/node-sqlite-dialect.ts';
import type { Tables } from '../../src/service/store/tables.ts';
import { readAll } from '../support/read-all.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { deskReadingContract } from './desk-reading-contract.ts';
import { modesContract } from './modes-contract.ts';
import { newsroomContract } from './newsroom-contract.ts';
import { publishedContract } from './published-contract.ts';
import { purgeContract } from './purge-contract.ts';
import { readerMarksContract } from './reader-marks-contract.ts';
import { statsContract } from './stats-contract.ts';
import { storeContract, type StoreUnderTest } from './store-contract.ts';
import { wordsContract } from './words-contract.ts';

const createStore = async (now: () => number): Promise<StoreUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'reader-comments-'));
  const file = join(folder, 'comments.sqlite');
  const store = await createSqliteStore({ file, now });
  const setLikes: StoreUnderTest['setLikes'] = async (id, likes) => {
    const database = new DatabaseSync(file);
    database.prepare('update comments set likes = ? where id = ?').run(likes, id);
    database.close();
  };
  const execute: StoreUnderTest['execute'] = async (statement) => {
    const database = new DatabaseSync(file);
    try {
      database.exec(statement);
    } finally {
      database.close();
    }
  };
  return { store, setLikes, execute, dispose: () => rm(folder, { recursive: true }) };
};

storeContract('a SQLite file', createStore);
publishedContract('a SQLite file', createStore);
readerMarksContract('a SQLite file', createStore);
newsroomContract('a SQLite file', createStore);
deskReadingContract('a SQLite file', createStore);
modesContract('a SQLite file', createStore);
wordsContract('a SQLite file', createStore);
statsContract('a SQLite file', createStore);
purgeContract('a SQLite file', createStore);

describe('createSqliteStore', () => {
  const comment = {
    id: '01a20c18-dcba-7000-8000-000000000001',
    article: 'bai-1',
    parent: null,
    texts: { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' },
    rawTexts: { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' },
    signals: [],
  };

  it('finds again what was kept before it was closed, and migrates only once', async (t) => {
    const file = join(makeTemporaryFolder(t), 'new folder', 'comments.sqlite');
    const first = await createSqliteStore({ file });
    await first.transaction(async (transaction) => {
      await transaction.saveArticle(comment.article);
      await transaction.insert(comment);
    });
    await first.close();
    const second = await createSqliteStore({ file });
    t.after(() => second.close());
    assert.equal((await second.listComments({ limit: 10 })).length, 1);
  });

  it('writes ahead, keeps references, and leaves raw text as a JSON string literal', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = await createSqliteStore({ file });
    t.after(() => store.close());
    await store.transaction(async (transaction) => {
      await transaction.saveArticle(comment.article);
      await transaction.insert({ ...comment, rawTexts: { ...comment.rawTexts, name: '\u0000Ý"' } });
    });
    const database = new DatabaseSync(file);
    t.after(() => database.close());
    assert.equal(database.prepare('pragma journal_mode').get()?.['journal_mode'], 'wal');
    const row = database.prepare('select raw_name, name from comments').get();
    assert.deepEqual({ ...row }, { raw_name: '"\\u0000Ý\\""', name: 'Ý' });
  });

  it('shares a file with another store that writes at the same time', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const stores = await Promise.all([createSqliteStore({ file }), createSqliteStore({ file })]);
    t.after(() => Promise.all(stores.map((store) => store.close())));
    const spends = Array.from({ length: 40 }, (_, index) =>
      stores[index % 2]!.transaction((transaction) => transaction.spend(`code-${index >> 1}`, 60)),
    );
    assert.equal((await Promise.all(spends)).filter(Boolean).length, 20);
  });

  it('lets go of answers whose life is over as new ones come, a few at a time', async (t) => {
    let nowMs = 0;
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const store = await createSqliteStore({ file, now: () => nowMs });
    t.after(() => store.close());
    const database = new DatabaseSync(file, { readOnly: true });
    t.after(() => database.close());
    const count = (): unknown =>
      database.prepare('select count(*) as n from remembered_answers').get()?.['n'];
    const remember = (key: string): Promise<void> =>
      store.transaction((transaction) =>
        transaction.rememberAnswer(
          key,
          { fingerprint: 'f', comment: comment.id, status: 'pending' },
          60,
        ),
      );
    await store.transaction(async (transaction) => {
      await transaction.saveArticle(comment.article);
      await transaction.insert(comment);
    });
    for (let index = 0; index < 25; index += 1) await remember(`old ${index}`);
    assert.equal(count(), 25);
    nowMs += 60_000;
    const counts: unknown[] = [];
    for (let index = 0; index < 4; index += 1) {
      await remember(`new ${index}`);
      counts.push(count());
    }
    assert.deepEqual(counts, [16, 7, 3, 4]);
  });

  it('brings the file of an earlier version to its latest, and keeps what is there', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const answer = {
      ...comment,
      id: '01a20c18-dcba-7000-8000-000000000002',
      parent: comment.id,
    };
    const database = openNodeSqliteDatabase(file);
    const db = new Kysely<Tables>({ dialect: createNodeSqliteDialect(database) });
    const migrator = new Migrator({ db, provider: migrationProvider });
    assert.equal((await migrator.migrateTo('0001-first-tables')).error, undefined);
    await sql`insert into articles values ('bai-1', null, null, 2, '2026-11-24T05:00:00.000Z')`.execute(
      db,
    );
    for (const [index, { id, parent }] of [comment, answer].entries()) {
      const signals = index === 0 ? '[]' : '["fast"]';
      const at = `2026-11-24T05:00:0${index}.000Z`;
      await sql`insert into comments values (${id}, 'bai-1', ${parent}, 'published', 'Ý', '', 'y@example.vn', 'Hay',
        '"Ý"', '""', '"y@example.vn"', '"Hay"', ${signals}, ${at}, ${at}, ${at})`.execute(db);
      await sql`insert into status_changes values (${`a${index}`}, ${id}, 'test', ${at}, 'pending', 'published', null)`.execute(
        db,
      );
    }
    await db.destroy();
    const second = await createSqliteStore({ file });
    t.after(() => second.close());
    const list = { article: 'bai-1', sort: 'newest', limit: 20 } as const;
    const { comments } = await second.listPublished(list);
    assert.deepEqual(
      comments.map(({ id, replies, repliesCount }) => [id, replies[0]?.id, repliesCount]),
      [[comment.id, answer.id, 1]],
    );
    const fast = { code: 'fast', severity: 'hold', offsets: [] };
    const { comments: found } = await second.searchComments({
      phrases: [[{ folded: 'hay', exact: 'hay' }]],
      limit: 20,
    });
    assert.deepEqual(
      found.map(({ id }) => id),
      [answer.id, comment.id],
    );
    assert.deepEqual((await second.find(comment.id))?.signals, []);
    assert.deepEqual((await second.find(answer.id))?.signals, [fast]);
    assert.match((await second.find(answer.id))?.author ?? '', /^[\w-]{43}$/);
    assert.deepEqual(
      (await readAll(second.readAudit())).map(({ who, action, comment: of }) => [who, action, of]),
      [comment, answer].map(({ id }) => ['test', 'publish', id]),
    );
    assert.equal((await verifyChain(second.readAudit())).kind, 'whole');
    assert.equal(
      await second.transaction((transaction) => transaction.hasPublished('Y@example.vn')),
      true,
    );
    await second.transaction(async (transaction) => {
      await transaction.rememberAnswer(
        'k',
        { fingerprint: 'f', comment: comment.id, status: 'pending' },
        60,
      );
      assert.equal((await transaction.recallAnswer('k'))?.comment.id, comment.id);
    });
  });

  it('goes on with the tables of a later version that has only added to them (expand, then contract)', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    await (await createSqliteStore({ file })).close();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('9998-later', '')");
    const store = await createSqliteStore({ file });
    await store.transaction((one) => one.saveArticle('bai-1'));
    await store.close();
    database.exec("insert into kysely_migration values ('9999-contract-something', '')");
    database.close();
    await assert.rejects(createSqliteStore({ file }), {
      code: 'DATABASE_UNREADABLE',
      message: /a later version of reader-comments has changed it for good/,
    });
  });

  it('says in one sentence that a file is no database', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    await writeFile(file, 'x'.repeat(5000));
    await assert.rejects(createSqliteStore({ file }), {
      code: 'DATABASE_UNREADABLE',
      message: `The database file ${file} cannot be used (file is not a database); choose another one with --database or READER_COMMENTS_DATABASE.`,
    });
  });

  it('opens sqlite: addresses and refuses all others', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    await (await openStore(`sqlite:${file}`)).close();
    await assert.rejects(openStore('mysql://localhost'), { code: 'DATABASE_UNKNOWN' });
    await assert.rejects(openStore('sqlite:'), { code: 'DATABASE_UNKNOWN' });
  });
});
