import { createHash } from 'node:crypto';
import type { SearchWord } from '../../text/search-words.ts';
import { searchWords } from '../../text/search-words.ts';
import type { SearchedComment } from './comment-search.ts';
import type { SearchPhrase, SearchPlace, SearchRequest } from './desk-reading.ts';

/** What the full-text table is given of a comment. Words are parted by blanks, and hold letters and digits alone. */
export interface IndexedWords {
  readonly exact: string;
  readonly folded: string;
  readonly article: string;
}

/** Stands between name, text and edited text, so that no phrase reaches from one into the next: no word is like it. */
const border = '\u00B6';

/** An article's id as one word of the index. Others may have the same one, by a chance of 1 : 2^64. */
export const articleWord = (article: string): string =>
  createHash('sha256').update(article).digest('hex').slice(0, 16);

type Spelling = keyof SearchWord;

const join = (words: SearchPhrase, spelling: Spelling): string =>
  words.map((word) => word[spelling]).join(' ');

/** The words by which a comment is found. */
export function indexedWords({ article, texts, editedContent }: SearchedComment): IndexedWords {
  const fields = [texts.name, texts.content, editedContent ?? ''].map(searchWords);
  const spell = (spelling: Spelling): string =>
    fields.map((words) => join(words, spelling)).join(` ${border} `);
  return { exact: spell('exact'), folded: spell('folded'), article: articleWord(article) };
}

/** In quotes nothing is an operator of FTS5; a quote inside is written twice. */
const quote = (words: string): string => `"${words.replaceAll('"', '""')}"`;

const allOf = (phrases: readonly SearchPhrase[], spelling: Spelling): string =>
  `${spelling} : (${phrases.map((phrase) => quote(join(phrase, spelling))).join(' AND ')})`;

/** The query of FTS5 for one part of what is to be found. */
export function matchQuery(
  part: SearchPlace['part'],
  { phrases, article }: Pick<SearchRequest, 'phrases' | 'article'>,
): string {
  const exact = allOf(phrases, 'exact');
  const words = part === 'exact' ? exact : `(${allOf(phrases, 'folded')}) NOT (${exact})`;
  return article === undefined ? words : `article : ${quote(articleWord(article))} AND (${words})`;
}
