import type { PublishedComment } from '../protocol/types.ts';
import type { PublicComment } from './store/comment-store.ts';

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
    edited: false,
    pinned: false,
    pick: false,
    staff: false,
    likes: 0,
  };
}
