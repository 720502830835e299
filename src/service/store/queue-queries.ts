/**
 * What the queues of the desk ask. Each is a walk along one index from one place on, so that it costs the same at any
 * number of comments; the tests hold the plans.
 */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type CommentStatus, type DeskQueue, maxQueueCount } from '../../protocol/desk.ts';
import { msOfUuidV7, uuidV7Bound } from '../uuid-v7.ts';
import type { QueueRequest, WaitingQueue } from './desk-reading.ts';
import type { CommentRow } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** What is looked at of a comment on the way. */
export type LookedRow = Pick<CommentRow, 'id' | 'article' | 'open_reports' | 'held' | 'signals'>;

type Comments = SelectQueryBuilder<Tables, 'comments', object>;

/** Whether a signal held what stands in a queue of pending comments; nothing for other queues. */
export const heldOf = (queue: DeskQueue): 0 | 1 | undefined =>
  queue === 'suspect' ? 1 : queue === 'new' ? 0 : undefined;

const statusOf = (queue: Exclude<DeskQueue, 'reported'>): CommentStatus =>
  queue === 'suspect' || queue === 'new' ? 'pending' : queue;

const commentsOf = (
  db: Kysely<Tables>,
  { queue, article }: Pick<QueueRequest, 'queue' | 'article'>,
): Comments => {
  const comments = db.selectFrom('comments');
  // Written out, for a database takes an index of some rows only where it sees that the query asks for these.
  if (queue === 'reported') return comments.where(sql<boolean>`open_reports > 0`);
  if (article !== undefined) {
    return comments.where('article', '=', article).where('status', '=', statusOf(queue));
  }
  const held = heldOf(queue);
  return held === undefined
    ? comments.where('status', '=', statusOf(queue))
    : comments.where(sql<boolean>`status = 'pending'`).where('held', '=', held);
};

const inReportedOrder = (comments: Comments, { after }: Pick<QueueRequest, 'after'>): Comments => {
  const ordered = comments.orderBy('open_reports', 'desc').orderBy('id', 'desc');
  if (!after) return ordered;
  return ordered.where((row) =>
    row(row.refTuple('open_reports', 'id'), '<', row.tuple(after.reports, after.id)),
  );
};

/** Two bounds on the same side would leave it to the database which one to walk from. */
const inTimeOrder = (
  comments: Comments,
  { order, fromMs, toMs, after }: Pick<QueueRequest, 'order' | 'fromMs' | 'toMs' | 'after'>,
): Comments => {
  const isOldest = order === 'oldest';
  let ordered = comments.orderBy('id', isOldest ? 'asc' : 'desc');
  if (after && isOldest) ordered = ordered.where('id', '>', after.id);
  else if (fromMs !== undefined) ordered = ordered.where('id', '>=', uuidV7Bound(fromMs));
  if (after && !isOldest) ordered = ordered.where('id', '<', after.id);
  else if (toMs !== undefined) ordered = ordered.where('id', '<', uuidV7Bound(toMs));
  return ordered;
};

/** What is next in a queue, `rows` at most; not everything that was asked for is asked of the database. */
export async function lookAtQueue(
  db: Kysely<Tables>,
  request: Omit<QueueRequest, 'limit'> & { readonly rows: number },
): Promise<readonly LookedRow[]> {
  const comments = commentsOf(db, request);
  const ordered =
    request.queue === 'reported'
      ? inReportedOrder(comments, request)
      : inTimeOrder(comments, request);
  return ordered
    .select(['id', 'article', 'open_reports', 'held', 'signals'])
    .limit(request.rows)
    .execute();
}

/** How many comments stand in a queue; counting stops where nobody reads the number any more. */
export async function countQueue(db: Kysely<Tables>, queue: DeskQueue): Promise<number> {
  const counted = commentsOf(db, { queue }).select('id').limit(maxQueueCount).as('counted');
  const { count } = await db
    .selectFrom(counted)
    .select((table) => table.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many comments stand in a queue of waiting ones, and since when the oldest of them. */
export async function measureQueue(
  db: Kysely<Tables>,
  queue: WaitingQueue['queue'],
): Promise<WaitingQueue> {
  const count = await countQueue(db, queue);
  const [oldest] = await lookAtQueue(db, { queue, order: 'oldest', rows: 1 });
  return { queue, count, ...(oldest && { oldestMs: msOfUuidV7(oldest.id) }) };
}
