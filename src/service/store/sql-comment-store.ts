import type { Kysely } from 'kysely';
import { privacyNoticeSchema } from '../../protocol/schemas-of-consent.ts';
import type { CommentStore, PublishedListRequest, PublishedPosition } from './comment-store.ts';
import { prepareQuery } from './prepare-query.ts';
import { createSqlTransaction, type SqlStoreEffects } from './sql-transaction.ts';
import { publicColumns, toPublicComment, toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';

type Sort = PublishedListRequest['sort'];

interface FirstPage {
  readonly article: string;
  /** One more than asked for tells whether there is a next page. */
  readonly rows: number;
}

const inOrder = (db: Kysely<Tables>, sort: Sort, { article, rows }: FirstPage) => {
  const direction = sort === 'newest' ? 'desc' : 'asc';
  return db
    .selectFrom('comments')
    .select(publicColumns)
    .where('article', '=', article)
    .where('status', '=', 'published')
    .orderBy('published_at', direction)
    .orderBy('id', direction)
    .limit(rows);
};

const firstPage = (sort: Sort) => prepareQuery((db, page: FirstPage) => inOrder(db, sort, page));

const nextPage = (sort: Sort) =>
  prepareQuery((db, { publishedAt, id, ...page }: FirstPage & PublishedPosition) =>
    inOrder(db, sort, page).where((row) =>
      row(
        row.refTuple('published_at', 'id'),
        sort === 'newest' ? '<' : '>',
        row.tuple(publishedAt, id),
      ),
    ),
  );

const firstPages = { newest: firstPage('newest'), oldest: firstPage('oldest') };
const nextPages = { newest: nextPage('newest'), oldest: nextPage('oldest') };

const findCount = prepareQuery((db, { article }: { article: string }) =>
  db.selectFrom('articles').select('published_count').where('id', '=', article),
);

/** The store on any SQL database that Kysely speaks; its tables must be at their latest. */
export function createSqlCommentStore(db: Kysely<Tables>, effects: SqlStoreEffects): CommentStore {
  return {
    transaction: (work) =>
      db.transaction().execute((sql) => work(createSqlTransaction(sql, effects))),

    async listPublished(request) {
      const { article, sort, limit, after } = request;
      const page = { article, rows: limit + 1 };
      const { rows } = after
        ? await nextPages[sort](db, { ...page, ...after })
        : await firstPages[sort](db, page);
      const [known] = (await findCount(db, { article })).rows;
      return {
        comments: rows.slice(0, limit).map(toPublicComment),
        hasMore: rows.length > limit,
        count: known?.published_count ?? 0,
      };
    },

    async listComments({ status, article, limit }) {
      let found = db.selectFrom('comments').selectAll().orderBy('id', 'desc').limit(limit);
      if (status !== undefined) found = found.where('status', '=', status);
      if (article !== undefined) found = found.where('article', '=', article);
      return (await found.execute()).map(toStoredComment);
    },

    async listStatusChanges(comment) {
      const rows = await db
        .selectFrom('status_changes')
        .selectAll()
        .where('comment', '=', comment)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        comment: row.comment,
        who: row.who,
        at: row.at,
        from: row.from_status,
        to: row.to_status,
        reason: row.reason,
      }));
    },

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

    close: () => db.destroy(),
  };
}
