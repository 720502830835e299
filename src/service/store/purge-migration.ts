import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How far purge and closings have come, so that no run looks at everything again. */
export const purgeTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('purge_cursors')
      .addColumn('kind', 'text', (column) => column.primaryKey())
      .addColumn('last', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('articles_by_closing')
      .on('articles')
      .column('closes_at')
      .where(sql<boolean>`closes_at is not null`)
      .execute();
  },
};
