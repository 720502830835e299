import type { Kysely } from 'kysely';
import type { StoredComment } from './comment-store.ts';
import { padList } from './padded-list.ts';
import { toStoredComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';

/** The comments of some ids, in the order of these. */
export async function selectComments(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly StoredComment[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('id', 'in', padList(ids))
    .execute();
  const known = new Map(rows.map((row) => [row.id, toStoredComment(row)]));
  return ids.map((id) => known.get(id)).filter((comment) => comment !== undefined);
}
