import type { NewDeskWord } from '../../protocol/desk-words.ts';
import { createWordFinder } from '../rules/signals/find-word-signals.ts';
import type { SignalFinder } from '../rules/signals/signal-finder.ts';
import type { WordLists } from '../rules/words/word-list.ts';
import { createWordMatcher, type WordHit } from '../rules/words/word-matcher.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { mergeWords } from './merge-words.ts';

/** The words of a site: those it was started with, and what its newsroom has made of them at the desk. */
export interface SiteWords {
  /** Those it was started with. */
  readonly own: WordLists;
  /** What finds the words as they are now, whichever instance has changed them. */
  findWords(): Promise<SignalFinder>;
  /** What the lists find in a normalised text, if the newsroom's words were these. */
  explain(text: string, words: readonly NewDeskWord[]): readonly WordHit[];
}

/** The words of a site, put together anew for the first comment after a change. */
export function createSiteWords(
  own: WordLists,
  store: Pick<CommentStore, 'wordsVersion' | 'listWords'>,
): SiteWords {
  let current: { readonly version: number; readonly find: SignalFinder } | undefined;
  return {
    own,
    explain: (text, words) => createWordMatcher(mergeWords(own, words))(text),
    async findWords() {
      if (current?.version !== (await store.wordsVersion())) {
        const { version, entries } = await store.listWords();
        current = { version, find: createWordFinder(mergeWords(own, entries)) };
      }
      return current.find;
    },
  };
}
