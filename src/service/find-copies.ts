import type { CopyKey } from './copy-key.ts';
import { type CopyFinding, judgeCopies, maxCopies, type Sender } from './rules/duplicate-rule.ts';
import type { CopyTransaction } from './store/comment-copies.ts';

/** A comment's copy key, and what others with the same one mean for it. */
export type CopySearch = CopyFinding & { readonly copyKey: string | undefined };

/** Looks for copies of a normalised text in the transaction of its post. */
export type FindCopies = (
  content: string,
  sender: Sender,
  transaction: CopyTransaction,
) => Promise<CopySearch>;

/** The search for copies (T-17), within so many hours; with 0 there is none, and no keys are kept. */
export function createFindCopies(options: {
  readonly copyKey: CopyKey;
  readonly duplicateHours: number;
}): FindCopies {
  const withinSeconds = options.duplicateHours * 3600;
  return async (content, sender, transaction) => {
    const copyKey = withinSeconds > 0 ? options.copyKey(content) : undefined;
    if (copyKey === undefined) return { kind: 'none', copyKey };
    const request = { copyKey, withinSeconds, limit: maxCopies };
    return { ...judgeCopies(await transaction.findCopies(request), sender), copyKey };
  };
}
