import type { CommentStatus } from './status-transitions.ts';

/** When an author is trusted by what became of the comments before, in the mode `trusted` (M-2). */
export interface TrustRule {
  /** How many have to be published. */
  readonly accepted: number;
  /** Among how many of the last that were decided on. */
  readonly of: number;
}

/**
 * Whether an author's record is good enough to be published at once: so many of the last comments that were decided on
 * are published, and none of them is spam. `decided`: what became of them, the newest first.
 */
export function isTrusted(decided: readonly CommentStatus[], { accepted, of }: TrustRule): boolean {
  const last = decided.slice(0, of);
  return !last.includes('spam') && last.filter((one) => one === 'published').length >= accepted;
}
