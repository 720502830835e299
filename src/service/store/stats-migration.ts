import type { Migration } from 'kysely/migration';

/** What was done in a span of time is found without reading the whole audit log. */
export const statsIndex: Migration = {
  async up(db) {
    await db.schema
      .createIndex('audit_log_by_time')
      .on('audit_log')
      .columns(['at', 'number'])
      .execute();
  },
};
