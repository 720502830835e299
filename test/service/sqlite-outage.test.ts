import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../src/service/store/open-database.ts';
import { openSqlCommentStore } from '../../src/service/store/sql-comment-store.ts';
import {
  countComments,
  makeTemporaryFolder,
  openTestService,
  plainDraft,
  readAnswer,
  readProblem,
  type TestService,
} from '../support/service-fixture.ts';

/** A service whose SQLite file others can lock, and whose connection can be told how large it may grow. */
const openOnFile = async (t: TestContext) => {
  const folder = makeTemporaryFolder(t);
  const file = join(folder, 'comments.sqlite');
  const db = await openDatabase(`sqlite:${file}`);
  const store = await openSqlCommentStore(db, { now: () => Date.now() });
  t.after(() => store.close());
  const paper = await openTestService(t, { folder, wrapStore: () => store });
  return { file, db, paper };
};

/** Sends a draft as the form does: with the same key until it is taken. */
const postAgain = async (paper: TestService, content: string) => {
  const draft = await paper.solvedDraft({ content });
  const key = crypto.randomUUID();
  return () => paper.postJson('', draft, { 'idempotency-key': key });
};

const isRefusedForNow = async (paper: TestService, response: Response): Promise<void> => {
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.equal((await readProblem(response)).code, 'unavailable');
  assert.ok(!paper.logged.join('\n').includes(plainDraft.content));
};

describe('a SQLite file that cannot be written for a while', () => {
  it('refuses for now while another process writes for too long, and takes the same code after it', async (t) => {
    const { file, paper } = await openOnFile(t);
    const send = await postAgain(paper, plainDraft.content);
    const other = new DatabaseSync(file);
    t.after(() => other.close());
    other.exec('begin immediate');
    await isRefusedForNow(paper, await send());
    assert.match(paper.logged[0]!, /^POST failed: .*database is locked/);
    other.exec('rollback');
    assert.equal(await countComments(paper), 0);
    const { id } = await readAnswer(await send());
    assert.equal((await readAnswer(await send())).id, id);
    assert.equal(await countComments(paper), 1);
  });

  it('refuses for now while the disk is full, keeps what it has and goes on when there is room', async (t) => {
    const { db, paper } = await openOnFile(t);
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    const allow = (count: number): Promise<unknown> =>
      sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);
    await allow(pages.rows[0]!.page_count + 8);
    const sent: (() => Promise<Response>)[] = [];
    let last: Response;
    do {
      // oxlint-disable-next-line no-await-in-loop -- until there is no room
      sent.push(await postAgain(paper, `Ý kiến ${sent.length}: ${'dài '.repeat(400)}`));
      // oxlint-disable-next-line no-await-in-loop
      last = await sent.at(-1)!();
    } while (last.ok && sent.length < 100);
    await isRefusedForNow(paper, last);
    assert.match(paper.logged[0]!, /^POST failed: .*database or disk is full/);
    assert.equal(await countComments(paper), sent.length - 1);
    assert.equal((await paper.send(`?article=${plainDraft.article}`)).status, 200);
    await allow(1_000_000);
    assert.ok((await sent.at(-1)!()).ok);
    assert.equal(await countComments(paper), sent.length);
  });
});
