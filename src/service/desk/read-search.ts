import { normalizeText } from '../../text/normalize-text.ts';
import { searchWords } from '../../text/search-words.ts';
import type { SearchPhrase } from '../store/desk-reading.ts';

/** What is between quotation marks is a phrase; of a mark without its second all that follows. */
const part = /"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|([^"“]+)/g;

/**
 * What an editor searches for: words that all have to be there, and phrases in quotation marks. Nothing else has a
 * meaning, so that no text is a mistake; one without a letter or digit finds nothing.
 */
export function readSearch(query: string): readonly SearchPhrase[] {
  return [...normalizeText(query).matchAll(part)].flatMap(([, quoted, printed, plain]) => {
    const phrase = quoted ?? printed;
    if (phrase === undefined) return searchWords(plain ?? '').map((word) => [word]);
    const words = searchWords(phrase);
    return words.length > 0 ? [words] : [];
  });
}
