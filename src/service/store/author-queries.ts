/** What the card of an author asks; asked by the newsroom alone, so that its queries are not written beforehand. */
import { type Kysely, sql } from 'kysely';
import { type AuthorCard, type CommentStatus, maxQueueCount } from '../../protocol/desk.ts';
import { uuidV7Bound } from '../uuid-v7.ts';
import type { StoredComment } from './comment-store.ts';
import { instant } from './instant.ts';
import type { AuthorPlace, AuthorRequest, DeskList } from './desk-reading.ts';
import { type CommentRow, toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';

const maxLatest = 10;
const networkDays = 30;
const msPerDay = 86_400_000;

interface StatusCount {
  readonly status: CommentStatus;
  readonly count: number;
  readonly first: string;
}

const countByStatus = (db: Kysely<Tables>, author: string): Promise<readonly StatusCount[]> => {
  return db
    .selectFrom('comments')
    .select((table) => [
      'status',
      table.fn.countAll<number>().as('count'),
      table.fn.min('id').as('first'),
    ])
    .where('author', '=', author)
    .groupBy('status')
    .execute();
};

type LatestRow = Pick<CommentRow, 'id' | 'status' | 'content' | 'created_at'>;

/** The newest of one status; the index has the comments of an author by status, then by time. */
const selectLatest = (
  db: Kysely<Tables>,
  author: string,
  status: CommentStatus,
): Promise<LatestRow[]> =>
  db
    .selectFrom('comments')
    .select(['id', 'status', 'content', 'created_at'])
    .where('author', '=', author)
    .where('status', '=', status)
    .orderBy('id', 'desc')
    // The comment whose author it is may be one of them.
    .limit(maxLatest + 1)
    .execute();

const findStanding = async (
  db: Kysely<Tables>,
  author: string,
  time: string,
): Promise<Pick<AuthorCard, 'standing' | 'until'>> => {
  const row = await db
    .selectFrom('authors')
    .select(['standing', 'until'])
    .where('key', '=', author)
    .executeTakeFirst();
  if (!row || (row.until !== null && row.until <= time)) return { standing: 'usual' };
  return { standing: row.standing, ...(row.until !== null && { until: row.until }) };
};

const countNetwork = async (
  db: Kysely<Tables>,
  network: string | undefined,
  nowMs: number,
): Promise<number> => {
  if (network === undefined) return 0;
  const counted = db
    .selectFrom('comments')
    .select('id')
    .where('network', '=', network)
    .where('id', '>=', uuidV7Bound(nowMs - networkDays * msPerDay))
    .limit(maxQueueCount)
    .as('counted');
  const { count } = await db
    .selectFrom(counted)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

const isRefused = (status: CommentStatus): boolean =>
  ['rejected', 'spam', 'removed'].includes(status);

const sum = (counts: readonly StatusCount[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** What is known of who wrote a comment; nothing where it has no email. */
export async function findAuthorCard(
  db: Kysely<Tables>,
  { id, author, network }: StoredComment,
  nowMs: number,
): Promise<AuthorCard | undefined> {
  if (author === undefined) return undefined;
  const counts = await countByStatus(db, author);
  const parts: LatestRow[] = [];
  for (const { status } of counts) {
    // oxlint-disable-next-line no-await-in-loop -- six at most
    parts.push(...(await selectLatest(db, author, status)));
  }
  const latest = parts
    .filter((row) => row.id !== id)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, maxLatest);
  const [first = id] = counts.map((one) => one.first).toSorted();
  const { created_at: firstSeenAt } = await db
    .selectFrom('comments')
    .select('created_at')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  return {
    key: author,
    published: sum(counts.filter(({ status }) => status === 'published')),
    refused: sum(counts.filter(({ status }) => isRefused(status))),
    total: sum(counts),
    firstSeenAt,
    ...(await findStanding(db, author, instant(nowMs))),
    latest: latest.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt })),
    sameNetwork: await countNetwork(db, network, nowMs),
  };
}

/** Comments of an author along the index, by their status and then by time. */
export async function listByAuthor(
  db: Kysely<Tables>,
  { author, limit, after }: AuthorRequest,
): Promise<DeskList<AuthorPlace>> {
  let found = db.selectFrom('comments').selectAll().where('author', '=', author);
  if (after) {
    found = found.where((row) =>
      row(row.refTuple('status', 'id'), '>', row.tuple(after.status, after.id)),
    );
  }
  // One more than asked for tells whether there is a next page.
  const rows = await found
    .orderBy('status')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const comments = rows.slice(0, limit).map(toStoredComment);
  const last = rows.length > limit ? comments.at(-1) : undefined;
  return { comments, next: last ? { status: last.status, id: last.id } : null };
}
