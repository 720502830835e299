import { normalizeField } from '../protocol/fields.ts';
import type { KeptNetwork } from './kept-network.ts';
import type { ReceivedPost } from './post-comment.ts';
import { isHeld } from './rules/hold-rule.ts';
import { findOwnPage } from './rules/page-rule.ts';
import type { Signal } from './rules/signal.ts';
import type { ReaderTexts, StoredComment, StoreTransaction } from './store/comment-store.ts';

/** Writes an accepted comment in the transaction of its post. */
export type KeepComment = (
  post: ReceivedPost,
  signals: readonly Signal[],
  transaction: StoreTransaction,
) => Promise<StoredComment>;

/** What {@link createKeepComment} works with. */
export interface KeepCommentOptions {
  readonly moderation: 'pre' | 'post';
  readonly newId: () => string;
  readonly keptNetwork: KeptNetwork;
}

const normalise = (typed: ReaderTexts): ReaderTexts => ({
  name: normalizeField.name(typed.name),
  address: normalizeField.address(typed.address),
  email: normalizeField.email(typed.email),
  content: normalizeField.content(typed.content),
});

/**
 * Keeps comments as `pending`, raw and normalised; with `post` moderation those no signal holds are published in
 * the same transaction, along the transition table like every other change.
 */
export function createKeepComment(options: KeepCommentOptions): KeepComment {
  const { moderation, newId, keptNetwork } = options;
  return async ({ draft, origin, address: ip, consent }, signals, transaction) => {
    const { article, parent = null, name, address = '', email, content } = draft;
    const rawTexts = { name, address, email, content };
    await transaction.saveArticle(article, findOwnPage(draft.page, origin));
    const { notice, purposes } = consent;
    if (notice) await transaction.saveNotice(notice);
    const comment = await transaction.insert({
      id: newId(),
      article,
      parent,
      texts: normalise(rawTexts),
      rawTexts,
      signals,
      network: keptNetwork(ip),
      consent: notice && { notice: notice.hash, purposes },
    });
    if (moderation === 'pre' || isHeld(signals)) return comment;
    return transaction.changeStatus({ id: comment.id, to: 'published', who: 'moderation=post' });
  };
}
