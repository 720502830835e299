import type { PublishedPosition } from '../store/comment-store.ts';

const position = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\da-f-]{36})$/;

/** The place after a comment, as an opaque text for URLs. */
export const toCursor = ({ publishedAt, id }: PublishedPosition): string =>
  Buffer.from(`${publishedAt} ${id}`).toString('base64url');

/** The place a cursor names; nothing when it is not one of ours. */
export function readCursor(cursor: string): PublishedPosition | undefined {
  const [, publishedAt, id] = position.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return publishedAt !== undefined && id !== undefined ? { publishedAt, id } : undefined;
}
