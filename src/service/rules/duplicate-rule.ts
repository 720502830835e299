import { emailKey } from '../../text/email-address.ts';
import type { CommentCopy } from '../store/comment-copies.ts';
import type { Signal } from './signal.ts';

/** Who sends a comment, as far as it tells whether it is the same reader as before. */
export type Sender = Pick<CommentCopy, 'email' | 'network'>;

/** What other comments with the same text mean for a new one. */
export type CopyFinding =
  | { readonly kind: 'none' }
  /** The reader's own, still waiting or published. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'copied'; readonly signal: Signal };

/** Copies that are looked at, newest first: enough to say that there are many. */
export const maxCopies = 100;

const isOwn = (copy: CommentCopy, sender: Sender): boolean =>
  sender.email !== '' &&
  sender.network !== undefined &&
  copy.network === sender.network &&
  emailKey(copy.email) === emailKey(sender.email) &&
  (copy.status === 'pending' || copy.status === 'published');

/**
 * Judges the comments that say the same (T-17). Refused is only the reader's own, by email and network, so that nobody
 * learns what others have sent; where one of them is not known, and where the newsroom has turned the first one down, the
 * copy is held.
 */
export function judgeCopies(copies: readonly CommentCopy[], sender: Sender): CopyFinding {
  if (copies.length === 0) return { kind: 'none' };
  if (copies.some((copy) => isOwn(copy, sender))) return { kind: 'repeated' };
  const detail = String(copies.length);
  return {
    kind: 'copied',
    signal: { code: 'duplicate', severity: 'hold', field: 'content', offsets: [], detail },
  };
}
