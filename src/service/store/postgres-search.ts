/**
 * Search on PostgreSQL: two columns of words beside each comment, accents kept and accents folded, each under a GIN
 * index. The first part of an answer is what has the query's own accents, the second what has its letters and not its
 * accents; each begins with the newest comment.
 */
import { type Kysely, sql } from 'kysely';
import type { CommentSearch, SearchedComment } from './comment-search.ts';
import type { SearchPlace, SearchRequest } from './desk-reading.ts';
import { toQuery, toVector } from './postgres-words.ts';
import { selectComments } from './select-comments.ts';
import type { Tables } from './tables.ts';

/** Takes comments into the index, or anew. */
const keepWords = async (
  sqlTransaction: Kysely<Tables>,
  ...comments: readonly SearchedComment[]
): Promise<void> => {
  const rows = comments.map(
    (comment) =>
      sql`(${comment.id}, ${toVector(comment, 'exact')}::tsvector, ${toVector(comment, 'folded')}::tsvector)`,
  );
  await sql`
    insert into comment_terms (comment, exact, folded) values ${sql.join(rows)}
    on conflict (comment) do update set exact = excluded.exact, folded = excluded.folded
  `.execute(sqlTransaction);
};

/** Takes comments into the index, in the order of their coming. */
export async function indexTerms(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const comments = await selectComments(db, ids);
  const found = comments.filter(({ status }) => status !== 'erased');
  if (found.length > 0) await keepWords(db, ...found);
}

const findPart = async (
  db: Kysely<Tables>,
  part: SearchPlace['part'],
  { phrases, status, article, limit, after }: SearchRequest,
): Promise<readonly string[]> => {
  const exact = sql<boolean>`comment_terms.exact @@ ${toQuery(phrases, 'exact')}::tsquery`;
  const folded = sql<boolean>`comment_terms.folded @@ ${toQuery(phrases, 'folded')}::tsquery`;
  let found = db
    .selectFrom('comment_terms')
    .innerJoin('comments', 'comments.id', 'comment_terms.comment')
    .select('comment_terms.comment as id')
    .orderBy('comment_terms.comment', 'desc')
    .limit(limit + 1);
  found =
    part === 'exact' ? found.where(exact) : found.where(folded).where(sql<boolean>`not (${exact})`);
  if (status !== undefined) found = found.where('comments.status', '=', status);
  if (article !== undefined) found = found.where('comments.article', '=', article);
  if (after?.part === part) {
    found = found.where('comment_terms.comment', '<', after.at);
  }
  return (await found.execute()).map(({ id }) => id);
};

const find: CommentSearch['find'] = async (db, request) => {
  const { limit, after } = request;
  const picked: { readonly id: string; readonly part: SearchPlace['part'] }[] = [];
  for (const part of (['exact', 'rest'] as const).slice(after?.part === 'rest' ? 1 : 0)) {
    // oxlint-disable-next-line no-await-in-loop -- the second part is asked for where the first does not fill the page
    const ids = await findPart(db, part, request);
    picked.push(...ids.map((id) => ({ id, part })));
    if (picked.length > limit) break;
  }
  const last = picked[limit - 1];
  const next = picked.length > limit && last ? { part: last.part, at: last.id } : null;
  return { ids: picked.slice(0, limit).map(({ id }) => id), next };
};

/** Search by `tsvector`. */
export const createPostgresSearch = (): CommentSearch => ({
  add: keepWords,
  renew: keepWords,
  async remove(transaction, id) {
    await transaction.deleteFrom('comment_terms').where('comment', '=', id).execute();
  },
  find,
});
