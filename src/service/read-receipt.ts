import type { ReceiptAnswer } from '../protocol/types.ts';
import { toPublishedComment } from './published-comment.ts';
import type { Receipts } from './receipt.ts';
import type { CommentStatus } from './rules/status-transitions.ts';
import type { CommentStore } from './store/comment-store.ts';
import { publicSideOf } from './store/stored-comment.ts';

/** What a receipt tells its holder. */
export type ReceiptOutcome =
  | { readonly kind: 'found'; readonly answer: ReceiptAnswer }
  /** No receipt of this service. */
  | { readonly kind: 'unknown' }
  /** Its comment is in the database no more. */
  | { readonly kind: 'gone' };

/** Says what became of the comment a receipt was made for. */
export type ReadReceipt = (receipt: string) => Promise<ReceiptOutcome>;

// What was taken for spam is not told apart, or senders of spam could try until it is none.
const toldStatus = (status: CommentStatus): ReceiptAnswer['status'] =>
  status === 'spam' ? 'rejected' : status;

/** Reads receipts with the comments of a store. */
export function createReadReceipt({
  store,
  receipts,
}: {
  readonly store: Pick<CommentStore, 'find'>;
  readonly receipts: Pick<Receipts, 'read'>;
}): ReadReceipt {
  return async (receipt) => {
    const id = receipts.read(receipt);
    if (id === undefined) return { kind: 'unknown' };
    const comment = await store.find(id);
    if (!comment) return { kind: 'gone' };
    const { article } = comment;
    const status = toldStatus(comment.status);
    const isShown = status === 'pending' || status === 'published';
    const shown = isShown ? { comment: toPublishedComment(publicSideOf(comment)) } : {};
    return { kind: 'found', answer: { id, article, status, ...shown } };
  };
}
