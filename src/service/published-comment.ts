import type { PublishedComment } from '../protocol/types.ts';
import { toCursor } from './reading/cursor.ts';
import type { PublicComment, PublicThread } from './store/comment-store.ts';

/**
 * What everybody may see of a comment, member by member (L-6, S33). The address is among it only where its reader
 * agreed to that: the form promises that it is not published.
 */
export function toPublishedComment(comment: PublicComment): PublishedComment {
  return {
    id: comment.id,
    parent: comment.parent,
    name: comment.texts.name,
    ...(comment.shownAddress === undefined ? {} : { address: comment.shownAddress }),
    content: comment.texts.content,
    publishedAt: comment.publishedAt ?? comment.createdAt,
    edited: comment.edited,
    pinned: comment.pinned,
    pick: comment.pick,
    staff: comment.staff,
    ...(comment.verifiedAs && { verified: comment.verifiedAs }),
    likes: comment.likes,
    ...(comment.gone === undefined ? {} : { gone: comment.gone }),
  };
}

/** The same with its first answers, where it has any. */
export function toPublishedThread(thread: PublicThread): PublishedComment {
  const comment = toPublishedComment(thread);
  if (thread.repliesCount === 0) return comment;
  const items = thread.replies.map(toPublishedComment);
  const last = thread.repliesCount > items.length ? items.at(-1) : undefined;
  const next = last ? toCursor('replies', last) : null;
  return { ...comment, replies: { items, count: thread.repliesCount, next } };
}
