/** What is asked and written of articles, each query written once (see {@link prepareQuery}). */
import type { Kysely, Selectable, UpdateResult } from 'kysely';
import type { ArticleState } from '../../protocol/types.ts';
import type { ArticlePage, StoredArticle } from './comment-store.ts';
import { padList } from './padded-list.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

const columns = ['id', 'state', 'closes_at', 'created_at', 'published_count', 'revision'] as const;

type ArticleRow = Pick<Selectable<Tables['articles']>, (typeof columns)[number]>;

const toArticle = (row: ArticleRow): StoredArticle => ({
  id: row.id,
  state: row.state,
  closesAt: row.closes_at,
  createdAt: row.created_at,
  count: row.published_count,
  revision: row.revision,
});

const findById = prepareQuery((db, { id }: { id: string }) =>
  db.selectFrom('articles').select(columns).where('id', '=', id),
);

/** One article by its id. */
export async function findArticle(
  db: Kysely<Tables>,
  id: string,
): Promise<StoredArticle | undefined> {
  const [row] = (await findById(db, { id })).rows;
  return row && toArticle(row);
}

/** Articles by their ids; those that are not known are left out. */
export async function findArticles(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(columns)
    .where('id', 'in', padList(ids))
    .execute();
  return rows.map(toArticle);
}

/** The pages of articles, of those that have one. */
export async function findArticlePages(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticlePage>> {
  const pages = new Map<string, ArticlePage>();
  if (ids.length === 0) return pages;
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'page_url', 'page_title'])
    .where('id', 'in', padList([...new Set(ids)]))
    .execute();
  for (const { id, page_url: url, page_title: title } of rows) {
    if (url !== null && title !== null) pages.set(id, { url, title });
  }
  return pages;
}

/** The articles made known last, newest first. */
export async function listArticles(
  db: Kysely<Tables>,
  limit: number,
): Promise<readonly StoredArticle[]> {
  const rows = await db
    .selectFrom('articles')
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toArticle);
}

interface ArticleUpdate {
  readonly id: string;
  readonly state: ArticleState | null;
  readonly closesAt: string | null;
}

/** Sets what the newsroom says of an article. */
export const updateArticle: PreparedQuery<ArticleUpdate, UpdateResult> = prepareQuery(
  (db, { id, state, closesAt }) =>
    db
      .updateTable('articles')
      .set((table) => ({ state, closes_at: closesAt, revision: table('revision', '+', 1) }))
      .where('id', '=', id),
);

/** Says that the public sees something else of an article. */
export const touchArticle: PreparedQuery<{ id: string }, UpdateResult> = prepareQuery(
  (db, { id }) =>
    db
      .updateTable('articles')
      .set((table) => ({ revision: table('revision', '+', 1) }))
      .where('id', '=', id),
);
