import type { ReceivedPost } from './post-comment.ts';
import type { DraftTexts } from './reader-texts.ts';
import { isHeld } from './rules/hold-rule.ts';
import { findOwnPage } from './rules/page-rule.ts';
import type { Signal } from './rules/signal.ts';
import type { StoredComment, StoreTransaction } from './store/comment-store.ts';

/** What a comment is kept with beside what arrived. */
export interface KeptFindings extends DraftTexts {
  readonly signals: readonly Signal[];
  readonly copyKey: string | undefined;
  readonly network: string | undefined;
  /** Whether the newsroom trusts its author (M-8). */
  readonly isTrusted: boolean;
}

/** Writes an accepted comment in the transaction of its post. */
export type KeepComment = (
  post: ReceivedPost,
  found: KeptFindings,
  transaction: StoreTransaction,
) => Promise<StoredComment>;

/** What {@link createKeepComment} works with. */
export interface KeepCommentOptions {
  readonly moderation: 'pre' | 'post';
  readonly newId: () => string;
}

/**
 * Keeps comments as `pending`, raw and normalised; with `post` moderation, and of authors the newsroom trusts, those no
 * signal holds are published in the same transaction, along the transition table like every other change.
 */
export function createKeepComment(options: KeepCommentOptions): KeepComment {
  const { moderation, newId } = options;
  return async ({ draft, origin, consent, verifiedAs }, findings, transaction) => {
    const { isTrusted, ...found } = findings;
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
    const isPublished = moderation === 'post' || isTrusted;
    if (!isPublished || isHeld(found.signals)) return comment;
    const who = moderation === 'post' ? 'moderation=post' : 'author=trusted';
    return transaction.changeStatus({ id: comment.id, to: 'published', who });
  };
}
