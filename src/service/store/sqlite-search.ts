/**
 * Search on SQLite: a table of FTS5 without texts, by two spellings of each word, accents kept and accents folded. The
 * first part of an answer is what has the query's own accents, the second what has its letters and not its accents;
 * each is walked from the newest comment on.
 *
 * FTS5 writes as much for one comment as for sixty, half of what a post writes otherwise. So new comments wait in a small
 * table, from which they are taken together: by every so many posts, and before anything is searched.
 */
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { CommentSearch, SearchedComment } from './comment-search.ts';
import type { SearchPlace, SearchRequest } from './desk-reading.ts';
import { selectComments } from './select-comments.ts';
import { indexedWords, matchQuery } from './sqlite-words.ts';
import type { Tables } from './tables.ts';
import { insertWaiting } from './search-queries.ts';

/** How many comments wait at most. */
const waitingAtMost = 64;
/**
 * Numbers one query goes through, some 50 ms of words that half of the comments have: so long nothing else can happen.
 * Not fewer: FTS5 comes to where a later query begins by walking there.
 */
const usualNumbersAtOnce = 500_000;
/** Comments whose status is looked at in one query. */
const rowsAtOnce = 5000;
/** When looking ends for this time, where the words are frequent and what is asked for is not. */
const searchMs = 100;

const insertWords = async (
  db: Kysely<Tables>,
  number: number,
  comment: SearchedComment,
): Promise<void> => {
  await db
    .insertInto('comment_words')
    .values({ rowid: number, ...indexedWords(comment) })
    .execute();
};

const deleteWords = async (db: Kysely<Tables>, number: number): Promise<void> => {
  await db.deleteFrom('comment_words').where('rowid', '=', number).execute();
};

/** Takes comments into the index that are not there, in the order of their coming. */
export async function indexComments(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  for (const comment of await selectComments(db, ids)) {
    if (comment.status === 'erased') continue;
    const { insertId } =
      // oxlint-disable-next-line no-await-in-loop -- one connection, and their numbers are to be in their order
      await db.insertInto('search_rows').values({ comment: comment.id }).executeTakeFirstOrThrow();
    // oxlint-disable-next-line no-await-in-loop
    await insertWords(db, Number(insertId), comment);
  }
}

const indexWaiting = async (db: Kysely<Tables>): Promise<void> => {
  const waiting = await db
    .selectFrom('search_waiting')
    .select('comment')
    .orderBy('number')
    .execute();
  await indexComments(
    db,
    waiting.map(({ comment }) => comment),
  );
  await db.deleteFrom('search_waiting').execute();
};

const findNumber = async (db: Kysely<Tables>, id: string): Promise<number | undefined> => {
  const row = await db
    .selectFrom('search_rows')
    .select('number')
    .where('comment', '=', id)
    .executeTakeFirst();
  return row?.number;
};

interface Candidate {
  readonly number: number;
  readonly id: string;
  readonly status: string;
  readonly article: string;
}

interface Span {
  readonly match: string;
  /** Numbers below this one. */
  readonly before: number;
  readonly from: number;
  readonly rows: number;
}

const findCandidates = async (
  db: Kysely<Tables>,
  { match, before, from, rows }: Span,
): Promise<readonly Candidate[]> =>
  db
    .selectFrom('comment_words')
    .innerJoin('search_rows', 'search_rows.number', 'comment_words.rowid')
    .innerJoin('comments', 'comments.id', 'search_rows.comment')
    .select(['comment_words.rowid as number', 'comments.id', 'comments.status', 'comments.article'])
    .where(sql<boolean>`comment_words match ${match}`)
    .where('comment_words.rowid', '<', before)
    .where('comment_words.rowid', '>=', from)
    .orderBy('comment_words.rowid', 'desc')
    .limit(rows)
    .execute();

/** All numbers lie below this one. */
const findEnd = async (db: Kysely<Tables>): Promise<number> => {
  const last = await db
    .selectFrom('search_rows')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
};

/** Settings of {@link createSqliteSearch}. */
export interface SqliteSearchOptions {
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** How many comments one query goes through. */
  readonly numbersAtOnce?: number;
}

/** A place that is none of ours is one where nothing follows. */
const numberOf = ({ at }: SearchPlace): number => Number(at) || 0;

const find = async (
  db: Kysely<Tables>,
  request: SearchRequest,
  { now, numbersAtOnce = usualNumbersAtOnce }: SqliteSearchOptions,
): ReturnType<CommentSearch['find']> => {
  const { status, article, limit, after } = request;
  const start = now();
  const end = await findEnd(db);
  const rows = status === undefined ? limit + 1 : rowsAtOnce;
  const picked: { readonly id: string; readonly place: SearchPlace }[] = [];
  const ids = (): string[] => picked.map(({ id }) => id);
  const parts = (['exact', 'rest'] as const).slice(after?.part === 'rest' ? 1 : 0);
  for (const part of parts) {
    const match = matchQuery(part, request);
    let before = after?.part === part ? Math.min(numberOf(after), end) : end;
    while (before > 1) {
      const from = Math.max(1, before - numbersAtOnce);
      // oxlint-disable-next-line no-await-in-loop -- each span begins where the last one ended
      const found = await findCandidates(db, { match, before, from, rows });
      for (const one of found) {
        if (status !== undefined && one.status !== status) continue;
        if (article !== undefined && one.article !== article) continue;
        const last = picked.at(-1);
        if (picked.length === limit && last) return { ids: ids(), next: last.place };
        picked.push({ id: one.id, place: { part, at: String(one.number) } });
      }
      const last = found.at(-1);
      before = last && found.length === rows ? last.number : from;
      if (now() - start > searchMs && (before > 1 || part === 'exact')) {
        const next: SearchPlace =
          before > 1 ? { part, at: String(before) } : { part: 'rest', at: String(end) };
        return { ids: ids(), next };
      }
      // Who posts meanwhile does not wait for all of it.
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate();
    }
  }
  return { ids: ids(), next: null };
};

/** Search by FTS5. */
export const createSqliteSearch = (options: SqliteSearchOptions): CommentSearch => ({
  async add(transaction, { id }) {
    const { insertId } = await insertWaiting(transaction, { comment: id });
    if (insertId !== undefined && insertId >= waitingAtMost) await indexWaiting(transaction);
  },

  async renew(transaction, comment) {
    const number = await findNumber(transaction, comment.id);
    // One that waits is taken as it is then.
    if (number === undefined) return;
    await deleteWords(transaction, number);
    await insertWords(transaction, number, comment);
  },

  async remove(transaction, id) {
    const number = await findNumber(transaction, id);
    if (number !== undefined) await deleteWords(transaction, number);
  },

  async find(db, request) {
    // Of what is erased there are no words.
    if (request.status === 'erased') return { ids: [], next: null };
    const waiting = await db.selectFrom('search_waiting').select('number').limit(1).execute();
    if (waiting.length > 0) await db.transaction().execute(indexWaiting);
    return find(db, request, options);
  },
});
