import type { Kysely } from 'kysely';
import { searchWords } from '../../text/search-words.ts';
import { type ArticleRow, articleColumns, toArticle } from './article-queries.ts';
import type { ArticleList, ArticlePlace, ArticleRequest } from './desk-reading.ts';
import { pickRows } from './pick-rows.ts';
import type { Tables } from './tables.ts';

/** How many articles one part of the list is looked for among: some 20 ms, whatever is rare. */
export const maxArticlesLooked = 2000;
const lookedAtOnce = 500;

type LookedRow = ArticleRow & Pick<Tables['articles'], 'page_url' | 'page_title'>;

type Check = (row: Pick<LookedRow, 'id' | 'page_title'>) => boolean;

const fold = (text: string): string =>
  searchWords(text)
    .map(({ folded }) => ` ${folded}`)
    .join('');

/** Whether an article is one of those that are looked for. Titles are short, and there are fewer of them than comments. */
function checkOf(query: string): Check | undefined {
  const typed = query.trim().toLowerCase();
  if (typed === '') return undefined;
  const words = searchWords(query).map(({ folded }) => ` ${folded}`);
  return ({ id, page_title: title }) => {
    if (id.toLowerCase().includes(typed)) return true;
    if (title === null || words.length === 0) return false;
    const text = fold(title);
    return words.every((word) => text.includes(word));
  };
}

const lookAt = (
  db: Kysely<Tables>,
  after: ArticlePlace | undefined,
  rows: number,
): Promise<LookedRow[]> => {
  let found = db.selectFrom('articles').select([...articleColumns, 'page_url', 'page_title']);
  if (after) {
    found = found.where((row) =>
      row(row.refTuple('created_at', 'id'), '<', row.tuple(after.createdAt, after.id)),
    );
  }
  return found.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(rows).execute();
};

const placeOf = ({ created_at: createdAt, id }: LookedRow): ArticlePlace => ({ createdAt, id });

/** Articles by title or id, those made known last first. */
export async function searchArticles(
  db: Kysely<Tables>,
  { query, limit, after }: ArticleRequest,
): Promise<ArticleList> {
  const check = checkOf(query);
  const rowsAtOnce = check ? lookedAtOnce : limit + 1;
  const { rows, next } = await pickRows<LookedRow, ArticlePlace>({
    limit,
    rowsAtOnce,
    maxLooked: maxArticlesLooked,
    after,
    look: (place) => lookAt(db, place, rowsAtOnce),
    isWanted: (row) => check?.(row) ?? true,
    placeOf,
  });
  return {
    articles: rows.map((row) => ({
      ...toArticle(row),
      ...(row.page_url !== null &&
        row.page_title !== null && { page: { url: row.page_url, title: row.page_title } }),
    })),
    next,
  };
}
