import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Table = CreateTableBuilder<string, string>;

const byEditor = (table: Table): Table =>
  table.addColumn('userId', 'text', (column) =>
    column.notNull().references('editors.id').onDelete('cascade'),
  );

/**
 * Who works at the desk. Columns are those `better-auth` reads and writes, so that it has nothing to migrate; of
 * accounts elsewhere, which it knows too, there are none.
 */
export const editorTables: Migration = {
  async up(db: Kysely<unknown>) {
    // As in all other tables: times are ISO 8601 texts, and truth is 0 or 1. `better-auth` writes them so, on every
    // database, where it is told that this is SQLite.
    const instant = 'text';
    const truth = 'integer';
    const create = (name: string): Table =>
      db.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey());
    const dated = (table: Table): Table =>
      table
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull());

    await dated(create('editors'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', truth, (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('twoFactorEnabled', truth, (column) => column.notNull())
      .execute();
    await byEditor(dated(create('editor_sessions')))
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('expiresAt', instant, (column) => column.notNull())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('secondStep', truth)
      .execute();
    await byEditor(dated(create('editor_accounts')))
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', instant)
      .addColumn('refreshTokenExpiresAt', instant)
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .execute();
    await dated(create('editor_verifications'))
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', instant, (column) => column.notNull())
      .execute();
    await byEditor(create('editor_second_steps'))
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('backupCodes', 'text', (column) => column.notNull())
      .addColumn('verified', truth)
      .addColumn('failedVerificationCount', 'integer')
      .addColumn('lockedUntil', instant)
      .execute();
    await byEditor(create('editor_passkeys'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('publicKey', 'text', (column) => column.notNull())
      .addColumn('counter', 'bigint', (column) => column.notNull())
      .addColumn('transports', 'text', (column) => column.notNull())
      .addColumn('createdAt', instant, (column) => column.notNull())
      .execute();
    await byEditor(
      db.schema
        .createTable('editor_welcomes')
        .addColumn('hash', 'text', (column) => column.primaryKey()),
    )
      .addColumn('expiresAt', instant, (column) => column.notNull())
      .execute();
    const ofEditors = ['sessions', 'accounts', 'second_steps', 'passkeys', 'welcomes'];
    for (const name of ofEditors) {
      // One after the other: they share a transaction.
      // oxlint-disable-next-line no-await-in-loop
      await db.schema
        .createIndex(`editor_${name}_by_editor`)
        .on(`editor_${name}`)
        .column('userId')
        .execute();
    }
    await db.schema
      .createIndex('editor_verifications_by_identifier')
      .on('editor_verifications')
      .column('identifier')
      .execute();
  },
};
