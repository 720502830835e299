/** What is asked and written of articles, each query written once (see {@link prepareQuery}). */
import type { Kysely, Selectable, UpdateResult } from 'kysely';
import type {
  ArticlePage,
  ArticleSettingsChange,
  ArticleWithModes,
  StoredArticle,
} from './comment-store.ts';
import { findSiteMode, siteName } from './mode-queries.ts';
import { padList } from './padded-list.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

/** What is read of an article. */
export const articleColumns = [
  'id',
  'state',
  'closes_at',
  'created_at',
  'published_count',
  'revision',
  'mode',
  'section',
  'version',
] as const;

/** A row with {@link articleColumns}. */
export type ArticleRow = Pick<Selectable<Tables['articles']>, (typeof articleColumns)[number]>;

/** An article as its row says. */
export const toArticle = (row: ArticleRow): StoredArticle => ({
  id: row.id,
  state: row.state,
  closesAt: row.closes_at,
  createdAt: row.created_at,
  count: row.published_count,
  revision: row.revision,
  mode: row.mode,
  section: row.section,
  version: row.version,
});

const findById = prepareQuery((db, { id }: { id: string }) =>
  db.selectFrom('articles').select(articleColumns).where('id', '=', id),
);

/** One article by its id. */
export async function findArticle(
  db: Kysely<Tables>,
  id: string,
): Promise<StoredArticle | undefined> {
  const [row] = (await findById(db, { id })).rows;
  return row && toArticle(row);
}

const findByIdWithModes = prepareQuery((db, { id }: { id: string }) =>
  db
    .selectFrom('articles')
    .leftJoin('modes as of_section', (join) =>
      join.on('of_section.scope', '=', 'section').onRef('of_section.name', '=', 'articles.section'),
    )
    .leftJoin('modes as of_site', (join) =>
      join.on('of_site.scope', '=', 'site').on('of_site.name', '=', siteName),
    )
    .select(articleColumns.map((column) => `articles.${column}` as const))
    .select(['of_section.mode as section_mode', 'of_site.mode as site_mode'])
    .where('articles.id', '=', id),
);

/** One article with the modes above it: one query, and a second one where the article is not known. */
export async function findArticleWithModes(
  db: Kysely<Tables>,
  id: string,
): Promise<ArticleWithModes> {
  const [row] = (await findByIdWithModes(db, { id })).rows;
  if (!row) return { sectionMode: null, siteMode: await findSiteMode(db) };
  return { article: toArticle(row), sectionMode: row.section_mode, siteMode: row.site_mode };
}

/** Articles by their ids; those that are not known are left out. */
export async function findArticles(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(articleColumns)
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
    .select(articleColumns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toArticle);
}

/** Sets what the newsroom says of an article; a rare write, so that its query is not written beforehand. */
export async function updateArticle(
  db: Kysely<Tables>,
  id: string,
  { closesAt, ...change }: ArticleSettingsChange,
): Promise<void> {
  await db
    .updateTable('articles')
    .set((table) => ({
      ...change,
      ...(closesAt !== undefined && { closes_at: closesAt }),
      version: table('version', '+', 1),
      revision: table('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Says that the public sees something else of an article. */
export const touchArticle: PreparedQuery<{ id: string }, UpdateResult> = prepareQuery(
  (db, { id }) =>
    db
      .updateTable('articles')
      .set((table) => ({ revision: table('revision', '+', 1) }))
      .where('id', '=', id),
);
