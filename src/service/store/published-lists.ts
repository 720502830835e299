import type { Kysely } from 'kysely';
import type { CommentStore, PublicComment, PublicThread } from './comment-store.ts';
import {
  selectFirstReplies,
  selectListed,
  selectPinned,
  selectPositionBefore,
  selectReplies,
  selectThreads,
} from './published-queries.ts';
import { type PublicRow, toPublicComment } from './stored-comment.ts';
import type { Tables } from './tables.ts';

const groupByParent = (rows: readonly PublicRow[]): ReadonlyMap<string, PublicComment[]> => {
  const groups = new Map<string, PublicComment[]>();
  for (const row of rows) {
    if (row.parent === null) continue;
    const group = groups.get(row.parent);
    if (group) group.push(toPublicComment(row));
    else groups.set(row.parent, [toPublicComment(row)]);
  }
  return groups;
};

/** The half of the store the public lists are read from. */
export function createPublishedLists(
  db: Kysely<Tables>,
): Pick<CommentStore, 'listPublished' | 'listReplies' | 'findPublished' | 'findPositionBefore'> {
  const addReplies = async (rows: readonly PublicRow[]): Promise<readonly PublicThread[]> => {
    const answered = rows.filter((row) => row.published_replies > 0).map(({ id }) => id);
    const replies = groupByParent(await selectFirstReplies(db, answered));
    return rows.map((row) => ({
      ...toPublicComment(row),
      replies: replies.get(row.id) ?? [],
      repliesCount: row.published_replies,
    }));
  };

  return {
    // One more row than asked for tells whether there is a next page.
    async listPublished({ article, sort, limit, after }) {
      const pinned = after ? [] : (await selectPinned(db, { article })).rows;
      const rows = await selectThreads(db, { article, sort, after, rows: limit + 1 });
      const page = await addReplies([...pinned, ...rows.slice(0, limit)]);
      return { comments: page, hasMore: rows.length > limit };
    },

    async listReplies({ limit, ...request }) {
      const rows = await selectReplies(db, { ...request, rows: limit + 1 });
      return { comments: rows.slice(0, limit).map(toPublicComment), hasMore: rows.length > limit };
    },

    async findPublished(id) {
      const [row] = (await selectListed(db, { id })).rows;
      const [thread] = row ? await addReplies([row]) : [];
      return row && thread && { article: row.article, thread };
    },

    async findPositionBefore({ article, sort, before, distance = 1 }) {
      const skipped = distance - 1;
      const row = await selectPositionBefore(db, sort, { article, skipped, ...before });
      if (!row || row.published_at === null) return undefined;
      return { likes: row.likes, publishedAt: row.published_at, id: row.id };
    },
  };
}
