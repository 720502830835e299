import type { Actor } from '../store/newsroom-transaction.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';
import { applyDecision, type Decision } from './decide.ts';
import type { EntryRange } from './undo.ts';

/** Comments that are decided on at once (M-9). */
export const maxDecidedAtOnce = 500;

/** What was decided on. */
export interface ManyDecided {
  readonly decided: readonly StoredComment[];
  /** The entries an undo takes back; absent where nothing was decided. */
  readonly range?: EntryRange;
}

/** Decides about many comments alike, all in one transaction; `isMeant`: whether one is still to be decided on. */
export const decideMany = (
  store: CommentStore,
  ids: readonly string[],
  isMeant: (comment: StoredComment) => boolean,
  decision: Decision,
  actor: Actor,
): Promise<ManyDecided> =>
  store.transaction(async (transaction) => {
    const decided: StoredComment[] = [];
    const entries: number[] = [];
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- each entry is chained to the one before
      const comment = await transaction.find(id);
      if (!comment || !isMeant(comment)) continue;
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await applyDecision(comment, decision, actor, transaction);
      if (outcome.kind !== 'done') continue;
      decided.push(outcome.comment);
      if (outcome.entry !== undefined) entries.push(outcome.entry);
    }
    const [first] = entries;
    const last = entries.at(-1);
    const range = first !== undefined && last !== undefined ? { first, last } : undefined;
    return { decided, ...(range && { range }) };
  });
