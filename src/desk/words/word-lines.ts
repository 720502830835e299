import type { NewDeskWord, WordListName } from '../../protocol/desk-words.ts';
import { wordKeyOf } from '../../protocol/word-key.ts';

/** The entries of a text as lists of words are written: one a line, `=` before an everyday word, `#` before a remark. */
export function readWordLines(text: string, list: WordListName): readonly NewDeskWord[] {
  const words = new Map<string, NewDeskWord>();
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const isEveryday = line.startsWith('=') && line.length > 1;
    const entry = isEveryday ? line.slice(1).trim() : line;
    const key = wordKeyOf(entry);
    if (key && !words.has(key)) words.set(key, { list, text: entry, isEveryday });
  }
  return [...words.values()];
}
