import type { Kysely } from 'kysely';
import { uuidV7Bound } from '../uuid-v7.ts';
import type { DeskReading, QueuePlace, QueueRequest } from './desk-reading.ts';
import { heldOf, lookAtQueue, type LookedRow } from './queue-queries.ts';
import { pickRows } from './pick-rows.ts';
import { selectComments } from './select-comments.ts';
import type { Tables } from './tables.ts';

/** How many comments a page is looked for among: some 20 ms of a database, whatever is rare. */
export const maxLooked = 3000;
const lookedAtOnce = 1000;

type Check = (row: LookedRow) => boolean;

/** What no index knows, and is seen by looking at each comment on the way. */
function checksOf({ queue, article, flag, fromMs, toMs }: QueueRequest): readonly Check[] {
  const checks: Check[] = [];
  const held = heldOf(queue);
  if (article !== undefined && held !== undefined) checks.push((row) => row.held === held);
  if (flag !== undefined) {
    // As it was written. Quotes inside a JSON string are escaped: no detail of a signal can look like this.
    const code = `"code":${JSON.stringify(flag)}`;
    checks.push(({ signals }) => signals.includes(code));
  }
  if (queue === 'reported') {
    if (article !== undefined) checks.push((row) => row.article === article);
    if (fromMs !== undefined) checks.push(({ id }) => id >= uuidV7Bound(fromMs));
    if (toMs !== undefined) checks.push(({ id }) => id < uuidV7Bound(toMs));
  }
  return checks;
}

const placeOf = ({ id, open_reports: reports }: LookedRow): QueuePlace => ({ id, reports });

/** The comments of a queue from one place on. */
export async function listQueue(
  db: Kysely<Tables>,
  request: QueueRequest,
): ReturnType<DeskReading['listQueue']> {
  const { limit, ...walk } = request;
  const checks = checksOf(request);
  const rowsAtOnce = checks.length === 0 ? limit + 1 : lookedAtOnce;
  const { rows, next } = await pickRows<LookedRow, QueuePlace>({
    limit,
    rowsAtOnce,
    maxLooked,
    after: request.after,
    look: (after) => lookAtQueue(db, { ...walk, after, rows: rowsAtOnce }),
    isWanted: (row) => checks.every((check) => check(row)),
    placeOf,
  });
  const ids = rows.map(({ id }) => id);
  return { comments: await selectComments(db, ids), next };
}
