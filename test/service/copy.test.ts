import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Kysely } from 'kysely';
import { createEditors } from '../../src/service/desk/editors.ts';
import { copyDatabase, type CopyStep } from '../../src/service/copy/copy-database.ts';
import { copiedParts } from '../../src/service/copy/copied-tables.ts';
import type { CommentStore } from '../../src/service/index.ts';
import { verifyChain } from '../../src/service/store/audit-log.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import { openDatabase } from '../../src/service/store/open-database.ts';
import { openSqlCommentStore } from '../../src/service/store/sql-comment-store.ts';
import type { Tables } from '../../src/service/store/tables.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { createDatabase, postgresUrl } from '../support/postgres-server.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { isOneSentence, run } from '../support/service-process.ts';

const now = (): number => Date.parse('2026-11-24T05:00:00Z');

interface Opened {
  readonly address: string;
  readonly db: Kysely<Tables>;
  readonly store: CommentStore;
}

const open = async (t: TestContext, address: string): Promise<Opened> => {
  const db = await openDatabase(address);
  t.after(() => db.destroy());
  return { address, db, store: await openSqlCommentStore(db, { now }) };
};

const openSqlite = async (t: TestContext): Promise<Opened> =>
  open(t, `sqlite:${join(makeTemporaryFolder(t), 'comments.sqlite')}`);

const openPostgres = async (t: TestContext): Promise<Opened> => {
  const database = await createDatabase();
  const opened = await open(t, database.url);
  t.after(() => database.drop());
  return opened;
};

const signals = [{ code: 'link', severity: 'hold', field: 'content', offsets: [[0, 3]] }] as const;

/** Something in every table that is copied: odd texts, answers, decisions, editors. */
async function fill({ db, store }: Opened, comments: number): Promise<void> {
  const newId = createUuidV7(now);
  let first: string | undefined;
  await store.transaction(async (one) => {
    await one.saveNotice({ hash: 'h', version: '1', locale: 'vi', text: 'Báo', consents: [] });
    await one.saveArticle('bai-1', { url: 'https://paper.test/bai-1', title: 'Bài “1”' });
    await one.setSectionMode('Thể thao', 'post');
    for (let number = 0; number < comments; number++) {
      const content = `Ý kiến thứ ${number}, Hòa Bình 👨‍👩‍👧 '"\\ ${'x'.repeat(number % 50)}`;
      const texts = { name: 'Ý', address: '', email: `y${number % 7}@example.vn`, content };
      const rawTexts = { ...texts, content: `${content}\u0000\uD800` };
      const id = newId();
      await one.insert({
        id,
        article: 'bai-1',
        parent: number % 5 === 4 ? (first ?? null) : null,
        texts,
        rawTexts,
        signals,
        ...(number % 3 === 0 && { network: '192.0.2.0/24', copyKey: 'k', verifiedAs: '' }),
      });
      if (number % 2 === 0) await one.changeStatus({ id, to: 'published', who: 'Hoa' });
      first ??= id;
    }
    await one.like(first!, 'visitor');
    await one.report({ comment: first!, visitor: 'v', reason: 'spam', note: 'Sai.' });
    await one.rememberAnswer('key', { fingerprint: 'f', comment: first!, status: 'pending' }, 60);
    await one.spend('challenge', 60);
    await one.setStandingOfAuthor('author', { standing: 'muted', until: null });
    await one.addWords([{ list: 'ban', text: 'vay nhanh', isEveryday: false }], 'Hoa');
    await one.countWordsVersion();
    await one.keepPurgeCursor('emails', first!);
    await one.beginRecheck([{ text: 'vay nhanh', isEveryday: false }]);
    const change = { id: first!, who: 'Hoa', action: 'edit', editedContent: 'Khác hẳn.' } as const;
    await one.edit(change);
  });
  const email = 'hoa@paper.test';
  await createEditors({ db, now }).add({ name: 'Hoa', email, role: 'admin' });
  const { id } = await db.selectFrom('editors').select('id').executeTakeFirstOrThrow();
  const dated = { createdAt: 'x', updatedAt: 'x' };
  await db
    .insertInto('editor_passkeys')
    .values({
      id: 'p',
      userId: id,
      name: 'khóa',
      publicKey: 'k',
      counter: 2 ** 40,
      transports: '[]',
      createdAt: 'x',
    })
    .execute();
  await db
    .insertInto('editor_sessions')
    .values({
      ...dated,
      id: 's',
      userId: id,
      token: 't',
      expiresAt: 'x',
      ipAddress: null,
      userAgent: null,
      secondStep: 1,
    })
    .execute();
  await db
    .insertInto('editor_accounts')
    .values({ ...dated, id: 'a', userId: id, accountId: id, providerId: 'x', password: null })
    .execute();
  await db
    .insertInto('editor_verifications')
    .values({ ...dated, id: 'v', identifier: 'i', value: 'x', expiresAt: 'x' })
    .execute();
  await db
    .insertInto('editor_second_steps')
    .values({
      id: 'z',
      userId: id,
      secret: 's',
      backupCodes: 'c',
      verified: 1,
      failedVerificationCount: 0,
      lockedUntil: null,
    })
    .execute();
}

const search = async ({ store }: Opened, words: string): Promise<number> =>
  (await store.searchComments({ phrases: [searchWords(words)], limit: 100 })).comments.length;

/** Everything a store shows of what it holds. */
const holdings = async (opened: Opened) => {
  const { store } = opened;
  const comments = await store.listComments({ limit: 10_000 });
  return {
    comments,
    counts: await store.countQueues(),
    page: await store.listPublished({ article: 'bai-1', sort: 'newest', limit: 20 }),
    article: await store.findArticle('bai-1'),
    modes: await store.listModes(),
    words: await store.listWords(),
    card: await store.findAuthorCard(comments[0]!),
    chain: await verifyChain(store.readAudit()),
    found: [await search(opened, 'hoa binh'), await search(opened, 'Khác hẳn')],
  };
};

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
