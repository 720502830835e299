import type { CommentSort } from '../../protocol/types.ts';
import { readListQuery } from '../http/list-query.ts';
import { readSingleValues } from '../http/single-values.ts';
import { readCursor } from '../reading/cursor.ts';
import type { PublishedPosition } from '../store/comment-store.ts';
import type { PagePlace } from './page-address.ts';

/** What `GET /page` is asked. */
export interface PageQuery extends Omit<PagePlace, 'after'> {
  readonly article: string;
  readonly sort: CommentSort;
  /** Where the list goes on, or the answers to `thread`. */
  readonly after?: PublishedPosition | undefined;
  readonly code?: string | undefined;
  readonly lang?: string | undefined;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether a text has the form of a comment's id. */
export const isCommentId = (text: string): boolean => uuid.test(text);

/** Reads the query of a page; nothing where it is refused. What it does not know is dropped. */
export function readPageQuery(parameters: URLSearchParams): PageQuery | undefined {
  const given = readSingleValues(parameters);
  if (!given) return undefined;
  const { after: cursor, limit: _limit, thread, reply, sent, comment, code, lang, ...list } = given;
  const isThread = thread !== undefined;
  const listed = readListQuery(
    new URLSearchParams(cursor === undefined || isThread ? list : { ...list, after: cursor }),
  );
  if (!listed || [thread, reply, comment].some((id) => id !== undefined && !isCommentId(id))) {
    return undefined;
  }
  const { article, sort } = listed;
  const after = isThread && cursor !== undefined ? readCursor('replies', cursor) : listed.after;
  if (cursor !== undefined && !after) return undefined;
  const outcome = sent === 'pending' || sent === 'published' ? sent : undefined;
  return { article, sort, after, thread, reply, comment, code, lang, sent: outcome };
}
