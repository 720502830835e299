import type { PostOutcome, ReceivedPost } from './post-comment.ts';
import type { StoreTransaction } from './store/comment-store.ts';

/** The steps of a post that stand before and around the code. Each may end the post with an outcome of its own. */
export interface PostSteps {
  /** After the schema, before everything else: whether this sender has sent too much. */
  limit(post: ReceivedPost): Promise<PostOutcome | undefined>;
  /** First in the transaction: the answer this very post had before. */
  recall(post: ReceivedPost, transaction: StoreTransaction): Promise<PostOutcome | undefined>;
  /** Last in the transaction: keeps the answer for a repetition. */
  remember(post: ReceivedPost, outcome: PostOutcome, transaction: StoreTransaction): Promise<void>;
}

/** Lets everything through and remembers nothing. */
export const openPostSteps: PostSteps = {
  limit: async () => undefined,
  recall: async () => undefined,
  remember: async () => {},
};
