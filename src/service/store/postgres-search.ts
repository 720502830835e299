/**
 * Search on PostgreSQL: two columns of words beside each comment, accents kept and accents folded, each under a GIN
 * index. The first part of an answer is what has the query's own accents, the second what has its letters and not its
 * accents; each begins with the newest comment.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
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

/** Up to so many comments the index is read and sorted; more of them are met soon by walking back from the newest. */
const rareAtMost = 5000;

/**
 * The comments that fulfil a condition, in no order, where they are few; nothing where they are many. The planner cannot
 * tell rare words apart: left alone, it walks through all comments for one that nobody wrote.
 */
const findRare = async (
  db: Kysely<Tables>,
  condition: RawBuilder<boolean>,
): Promise<readonly string[] | undefined> =>
  db.transaction().execute(async (transaction) => {
    // What is left is the GIN index.
    for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await sql`set local ${sql.raw(`enable_${way}`)} = off`.execute(transaction);
    }
    const rows = await transaction
      .selectFrom('comment_terms')
      .select('comment')
      .where(condition)
      .limit(rareAtMost + 1)
      .execute();
    return rows.length > rareAtMost ? undefined : rows.map(({ comment }) => comment);
  });

/** The comments among which it is looked for at all, where they are few: those of an article, or of a rare status. */
const findFew = async (
  db: Kysely<Tables>,
  { status, article }: SearchRequest,
): Promise<readonly string[] | undefined> => {
  if (status === undefined && article === undefined) return undefined;
  let among = db
    .selectFrom('comments')
    .select('id')
    .limit(rareAtMost + 1);
  if (status !== undefined) among = among.where('status', '=', status);
  if (article !== undefined) among = among.where('article', '=', article);
  const rows = await among.execute();
  return rows.length > rareAtMost ? undefined : rows.map(({ id }) => id);
};

const findPart = async (
  db: Kysely<Tables>,
  part: SearchPlace['part'],
  request: SearchRequest,
): Promise<readonly string[]> => {
  const { phrases, status, article, limit, after } = request;
  const exact = sql<boolean>`comment_terms.exact @@ ${toQuery(phrases, 'exact')}::tsquery`;
  const folded = sql<boolean>`comment_terms.folded @@ ${toQuery(phrases, 'folded')}::tsquery`;
  const condition = part === 'exact' ? exact : sql<boolean>`${folded} and not (${exact})`;
  const rare = await findRare(db, condition);
  if (rare?.length === 0) return [];
  const few = rare ?? (await findFew(db, request));
  let found = db
    .selectFrom('comments')
    .select('comments.id')
    .orderBy('comments.id', 'desc')
    .limit(limit + 1);
  if (few) found = found.where(sql<boolean>`comments.id = any(${few})`);
  if (!rare) {
    found = found
      .innerJoin('comment_terms', 'comment_terms.comment', 'comments.id')
      .where(condition);
  }
  if (status !== undefined) found = found.where('comments.status', '=', status);
  if (article !== undefined) found = found.where('comments.article', '=', article);
  if (after?.part === part) found = found.where('comments.id', '<', after.at);
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
