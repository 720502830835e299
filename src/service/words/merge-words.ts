import type { NewDeskWord } from '../../protocol/desk-words.ts';
import { wordKeyOf } from '../../protocol/word-key.ts';
import type { WordEntry, WordLists } from '../rules/words/word-list.ts';

/** The lists that the service was started with, and the newsroom's words above them: what these say of an entry counts. */
export function mergeWords(own: WordLists, words: readonly NewDeskWord[]): WordLists {
  const said = new Set(words.map(({ text }) => wordKeyOf(text)));
  const mergeList = (list: keyof WordLists): readonly WordEntry[] => [
    ...own[list].filter(({ text }) => !said.has(wordKeyOf(text))),
    ...words.filter((word) => word.list === list),
  ];
  return { ban: mergeList('ban'), suspect: mergeList('suspect') };
}

/** What words become by a change; entries that are added again are moved to their new list. */
export function changeWords<T extends NewDeskWord>(
  words: readonly T[],
  { add, remove }: { readonly add: readonly NewDeskWord[]; readonly remove: readonly string[] },
): readonly (T | NewDeskWord)[] {
  const gone = new Set([...remove, ...add.map(({ text }) => text)].map(wordKeyOf));
  return [...words.filter(({ text }) => !gone.has(wordKeyOf(text))), ...add];
}
