import type { Kysely } from 'kysely';
import { privacyNoticeSchema } from '../../protocol/schemas-of-consent.ts';
import {
  findArticle,
  findArticles,
  findArticleWithModes,
  listArticles,
} from './article-queries.ts';
import { listAuditOf, readAudit } from './audit-queries.ts';
import { createAuthorKey } from './author-key.ts';
import type { CommentStore } from './comment-store.ts';
import { createPublishedLists } from './published-lists.ts';
import { createDeskReading } from './sql-desk-reading.ts';
import { isPostgres } from './postgres-locks.ts';
import { createPostgresSearch } from './postgres-search.ts';
import { createSqliteSearch } from './sqlite-search.ts';
import { retryTransaction } from './retry-transaction.ts';
import { createReportList } from './sql-reader-marks.ts';
import { createPurgeReading } from './sql-purge.ts';
import { createStatsReading } from './sql-stats.ts';
import { createWordReading } from './sql-words.ts';
import { createSqlTransaction, type SqlStoreEffects } from './sql-transaction.ts';
import { toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';
import { findComment } from './transaction-queries.ts';

/** The store on any SQL database that Kysely speaks; its tables must be at their latest. */
function createSqlCommentStore(db: Kysely<Tables>, effects: SqlStoreEffects): CommentStore {
  return {
    transaction: (work) =>
      retryTransaction(() =>
        db.transaction().execute((sql) => work(createSqlTransaction(sql, effects))),
      ),

    async find(id) {
      const [row] = (await findComment(db, { id })).rows;
      return row && toStoredComment(row);
    },

    ...createPublishedLists(db),
    findArticle: (id) => findArticle(db, id),
    findArticleWithModes: (id) => findArticleWithModes(db, id),
    findArticles: (ids) => findArticles(db, ids),
    listArticles: (limit) => listArticles(db, limit),

    async listComments({ status, article, limit }) {
      let found = db.selectFrom('comments').selectAll().orderBy('id', 'desc').limit(limit);
      if (status !== undefined) found = found.where('status', '=', status);
      if (article !== undefined) found = found.where('article', '=', article);
      return (await found.execute()).map(toStoredComment);
    },

    listAuditOf: (comment) => listAuditOf(db, comment),
    readAudit: () => readAudit(db),

    async findNotice(hash) {
      const row = await db
        .selectFrom('notices')
        .select('notice')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row && privacyNoticeSchema.parse(JSON.parse(row.notice));
    },

    async findArticlePage(article) {
      const row = await db
        .selectFrom('articles')
        .select(['page_url', 'page_title'])
        .where('id', '=', article)
        .executeTakeFirst();
      if (!row || row.page_url === null || row.page_title === null) return undefined;
      return { url: row.page_url, title: row.page_title };
    },

    ...createReportList(db),
    ...createDeskReading(db, effects),
    ...createStatsReading(db),
    ...createWordReading(db),
    ...createPurgeReading(db),

    async ping() {
      await db.selectFrom('database_keys').select('name').limit(1).execute();
    },
    close: () => db.destroy(),
  };
}

/** The same, opened, naming authors by the key of the database, which its migration made. */
export async function openSqlCommentStore(
  db: Kysely<Tables>,
  { now }: Pick<SqlStoreEffects, 'now'>,
): Promise<CommentStore> {
  const { value } = await db
    .selectFrom('database_keys')
    .select('value')
    .where('name', '=', 'author')
    .executeTakeFirstOrThrow();
  const search = isPostgres(db) ? createPostgresSearch() : createSqliteSearch({ now });
  return createSqlCommentStore(db, { now, authorKey: createAuthorKey(value), search });
}
