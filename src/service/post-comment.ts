import type { ProblemCode } from '../protocol/problem.ts';
import type { CommentDraft } from '../protocol/types.ts';
import type { ChallengeSource } from './challenge-source.ts';
import type { KeepComment } from './keep-comment.ts';
import type { PostSteps } from './post-steps.ts';
import { findSignals } from './rules/find-signals.ts';
import { isAnswerable } from './rules/parent-rule.ts';
import type { CommentStore, StoredComment, StoreTransaction } from './store/comment-store.ts';

/** A comment as it arrived, its schema passed. */
export interface ReceivedPost {
  readonly draft: CommentDraft;
  /** The request's `Origin`. */
  readonly origin: string | undefined;
  /** IP address of the other end. */
  readonly address: string | undefined;
}

/** What became of a post. */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly comment: StoredComment }
  /** `isCodeGone`: whether the reader needs another security code to try again. */
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly isCodeGone: boolean };

/** What a post works with. */
export interface PostCommentOptions {
  readonly store: CommentStore;
  readonly challenges: ChallengeSource;
  readonly steps: PostSteps;
  readonly acceptArticle: (article: string) => boolean | Promise<boolean>;
  readonly keepComment: KeepComment;
}

/** Takes a comment in or refuses it. Rejects when the database or the site's own function does; then nothing is spent. */
export type PostComment = (post: ReceivedPost) => Promise<PostOutcome>;

const findRefusal = async (
  draft: CommentDraft,
  isAccepted: boolean,
  transaction: StoreTransaction,
): Promise<ProblemCode | undefined> => {
  if (!isAccepted) return 'article-refused';
  return (await isAnswerable(draft, transaction)) ? undefined : 'parent-gone';
};

/**
 * The order of a post (design: "Order on a post"): limits → idempotency → code → rules → comment. No rule answers
 * without a solved code; a refusal commits the spend alone, an error undoes it with all the rest.
 */
export function createPostComment(options: PostCommentOptions): PostComment {
  const { store, challenges, steps, acceptArticle, keepComment } = options;

  const take = async (
    post: ReceivedPost,
    isAccepted: boolean,
    transaction: StoreTransaction,
  ): Promise<PostOutcome> => {
    const recalled = await steps.recall(post, transaction);
    if (recalled) return recalled;
    const code = await challenges.check(post.draft, transaction);
    if (code.kind === 'refused') return { ...code, isCodeGone: true };
    const refusal = await findRefusal(post.draft, isAccepted, transaction);
    if (refusal) return { kind: 'refused', code: refusal, isCodeGone: true };
    const comment = await keepComment(post, findSignals(code.ageSeconds), transaction);
    const outcome: PostOutcome = { kind: 'accepted', comment };
    await steps.remember(post, outcome, transaction);
    return outcome;
  };

  return async (post) => {
    const limited = await steps.limit(post);
    if (limited) return limited;
    // Asked before the transaction, for a slow site must not hold up every other post; told only after the code.
    const isAccepted = await acceptArticle(post.draft.article);
    return store.transaction((transaction) => take(post, isAccepted, transaction));
  };
}
