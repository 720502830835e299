import type { CommentStatus } from '../../protocol/desk.ts';

export type { CommentStatus };

/** Every allowed change of status (M-1). An erased comment is gone for good. */
export const statusTransitions: Readonly<Record<CommentStatus, readonly CommentStatus[]>> = {
  pending: ['published', 'rejected', 'spam', 'erased'],
  published: ['removed', 'erased'],
  rejected: ['pending', 'published', 'erased'],
  spam: ['pending', 'published', 'erased'],
  removed: ['published', 'erased'],
  erased: [],
};

/** Whether a text names a status. */
export const isCommentStatus = (text: string): text is CommentStatus =>
  Object.hasOwn(statusTransitions, text);

/** Whether a comment may go from one status to another. */
export const isAllowedTransition = (from: CommentStatus, to: CommentStatus): boolean =>
  statusTransitions[from].includes(to);

/** What refusing a comment makes of it: taken down when it was published, else rejected. */
export const refusedStatus = (from: CommentStatus): CommentStatus =>
  from === 'published' ? 'removed' : 'rejected';
