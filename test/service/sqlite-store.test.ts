import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSqliteStore, openStore } from '../../src/service/index.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { publishedContract } from './published-contract.ts';
import { readerMarksContract } from './reader-marks-contract.ts';
import { storeContract, type StoreUnderTest } from './store-contract.ts';

const createStore = async (now: () => number): Promise<StoreUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'reader-comments-'));
  const file = join(folder, 'comments.sqlite');
  const store = await createSqliteStore({ file, now });
  const setLikes: StoreUnderTest['setLikes'] = async (id, likes) => {
    const database = new DatabaseSync(file);
    database.prepare('update comments set likes = ? where id = ?').run(likes, id);
    database.close();
  };
  return { store, setLikes, dispose: () => rm(folder, { recursive: true }) };
};

storeContract('a SQLite file', createStore);
publishedContract('a SQLite file', createStore);
readerMarksContract('a SQLite file', createStore);

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
    const first = await createSqliteStore({ file });
    await first.transaction(async (transaction) => {
      await transaction.saveArticle(comment.article);
      for (const one of [comment, answer]) {
        await transaction.insert(one);
        await transaction.changeStatus({ id: one.id, to: 'published', who: 'test' });
      }
    });
    await first.close();
    const database = new DatabaseSync(file);
    for (const index of ['comments_by_time', 'comments_by_likes', 'replies_by_time']) {
      database.exec(`drop index ${index}`);
    }
    database.exec('create index comments_of_article on comments (article, status)');
    for (const table of ['likes', 'reports']) database.exec(`drop table ${table}`);
    const ofEditors = 'sessions accounts verifications second_steps passkeys welcomes'.split(' ');
    for (const table of ofEditors) database.exec(`drop table editor_${table}`);
    database.exec('drop table editors');
    for (const column of ['state', 'closes_at', 'revision']) {
      database.exec(`alter table articles drop column ${column}`);
    }
    for (const column of 'pinned pick staff edited likes published_replies listed'.split(' ')) {
      database.exec(`alter table comments drop column ${column}`);
    }
    database.exec(`update comments set signals = '["fast"]' where parent is not null`);
    database.exec('drop index comments_by_copy_key');
    database.exec('drop index comments_by_email');
    database.exec('alter table comments drop column copy_key');
    database.exec('alter table comments drop column verified_as');
    database.exec('drop table remembered_answers');
    database.exec('alter table comments drop column notice');
    database.exec('alter table comments drop column consents');
    database.exec('alter table comments drop column network');
    database.exec('drop table notices');
    database.exec("delete from kysely_migration where name > '0001-first-tables'");
    database.close();
    const second = await createSqliteStore({ file });
    t.after(() => second.close());
    const list = { article: 'bai-1', sort: 'newest', limit: 20 } as const;
    const { comments } = await second.listPublished(list);
    assert.deepEqual(
      comments.map(({ id, replies, repliesCount }) => [id, replies[0]?.id, repliesCount]),
      [[comment.id, answer.id, 1]],
    );
    const fast = { code: 'fast', severity: 'hold', offsets: [] };
    assert.deepEqual((await second.find(comment.id))?.signals, []);
    assert.deepEqual((await second.find(answer.id))?.signals, [fast]);
    await second.transaction(async (transaction) => {
      await transaction.rememberAnswer(
        'k',
        { fingerprint: 'f', comment: comment.id, status: 'pending' },
        60,
      );
      assert.equal((await transaction.recallAnswer('k'))?.comment.id, comment.id);
    });
  });

  it('does not touch the file of a later version', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    await (await createSqliteStore({ file })).close();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('9999-later', '')");
    database.close();
    await assert.rejects(createSqliteStore({ file }), { code: 'DATABASE_UNREADABLE' });
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
