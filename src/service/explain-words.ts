import { normalizeText } from '../text/normalize-text.ts';
import { readWordLists } from './read-word-lists.ts';
import { createWordMatcher, type WordHit } from './rules/words/word-matcher.ts';
import type { Settings } from './settings.ts';

/** What the word filter finds in a text. */
export interface ExplainedWords {
  /** The text as the places of the hits count it: normalised. */
  readonly text: string;
  readonly hits: readonly WordHit[];
}

/**
 * A function that shows what the word filter finds in a text as it was typed, and why.
 * @throws {ConfigurationError} `WORD_LIST_UNREADABLE` at once, when a list cannot be read.
 */
export function createWordExplainer(
  settings: Pick<Settings, 'banWords' | 'suspectWords'>,
): (typed: string) => ExplainedWords {
  const findWords = createWordMatcher(readWordLists(settings));
  return (typed) => {
    const text = normalizeText(typed);
    return { text, hits: findWords(text) };
  };
}
