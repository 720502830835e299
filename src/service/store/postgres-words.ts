import type { SearchWord } from '../../text/search-words.ts';
import { searchWords } from '../../text/search-words.ts';
import type { SearchedComment } from './comment-search.ts';
import type { SearchPhrase } from './desk-reading.ts';

type Spelling = keyof SearchWord;

/** Positions end here (https://www.postgresql.org/docs/current/textsearch-limitations.html). */
const maxPosition = 16_383;
/** Longest lexeme in bytes is 2,046; no word of a language comes near a tenth of that. */
const maxWordUnits = 200;

const quote = (word: string): string =>
  `'${word.slice(0, maxWordUnits).replaceAll(/['\\]/g, '$&$&')}'`;

/**
 * The words of a comment as a `tsvector`, one spelling of them. Written out with their positions, so that no
 * configuration of the server parts words otherwise than the query does. Between name, text and edited text a position
 * is left out: no phrase reaches from one into the next.
 */
export function toVector({ texts, editedContent }: SearchedComment, spelling: Spelling): string {
  let position = 0;
  const lexemes: string[] = [];
  for (const field of [texts.name, texts.content, editedContent ?? '']) {
    for (const word of searchWords(field)) {
      position += 1;
      lexemes.push(`${quote(word[spelling])}:${Math.min(position, maxPosition)}`);
    }
    position += 1;
  }
  return lexemes.join(' ');
}

/** What is searched for as a `tsquery`: all phrases, each with its words one behind the other. */
export const toQuery = (phrases: readonly SearchPhrase[], spelling: Spelling): string =>
  phrases
    .map((phrase) => `(${phrase.map((word) => quote(word[spelling])).join(' <-> ')})`)
    .join(' & ');
