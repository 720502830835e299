import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the newsroom's settings of articles need: versions, a list in order, sections, and who set an article last. */
export const articleSettings: Migration = {
  async up(db) {
    await db.schema
      .alterTable('articles')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('articles_by_time')
      .on('articles')
      .columns(['created_at', 'id'])
      .execute();
    await db.schema
      .createIndex('articles_by_section')
      .on('articles')
      .column('section')
      .where(sql<boolean>`section is not null`)
      .execute();
    await db.schema
      .createIndex('audit_log_of_article')
      .on('audit_log')
      .columns(['article', 'number'])
      .where(sql<boolean>`article is not null`)
      .execute();
  },
};
