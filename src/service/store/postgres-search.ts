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

/** Comments that are looked at one by one before the index is asked: a frequent word fills a page from them. */
const nearest = 2000;
/** Up to so many comments the index is read and sorted; more of them are met soon by walking back from the newest. */
const rareAtMost = 5000;

/** What comments of one part of an answer have. */
type Condition = RawBuilder<boolean>;

const lettersOf = ({ phrases }: SearchRequest): Condition =>
  sql<boolean>`comment_terms.folded @@ ${toQuery(phrases, 'folded')}::tsquery`;

const conditionOf = (part: SearchPlace['part'], request: SearchRequest): Condition => {
  const query = toQuery(request.phrases, 'exact');
  const exact = sql<boolean>`comment_terms.exact @@ ${query}::tsquery`;
  return part === 'exact' ? exact : sql<boolean>`${lettersOf(request)} and not (${exact})`;
};

/** Where it is looked. */
interface Among extends Pick<SearchRequest, 'status' | 'article'> {
  /** Those older than this one alone. */
  readonly before: string | undefined;
}

/** The comments that may be found at all, the newest first. */
const selectAmong = (db: Kysely<Tables>, { status, article, before }: Among) => {
  let among = db.selectFrom('comments').select('comments.id').orderBy('comments.id', 'desc');
  if (status !== undefined) among = among.where('comments.status', '=', status);
  if (article !== undefined) among = among.where('comments.article', '=', article);
  if (before !== undefined) among = among.where('comments.id', '<', before);
  return among;
};

/** The newest of the comments that fulfil a condition; `depth`: how many are looked at, by default all. */
const walk = async (
  db: Kysely<Tables>,
  condition: Condition,
  among: Among,
  { rows, depth }: { readonly rows: number; readonly depth?: number },
): Promise<readonly string[]> => {
  const all = selectAmong(db, among);
  const found = await db
    .selectFrom((depth === undefined ? all : all.limit(depth)).as('among'))
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('comment_terms')
          .select([sql`exact`.as('exact'), sql`folded`.as('folded')])
          .whereRef('comment', '=', 'among.id')
          // A fence to the planner, which would ask the index of words first.
          .offset(0)
          .as('comment_terms'),
      (join) => join.onTrue(),
    )
    .select('among.id')
    .where(condition)
    .orderBy('among.id', 'desc')
    .limit(rows)
    .execute();
  return found.map(({ id }) => id);
};

/** The comments among which it is looked for at all, where they are few: those of an article, or of a rare status. */
const findFew = async (
  db: Kysely<Tables>,
  among: Among,
): Promise<readonly string[] | undefined> => {
  if (among.status === undefined && among.article === undefined) return undefined;
  const rows = await selectAmong(db, among)
    .clearOrderBy()
    .limit(rareAtMost + 1)
    .execute();
  return rows.length > rareAtMost ? undefined : rows.map(({ id }) => id);
};

/** Of few comments those that fulfil a condition, the newest first. */
const pick = async (
  db: Kysely<Tables>,
  condition: Condition,
  few: readonly string[],
  rows: number,
): Promise<readonly string[]> => {
  if (few.length === 0) return [];
  const found = await db
    .selectFrom('comment_terms')
    .select('comment')
    .where(sql<boolean>`comment = any(${few})`)
    .where(condition)
    .orderBy('comment', 'desc')
    .limit(rows)
    .execute();
  return found.map(({ comment }) => comment);
};

/**
 * The comments that fulfil a condition, in no order, where they are few; nothing where they are many. The planner cannot
 * tell rare words apart: left alone, it walks through all comments for one that nobody wrote.
 */
const findRare = async (
  db: Kysely<Tables>,
  condition: Condition,
): Promise<readonly string[] | undefined> =>
  db.transaction().execute(async (transaction) => {
    // What is left is the GIN index.
    for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await sql`set local ${sql.raw(`enable_${way}`)} = off`.execute(transaction);
    }
    // With the usual 4 MB the places of a frequent word become pages, whose rows are all read.
    await sql`set local work_mem = '32MB'`.execute(transaction);
    const rows = await transaction
      .selectFrom('comment_terms')
      .select('comment')
      .where(condition)
      .limit(rareAtMost + 1)
      .execute();
    return rows.length > rareAtMost ? undefined : rows.map(({ comment }) => comment);
  });

/** Comments that are found, where they are few; nothing where they are many. */
type FindRare = (part: SearchPlace['part']) => Promise<readonly string[] | undefined>;

/**
 * Asks the index for one part of an answer at a time, but for phrases, whose words the index finds in many comments that
 * have to be read: whatever has the letters is read once for both parts.
 */
const findRareOf = (db: Kysely<Tables>, request: SearchRequest): FindRare => {
  if (request.phrases.every(({ length }) => length === 1)) {
    return (part) => findRare(db, conditionOf(part, request));
  }
  let letters: Promise<readonly string[] | undefined> | undefined;
  return async (part) => {
    const all = await (letters ??= findRare(db, lettersOf(request)));
    return all && pick(db, conditionOf(part, request), all, all.length);
  };
};

const findPart = async (
  db: Kysely<Tables>,
  part: SearchPlace['part'],
  request: SearchRequest,
  rareOf: FindRare,
): Promise<readonly string[]> => {
  const { status, article, limit, after } = request;
  const rows = limit + 1;
  const condition = conditionOf(part, request);
  const among = { status, article, before: after?.part === part ? after.at : undefined };
  const near = await walk(db, condition, among, { rows, depth: nearest });
  if (near.length === rows) return near;
  const few = await findFew(db, among);
  if (few) return pick(db, condition, few, rows);
  const rare = await rareOf(part);
  if (!rare) return walk(db, condition, among, { rows });
  if (rare.length === 0) return [];
  const found = await selectAmong(db, among)
    .where(sql<boolean>`comments.id = any(${rare})`)
    .limit(rows)
    .execute();
  return found.map(({ id }) => id);
};

const find: CommentSearch['find'] = async (db, request) => {
  const { limit, after } = request;
  const rareOf = findRareOf(db, request);
  const picked: { readonly id: string; readonly part: SearchPlace['part'] }[] = [];
  for (const part of (['exact', 'rest'] as const).slice(after?.part === 'rest' ? 1 : 0)) {
    // oxlint-disable-next-line no-await-in-loop -- the second part is asked for where the first does not fill the page
    const ids = await findPart(db, part, request, rareOf);
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
