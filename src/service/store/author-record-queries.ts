/** What became of an author's comments (see {@link prepareQuery}). */
import type { Kysely } from 'kysely';
import type { CommentStatus } from '../rules/status-transitions.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import type { CommentRow } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** What a decision makes of a comment; one that waits, or was erased for its sender, is not decided on. */
const decidedStatuses: readonly CommentStatus[] = ['published', 'rejected', 'removed', 'spam'];

/** The index has the comments of an author by their status, then by time: each part stops after its few rows. */
const selectDecided: PreparedQuery<
  { author: string; rows: number },
  Pick<CommentRow, 'id' | 'status'>
> = prepareQuery((db, { author, rows }) =>
  decidedStatuses
    .map((status) =>
      db
        .selectFrom('comments')
        .select(['id', 'status'])
        .where('author', '=', author)
        .where('status', '=', status)
        .orderBy('id', 'desc')
        .limit(rows)
        .as('decided'),
    )
    .map((part) => db.selectFrom(part).select(['id', 'status']))
    .reduce((all, one) => all.unionAll(one)),
);

/** What became of the last comments of an author that were decided on, the newest first. */
export async function listDecidedOf(
  db: Kysely<Tables>,
  author: string,
  limit: number,
): Promise<readonly CommentStatus[]> {
  const { rows } = await selectDecided(db, { author, rows: limit });
  return rows
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, limit)
    .map(({ status }) => status);
}
