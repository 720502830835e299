import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** The newsroom's words, how often they were changed, and what is looked through for those that were banned. */
export const wordTables: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('words')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('list', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('everyday', 'integer', (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('words_version')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('number', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('rechecks')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('entries', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('last', 'text')
      .addColumn('checked', 'integer', (column) => column.notNull())
      .addColumn('found', 'integer', (column) => column.notNull())
      .execute();
  },
};
