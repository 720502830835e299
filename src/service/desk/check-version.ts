import type { StoredComment, StoreTransaction } from '../store/comment-store.ts';
import type { NewsroomOutcome } from './newsroom-outcome.ts';

/** A comment as an editor has seen it. */
export interface SeenComment {
  readonly id: string;
  readonly version: number;
}

/** What was found: the comment as the editor has seen it, or why nothing can be done about it. */
export type SeenFinding =
  | { readonly kind: 'found'; readonly comment: StoredComment }
  | (NewsroomOutcome & { readonly kind: 'missing' | 'conflict' });

/** Whether a comment is still what an editor has decided about (M-4): nothing is decided blindly, nothing twice. */
export async function checkVersion(
  { id, version }: SeenComment,
  transaction: Pick<StoreTransaction, 'find' | 'findLastAuditOf'>,
): Promise<SeenFinding> {
  const comment = await transaction.find(id);
  if (!comment) return { kind: 'missing' };
  if (comment.version === version) return { kind: 'found', comment };
  const last = await transaction.findLastAuditOf(id);
  return { kind: 'conflict', comment, ...(last && { last }) };
}
