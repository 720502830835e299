import type { ReceivedPost, RefusedPost } from './post-comment.ts';

/** The steps of a post that can be put in from outside. */
export interface PostSteps {
  /** After the schema, before everything else: whether this sender has sent too much. */
  limit(post: ReceivedPost): Promise<RefusedPost | undefined>;
}

/** Lets everything through. */
export const openPostSteps: PostSteps = { limit: async () => undefined };
