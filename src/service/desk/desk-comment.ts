import type { DeskArticle, DeskComment, DeskEvent } from '../../protocol/desk.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';

/** A comment as editors see it. Holds no email and no address of a network. */
export const toDeskComment = (comment: StoredComment, article: DeskArticle): DeskComment => ({
  id: comment.id,
  version: comment.version,
  article,
  parent: comment.parent,
  status: comment.status,
  name: comment.texts.name,
  address: comment.texts.address,
  content: comment.texts.content,
  ...(comment.editedContent !== undefined && { editedContent: comment.editedContent }),
  createdAt: comment.createdAt,
  decidedAt: comment.decidedAt,
  publishedAt: comment.publishedAt,
  pinned: comment.pinned,
  pick: comment.pick,
  staff: comment.staff,
  likes: comment.likes,
  reports: comment.openReports,
  signals: comment.signals,
  ...(comment.verifiedAs !== undefined && { verified: comment.verifiedAs }),
});

/** Comments with what is known of the pages of their articles, each page looked up once. */
export async function describeComments(
  store: Pick<CommentStore, 'findArticlePages'>,
  comments: readonly StoredComment[],
): Promise<readonly DeskComment[]> {
  const pages = await store.findArticlePages([...new Set(comments.map(({ article }) => article))]);
  return comments.map((comment) =>
    toDeskComment(comment, { id: comment.article, ...pages.get(comment.article) }),
  );
}

/** An entry of the audit log as editors see it. */
export const toDeskEvent = ({
  at,
  who,
  action,
  from,
  to,
  reason,
  note,
}: AuditEntry): DeskEvent => ({
  at,
  who,
  action,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(reason !== undefined && { reason }),
  ...(note !== undefined && { note }),
});
