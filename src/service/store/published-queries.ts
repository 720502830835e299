/**
 * What the public lists ask. Each is a walk along one index from one place on, so that it costs the same at any number
 * of comments; the tests hold the plans.
 */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { CommentSort } from '../../protocol/types.ts';
import type { PublishedListRequest, PublishedPosition, RepliesRequest } from './comment-store.ts';
import { padList } from './padded-list.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import { publicColumns, type PublicRow } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** Answers that are listed with their comment. */
export const firstReplies = 2;

/** Pinned comments of an article at most: they come on top of every first page. */
export const maxPinned = 20;

// Written out, for a database takes an index of some rows only where it sees that the query asks for these.
const isListed = sql<boolean>`listed = 1`;
const isListedThread = sql<boolean>`parent is null and listed = 1`;

type Comments<Output> = SelectQueryBuilder<Tables, 'comments', Output>;
type Direction = 'asc' | 'desc';

const backwards = { asc: 'desc', desc: 'asc' } as const;

const directionOf = (sort: CommentSort): Direction => (sort === 'oldest' ? 'asc' : 'desc');

const inOrder = <Output>(
  query: Comments<Output>,
  sort: CommentSort,
  direction: Direction,
): Comments<Output> =>
  (sort === 'liked' ? query.orderBy('likes', direction) : query)
    .orderBy('published_at', direction)
    .orderBy('id', direction);

const beyond = <Output>(
  query: Comments<Output>,
  sort: CommentSort,
  direction: Direction,
  { likes, publishedAt, id }: PublishedPosition,
): Comments<Output> => {
  const operator = direction === 'asc' ? '>' : '<';
  return query.where((row) =>
    sort === 'liked'
      ? row(
          row.refTuple('likes', 'published_at', 'id'),
          operator,
          row.tuple(likes, publishedAt, id),
        )
      : row(row.refTuple('published_at', 'id'), operator, row.tuple(publishedAt, id)),
  );
};

const threadsOf = (db: Kysely<Tables>, article: string, pinned: number) =>
  db
    .selectFrom('comments')
    .where('article', '=', article)
    .where(isListedThread)
    .where('pinned', '=', pinned);

interface PlaceBefore extends PublishedPosition {
  readonly article: string;
  readonly skipped: number;
}

interface ListPart {
  readonly article: string;
  readonly rows: number;
}

const listFrom = (sort: CommentSort) => ({
  start: prepareQuery((db, { article, rows }: ListPart) =>
    inOrder(threadsOf(db, article, 0).select(publicColumns), sort, directionOf(sort)).limit(rows),
  ),
  place: prepareQuery((db, { article, rows, ...place }: ListPart & PublishedPosition) => {
    const query = inOrder(threadsOf(db, article, 0).select(publicColumns), sort, directionOf(sort));
    return beyond(query, sort, directionOf(sort), place).limit(rows);
  }),
  before: prepareQuery((db, { article, skipped, ...place }: PlaceBefore) => {
    const direction = backwards[directionOf(sort)];
    const query = threadsOf(db, article, 0).select(['likes', 'published_at', 'id']);
    return beyond(inOrder(query, sort, direction), sort, direction, place)
      .limit(1)
      .offset(skipped);
  }),
});

const lists = { newest: listFrom('newest'), oldest: listFrom('oldest'), liked: listFrom('liked') };

/** Comments that answer nobody, without the pinned ones; `rows`: how many. */
export async function selectThreads(
  db: Kysely<Tables>,
  { article, sort, after, rows }: Omit<PublishedListRequest, 'limit'> & { readonly rows: number },
): Promise<readonly PublicRow[]> {
  const { start, place } = lists[sort];
  const found = after ? place(db, { article, rows, ...after }) : start(db, { article, rows });
  return (await found).rows;
}

/** The place before another one, with `skipped` places between them. */
export async function selectPositionBefore(
  db: Kysely<Tables>,
  sort: CommentSort,
  place: PlaceBefore,
): Promise<Pick<PublicRow, 'likes' | 'published_at' | 'id'> | undefined> {
  return (await lists[sort].before(db, place)).rows[0];
}

/** The pinned comments of an article, newest first. */
export const selectPinned: PreparedQuery<{ article: string }, PublicRow> = prepareQuery(
  (db, { article }) =>
    inOrder(threadsOf(db, article, 1).select(publicColumns), 'newest', 'desc').limit(maxPinned),
);

const repliesOf = (db: Kysely<Tables>, parent: string) =>
  inOrder(
    db.selectFrom('comments').select(publicColumns).where('parent', '=', parent).where(isListed),
    'oldest',
    'asc',
  );

type Parents = Readonly<Record<string, string>>;

/** All in one query, whatever database: each part stops after its few rows, where a window would number all answers. */
const firstRepliesOf = (): PreparedQuery<Parents, PublicRow> =>
  prepareQuery((db, parents: Parents) =>
    Object.values(parents)
      .map((parent) => repliesOf(db, parent).limit(firstReplies).as('reply'))
      .map((replies) => db.selectFrom(replies).select(publicColumns))
      .reduce((all, one) => all.unionAll(one)),
  );

const firstRepliesBySize = new Map<number, PreparedQuery<Parents, PublicRow>>();

/** The first answers to each of some comments. */
export async function selectFirstReplies(
  db: Kysely<Tables>,
  parents: readonly string[],
): Promise<readonly PublicRow[]> {
  if (parents.length === 0) return [];
  const padded = padList(parents);
  const known = firstRepliesBySize.get(padded.length);
  const query = known ?? firstRepliesOf();
  if (!known) firstRepliesBySize.set(padded.length, query);
  const values = padded.map((parent, index) => [`parent ${index}`, parent]);
  return (await query(db, Object.fromEntries(values))).rows;
}

interface ReplyPart {
  readonly parent: string;
  readonly rows: number;
}

const repliesFromStart = prepareQuery((db, { parent, rows }: ReplyPart) =>
  repliesOf(db, parent).limit(rows),
);

const repliesFromPlace = prepareQuery(
  (db, { parent, rows, publishedAt, id }: ReplyPart & Omit<PublishedPosition, 'likes'>) =>
    beyond(repliesOf(db, parent), 'oldest', 'asc', { publishedAt, id, likes: 0 }).limit(rows),
);

/** Answers to one comment; `rows`: how many. */
export async function selectReplies(
  db: Kysely<Tables>,
  { parent, after, rows }: Omit<RepliesRequest, 'limit'> & { readonly rows: number },
): Promise<readonly PublicRow[]> {
  const found = after
    ? repliesFromPlace(db, { parent, rows, ...after })
    : repliesFromStart(db, { parent, rows });
  return (await found).rows;
}

/** A comment that is listed, by its id. */
export const selectListed: PreparedQuery<{ id: string }, PublicRow & { article: string }> =
  prepareQuery((db, { id }) =>
    db
      .selectFrom('comments')
      .select([...publicColumns, 'article'])
      .where('id', '=', id)
      .where(isListed),
  );
