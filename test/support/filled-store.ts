import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Kysely } from 'kysely';
import { createEditors } from '../../src/service/desk/editors.ts';
import type { CommentStore } from '../../src/service/index.ts';
import { verifyChain } from '../../src/service/store/audit-log.ts';
import { openDatabase } from '../../src/service/store/open-database.ts';
import { openSqlCommentStore } from '../../src/service/store/sql-comment-store.ts';
import type { Tables } from '../../src/service/store/tables.ts';
import { createUuidV7 } from '../../src/service/uuid-v7.ts';
import { searchWords } from '../../src/text/search-words.ts';
import { createDatabase } from './postgres-server.ts';
import { makeTemporaryFolder } from './service-fixture.ts';

const now = (): number => Date.parse('2026-11-24T05:00:00Z');

/** A database with its tables, and the store on it. */
export interface Opened {
  readonly address: string;
  readonly db: Kysely<Tables>;
  readonly store: CommentStore;
}

/** Opens a database for one test, and brings its tables up to date. */
export const openDatabaseFor = async (t: TestContext, address: string): Promise<Opened> => {
  const db = await openDatabase(address);
  t.after(() => db.destroy());
  return { address, db, store: await openSqlCommentStore(db, { now }) };
};

/** A new SQLite file. */
export const openSqlite = async (t: TestContext): Promise<Opened> =>
  openDatabaseFor(t, `sqlite:${join(makeTemporaryFolder(t), 'comments.sqlite')}`);

/** A new PostgreSQL database, dropped after the test. */
export const openPostgres = async (t: TestContext): Promise<Opened> => {
  const database = await createDatabase();
  const opened = await openDatabaseFor(t, database.url);
  t.after(() => database.drop());
  return opened;
};

const signals = [{ code: 'link', severity: 'hold', field: 'content', offsets: [[0, 3]] }] as const;

/** Something in every table that is copied: odd texts, answers, decisions, editors. */
export async function fill({ db, store }: Opened, comments: number): Promise<void> {
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
export const holdings = async (opened: Opened) => {
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
