import type { NewDeskWord, WordsChange } from '../../protocol/desk-words.ts';
import { maxWords } from '../../protocol/limits.ts';
import { wordKeyOf } from '../../protocol/word-key.ts';
import { wordKeys } from '../rules/words/word-keys.ts';
import type { CommentStore, StoreTransaction } from '../store/comment-store.ts';
import type { Actor } from '../store/newsroom-transaction.ts';
import type { KeptWords } from '../store/word-store.ts';
import { changeWords } from './merge-words.ts';

/** What became of a change of the words. */
export type WordsOutcome =
  | { readonly kind: 'changed'; readonly isRechecked: boolean }
  /** Somebody else was faster; nothing was changed. */
  | { readonly kind: 'conflict' }
  /** Some entries cannot be looked for, or there would be too many; nothing was changed. */
  | { readonly kind: 'too-short'; readonly texts: readonly string[] }
  | { readonly kind: 'too-many' };

/** Entries that would be found everywhere: those of fewer than two letters or digits (S37). */
export const findTooShort = (words: readonly NewDeskWord[]): readonly string[] =>
  words.filter((word) => wordKeys(word).length === 0).map(({ text }) => text);

/** What differs from the words there are; the rest changes nothing and is not on record. */
function effectOf({ entries }: KeptWords, { add, remove }: WordsChange) {
  const known = new Map(entries.map((entry) => [wordKeyOf(entry.text), entry]));
  const added = add.filter(({ text, list, isEveryday }) => {
    const before = known.get(wordKeyOf(text));
    return before?.list !== list || before.isEveryday !== isEveryday || before.text !== text;
  });
  const readded = new Set(add.map(({ text }) => wordKeyOf(text)));
  const removed = remove.map(wordKeyOf).flatMap((key) => {
    const before = known.get(key);
    return before && !readded.has(key) ? [before] : [];
  });
  return { added, removed };
}

const record = async (
  transaction: StoreTransaction,
  actor: Actor,
  { added, removed }: ReturnType<typeof effectOf>,
): Promise<void> => {
  // One entry a word: what was held back, and by whose word, has to be found again.
  const notes = [
    ...removed.map(({ list, text }) => `${list}: − ${text}`),
    ...added.map(({ list, text, isEveryday }) => `${list}: + ${isEveryday ? '=' : ''}${text}`),
  ];
  for (const note of notes) {
    // oxlint-disable-next-line no-await-in-loop -- each entry of the log is chained to the one before
    await transaction.audit({ ...actor, action: 'words', note });
  }
};

/**
 * Changes the newsroom's words, with an entry in the audit log for each, and begins to look through the published
 * comments for those that are banned now (L-14).
 */
export async function changeSiteWords(
  store: Pick<CommentStore, 'transaction'>,
  { version, ...change }: WordsChange & { readonly version: number },
  actor: Actor,
): Promise<WordsOutcome> {
  const texts = findTooShort(change.add);
  if (texts.length > 0) return { kind: 'too-short', texts };
  return store.transaction(async (transaction): Promise<WordsOutcome> => {
    const before = await transaction.readWords();
    if (before.version !== version) return { kind: 'conflict' };
    if (changeWords(before.entries, change).length > maxWords) return { kind: 'too-many' };
    const effect = effectOf(before, change);
    const { added, removed } = effect;
    if (added.length === 0 && removed.length === 0) return { kind: 'changed', isRechecked: false };
    await transaction.removeWords(removed.map(({ text }) => wordKeyOf(text)));
    await transaction.addWords(added, actor.who);
    await transaction.countWordsVersion();
    await record(transaction, actor, effect);
    const banned = added
      .filter(({ list }) => list === 'ban')
      .map(({ text, isEveryday }) => ({ text, isEveryday }));
    if (banned.length > 0) await transaction.beginRecheck(banned);
    return { kind: 'changed', isRechecked: banned.length > 0 };
  });
}
