import type { ReceivedPost } from './post-comment.ts';
import type { DraftTexts } from './reader-texts.ts';
import { isTrusted, type TrustRule } from './rules/author-record.ts';
import { isHeld } from './rules/hold-rule.ts';
import { type ModerationRule, ruleName } from './rules/moderation.ts';
import { findOwnPage } from './rules/page-rule.ts';
import type { Signal } from './rules/signal.ts';
import type { StoredComment, StoreTransaction } from './store/comment-store.ts';

/** What a comment is kept with beside what arrived. */
export interface KeptFindings extends DraftTexts {
  readonly signals: readonly Signal[];
  readonly copyKey: string | undefined;
  readonly network: string | undefined;
  /** How it is taken (M-2). */
  readonly rule: ModerationRule;
}

/** Writes an accepted comment in the transaction of its post. */
export type KeepComment = (
  post: ReceivedPost,
  found: KeptFindings,
  transaction: StoreTransaction,
) => Promise<StoredComment>;

/** What {@link createKeepComment} works with. */
export interface KeepCommentOptions {
  readonly trust: TrustRule;
  readonly newId: () => string;
}

/**
 * Keeps comments as `pending`, raw and normalised; those that no signal holds are published in the same transaction
 * where their rule says so, along the transition table like every other change. What became of the author's comments is
 * asked where it decides, and nowhere else.
 */
export function createKeepComment({ trust, newId }: KeepCommentOptions): KeepComment {
  const isPublished = async (
    { mode }: ModerationRule,
    email: string,
    transaction: StoreTransaction,
  ): Promise<boolean> =>
    mode === 'post' ||
    (mode === 'trusted' && isTrusted(await transaction.listDecidedOf(email, trust.of), trust));

  return async ({ draft, origin, consent, verifiedAs }, findings, transaction) => {
    const { rule, ...found } = findings;
    const { article, parent = null } = draft;
    await transaction.saveArticle(article, findOwnPage(draft.page, origin));
    const { notice, purposes } = consent;
    if (notice) await transaction.saveNotice(notice);
    const comment = await transaction.insert({
      id: newId(),
      article,
      parent,
      ...found,
      verifiedAs,
      consent: notice && { notice: notice.hash, purposes },
    });
    if (isHeld(found.signals)) return comment;
    if (!(await isPublished(rule, found.texts.email, transaction))) return comment;
    const who = ruleName(rule);
    return transaction.changeStatus({ id: comment.id, to: 'published', who });
  };
}
