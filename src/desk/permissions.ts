import {
  type CommentStatus,
  type DeskComment,
  type DeskDecision,
  type DeskQueue,
  type EditorRole,
  mayActAs,
} from '../protocol/desk.ts';

/** What a role is needed for (M-13). */
export type DeskPower =
  | 'decide'
  | 'edit'
  | 'mark'
  | 'reply'
  | 'standing'
  | 'article'
  | 'modes'
  | 'words'
  | 'changeWords'
  | 'stats';

const needed: Readonly<Record<DeskPower, EditorRole>> = {
  decide: 'moderator',
  edit: 'editor',
  mark: 'editor',
  reply: 'editor',
  standing: 'admin',
  article: 'editor',
  modes: 'admin',
  words: 'moderator',
  changeWords: 'admin',
  stats: 'editor',
};

/** Whether a role may do something; the service has the last word. */
export const may = (role: EditorRole | undefined, power: DeskPower): boolean =>
  role !== undefined && mayActAs(role, needed[power]);

const decisions: Readonly<Record<CommentStatus, readonly DeskDecision[]>> = {
  pending: ['publish', 'reject', 'spam'],
  published: ['remove'],
  rejected: ['publish', 'restore'],
  spam: ['publish', 'restore'],
  removed: ['publish'],
  erased: [],
};

/** The decisions that can be made about a comment as it stands (M-1); reports can be closed without taking it down. */
export const decisionsFor = ({
  status,
  reports,
}: Pick<DeskComment, 'status' | 'reports'>): readonly DeskDecision[] =>
  status === 'published' && reports > 0 ? ['keep', ...decisions[status]] : decisions[status];

/** What a decision makes of a comment. */
export const statusAfter: Readonly<Record<DeskDecision, CommentStatus>> = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  remove: 'removed',
  restore: 'pending',
  keep: 'published',
};

/** Where a comment stands after a decision. */
export const queueAfter: Readonly<Record<DeskDecision, DeskQueue>> = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  remove: 'removed',
  restore: 'new',
  keep: 'published',
};
