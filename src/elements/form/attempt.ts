import type { CommentDraft } from '../../protocol/types.ts';

/** One try to send a comment, and the key by which the server knows it again (T-2). */
export interface Attempt {
  readonly key: string;
  /** What is sent; kept without its `challenge`. */
  readonly draft: CommentDraft;
}

// Not `crypto.randomUUID`: plain http pages have none.
const createKey = (): string => crypto.getRandomValues(new BigUint64Array(2)).join('');

const textsOf = (draft: CommentDraft): string =>
  JSON.stringify({ ...draft, page: undefined, challenge: undefined });

/**
 * The next try after `last`: under the same key while the reader's texts are the same, else under a new one.
 * With the key goes the page as it was named then, for titles change by themselves ("(3) Tin mới"), and to the server
 * the same key with another page would be another comment.
 */
export function nextAttempt(draft: CommentDraft, last: Attempt | undefined): Attempt {
  if (!last?.draft || textsOf(last.draft) !== textsOf(draft)) return { key: createKey(), draft };
  return { key: last.key, draft: { ...draft, page: last.draft.page } };
}
