import type { Actor } from '../store/newsroom-transaction.ts';
import type { DeskDecision, RejectReason } from '../../protocol/desk.ts';
import { type CommentStatus, isAllowedTransition } from '../rules/status-transitions.ts';
import type { CommentStore, StoredComment, StoreTransaction } from '../store/comment-store.ts';
import { checkVersion, type SeenComment } from './check-version.ts';
import type { NewsroomOutcome } from './newsroom-outcome.ts';

/** What an editor decides, and why. */
export interface Decision {
  readonly decision: DeskDecision;
  /** Needed where a comment is rejected (M-6). */
  readonly reason?: RejectReason | undefined;
  /** For the newsroom alone. */
  readonly note?: string | undefined;
}

/** What each decision makes of a comment; `keep` leaves it as it is. */
const statusOf: Readonly<Record<Exclude<DeskDecision, 'keep'>, CommentStatus>> = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  remove: 'removed',
  restore: 'pending',
};

/** Whether a comment can be decided on so. */
export const canDecide = (
  { status }: Pick<StoredComment, 'status'>,
  decision: DeskDecision,
): boolean =>
  decision === 'keep' ? status === 'published' : isAllowedTransition(status, statusOf[decision]);

/** Decides about a comment whose version has been looked at. */
export async function applyDecision(
  comment: StoredComment,
  { decision, reason, note }: Decision,
  actor: Actor,
  transaction: StoreTransaction,
): Promise<NewsroomOutcome> {
  const { id } = comment;
  if (!canDecide(comment, decision)) return { kind: 'impossible' };
  if (decision === 'keep') {
    const kept = await transaction.keep({ id, ...actor });
    return kept ? { kind: 'done', comment: kept } : { kind: 'impossible' };
  }
  const to = statusOf[decision];
  const changed = await transaction.changeStatus({ id, to, ...actor, reason, note });
  const entry = transaction.lastWritten();
  return { kind: 'done', comment: changed, ...(entry && { entry: entry.number }) };
}

/** Decides about one comment: the decision and its entry in the audit log in one transaction (M-1). */
export const decide = (
  store: CommentStore,
  seen: SeenComment,
  decision: Decision,
  actor: Actor,
): Promise<NewsroomOutcome> =>
  store.transaction(async (transaction) => {
    const finding = await checkVersion(seen, transaction);
    return finding.kind === 'found'
      ? applyDecision(finding.comment, decision, actor, transaction)
      : finding;
  });
