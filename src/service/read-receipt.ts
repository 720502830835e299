import { type RejectReason, rejectReasons } from '../protocol/desk.ts';
import type { ReceiptAnswer } from '../protocol/types.ts';
import { toPublishedComment } from './published-comment.ts';
import type { Receipts } from './receipt.ts';
import type { CommentStatus } from './rules/status-transitions.ts';
import type { AuditEntry } from './store/audit-log.ts';
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

/** The newsroom's reason where it is one of those with words for readers: what else was noted is its own affair. */
const toldReason = (entries: readonly AuditEntry[]): RejectReason | undefined => {
  const refusal = entries.findLast(({ to }) => to !== undefined);
  return rejectReasons.find((one) => refusal?.to === 'rejected' && refusal.reason === one);
};

/** Reads receipts with the comments of a store. */
export function createReadReceipt({
  store,
  receipts,
}: {
  readonly store: Pick<CommentStore, 'find' | 'listAuditOf'>;
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
    const reason =
      comment.status === 'rejected' ? toldReason(await store.listAuditOf(id)) : undefined;
    return { kind: 'found', answer: { id, article, status, ...shown, ...(reason && { reason }) } };
  };
}
