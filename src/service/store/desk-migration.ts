import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isHeld } from '../rules/hold-rule.ts';
import { actionOfStatus } from './audit-log.ts';
import { appendAudit } from './audit-queries.ts';
import { isPostgres } from './postgres-locks.ts';
import { createAuthorKey } from './author-key.ts';
import { signalsOf } from './stored-comment.ts';
import type { Tables } from './tables.ts';

const addColumns = async (db: Kysely<Tables>): Promise<void> => {
  for (const name of ['version', 'held', 'open_reports']) {
    // oxlint-disable-next-line no-await-in-loop -- SQLite adds one column at a time
    await db.schema
      .alterTable('comments')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  for (const [table, name] of [
    ['comments', 'author'],
    ['comments', 'edited_content'],
    ['articles', 'mode'],
    ['articles', 'section'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- SQLite adds one column at a time
    await db.schema.alterTable(table).addColumn(name, 'text').execute();
  }
};

const createTables = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('database_keys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('authors')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('standing', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .execute();
  await db.schema
    .createTable('modes')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('modes_by_name', ['scope', 'name'])
    .execute();
  await db.schema
    .createTable('audit_log')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('editor', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('article', 'text')
    .addColumn('from_status', 'text')
    .addColumn('to_status', 'text')
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('text_before', 'text')
    .addColumn('text_after', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_log_of_comment')
    .on('audit_log')
    .columns(['comment', 'number'])
    .execute();
};

const createIndexes = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createIndex('comments_waiting')
    .on('comments')
    .columns(['held', 'id'])
    .where(sql<boolean>`status = 'pending'`)
    .execute();
  await db.schema
    .createIndex('comments_reported')
    .on('comments')
    .columns(['open_reports', 'id'])
    .where(sql<boolean>`open_reports > 0`)
    .execute();
  await db.schema
    .createIndex('comments_of_article')
    .on('comments')
    .columns(['article', 'status', 'id'])
    .execute();
  await db.schema
    .createIndex('comments_by_author')
    .on('comments')
    .columns(['author', 'status', 'id'])
    .where(sql<boolean>`author is not null`)
    .execute();
  await db.schema
    .createIndex('comments_by_network')
    .on('comments')
    .columns(['network', 'id'])
    .where(sql<boolean>`network is not null`)
    .execute();
  await db.schema.dropIndex('comments_by_email').execute();
};

const rowsAtOnce = 500;

/** What new comments are kept with, for those that are there. */
const fillComments = async (db: Kysely<Tables>, key: string): Promise<void> => {
  const authorKey = createAuthorKey(key);
  let after = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
    const rows = await db
      .selectFrom('comments')
      .select(['id', 'email', 'signals'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute();
    for (const { id, email, signals } of rows) {
      // oxlint-disable-next-line no-await-in-loop
      await db
        .updateTable('comments')
        .set({ author: authorKey(email), held: Number(isHeld(signalsOf(signals))) })
        .where('id', '=', id)
        .execute();
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  await sql`update comments set open_reports = opened.number from (
    select reports.comment, count(*) as number from reports
    join comments as reported on reported.id = reports.comment
    where reported.status = 'published' and reports.created_at >= reported.decided_at
    group by reports.comment
  ) as opened where comments.id = opened.comment`.execute(db);
};

/** The log there was before, chained. */
const chainAuditLog = async (db: Kysely<Tables>): Promise<void> => {
  const changes = await sql<{
    comment: string;
    who: string;
    at: string;
    from_status: keyof typeof actionOfStatus;
    to_status: keyof typeof actionOfStatus;
    reason: string | null;
  }>`select * from status_changes order by id`.execute(db);
  for (const { comment, who, at, from_status: from, to_status: to, reason } of changes.rows) {
    const entry = { who, action: actionOfStatus[to], comment, from, to };
    // oxlint-disable-next-line no-await-in-loop -- each is chained to the one before
    await appendAudit(db, { ...entry, ...(reason !== null && { reason }) }, at);
  }
  await db.schema.dropTable('status_changes').execute();
};

/** What is written stays (L-12): also for who comes by another way than this service. */
const guardAuditLog = async (db: Kysely<Tables>): Promise<void> => {
  if (isPostgres(db)) {
    await sql`create function audit_log_keeps() returns trigger language plpgsql as
      'begin raise exception ''the audit log is append-only''; end'`.execute(db);
    await sql`create trigger audit_log_keeps before update or delete or truncate on audit_log
      for each statement execute function audit_log_keeps()`.execute(db);
    return;
  }
  for (const event of ['update', 'delete']) {
    // oxlint-disable-next-line no-await-in-loop
    await sql
      .raw(
        `create trigger audit_log_keeps_${event} before ${event} on audit_log
         begin select raise(abort, 'the audit log is append-only'); end`,
      )
      .execute(db);
  }
};

/** What the desk needs: versions, queues, authors, modes, the editor's text, and an audit log that is a chain. */
export const deskTables: Migration = {
  async up(given: Kysely<Tables>) {
    await addColumns(given);
    await createTables(given);
    const key = randomBytes(32).toString('base64url');
    await given.insertInto('database_keys').values({ name: 'author', value: key }).execute();
    await fillComments(given, key);
    await chainAuditLog(given);
    await guardAuditLog(given);
    await createIndexes(given);
  },
};
