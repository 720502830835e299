import type { PublishedComment } from '../../protocol/types.ts';

type Comments = readonly PublishedComment[];

/** `more` behind `comments`, without those that are there already: a page may begin in another place by now. */
export function joinById(comments: Comments, more: Comments): Comments {
  const ids = new Set(comments.map(({ id }) => id));
  return [...comments, ...more.filter(({ id }) => !ids.has(id))];
}

/** The comments with one of them, or one of the answers to them, changed; all others are the same objects. */
export const changeComment = (
  comments: Comments,
  id: string,
  edit: (comment: PublishedComment) => PublishedComment,
): Comments =>
  comments.map((comment) => {
    if (comment.id === id) return edit(comment);
    const { replies } = comment;
    return replies?.items.some((reply) => reply.id === id)
      ? { ...comment, replies: { ...replies, items: changeComment(replies.items, id, edit) } }
      : comment;
  });

/** A comment that shows one answer more, which may stand behind some that are not loaded. */
export const withReply = (thread: PublishedComment, reply: PublishedComment): PublishedComment => {
  const { items = [], count = 1, next = null } = thread.replies ?? {};
  return { ...thread, replies: { items: joinById(items, [reply]), count, next } };
};
