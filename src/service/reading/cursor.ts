import type { CommentSort, PublishedComment } from '../../protocol/types.ts';
import type { PublishedPosition } from '../store/comment-store.ts';

/** What a cursor is a place in: a list of an order, or the answers to a comment. */
export type CursorKind = CommentSort | 'replies';

const place =
  /^(newest|oldest|liked|replies) (\d{1,15}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\da-f-]{36})$/;

/** The place after a comment, as an opaque text for URLs that names what it is a place in. */
export const toCursor = (
  kind: CursorKind,
  { likes, publishedAt, id }: Pick<PublishedComment, 'likes' | 'publishedAt' | 'id'>,
): string =>
  // Only where they are compared: else a like would make another address of the same place.
  Buffer.from(`${kind} ${kind === 'liked' ? likes : 0} ${publishedAt} ${id}`).toString('base64url');

/** The place a cursor names; nothing when it is not one of ours, or a place in something else. */
export function readCursor(kind: CursorKind, cursor: string): PublishedPosition | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, ofKind, likes, publishedAt, id] = place.exec(text) ?? [];
  if (ofKind !== kind || publishedAt === undefined || id === undefined) return undefined;
  return { likes: Number(likes), publishedAt, id };
}
