import type { CommentDraft } from '../../protocol/types.ts';
import type { StoreTransaction } from '../store/comment-store.ts';

/**
 * Whether the comment a draft answers can be answered (S35): it is there, published, of the same article, and
 * itself no answer. A draft that answers nobody always passes.
 */
export async function isAnswerable(
  { parent, article }: CommentDraft,
  transaction: Pick<StoreTransaction, 'find'>,
): Promise<boolean> {
  if (parent === undefined) return true;
  const answered = await transaction.find(parent);
  return (
    answered?.status === 'published' && answered.article === article && answered.parent === null
  );
}
