import { readGlyphs } from './read-glyphs.ts';
import { respellWords } from './respell-words.ts';
import { SkeletonBuilder } from './skeleton-builder.ts';
import { shortenRuns, splitWords, type Word } from './split-words.ts';

/**
 * A text as the word filter reads it (T-12), letter by letter: the same place of each member is about the same letter.
 * The words come first as they stand, then once more those that may have been spelled to be overlooked.
 */
export interface Skeleton {
  /** Letters without accents and digits; a blank between words, a line break where a sentence or another reading begins. */
  readonly letters: string;
  /** What makes another letter of each (â, ă, ơ, đ): 1–3 for circumflex, breve and horn, 4 for a stroke. */
  readonly shapes: Uint8Array;
  /** Tones: 1–5 for grave, acute, tilde, hook above, dot below; 0 for none. */
  readonly tones: Uint8Array;
  /** 1 for each that was written as something else. */
  readonly disguised: Uint8Array;
  /** Where each stands in the text, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const sentenceEnd = /[.,;:!?…]["”’)]*\s/u;

function addWord(builder: SkeletonBuilder, { glyphs, gap }: Word): void {
  builder.addGap(gap !== ' ' && sentenceEnd.test(gap) ? '\n' : ' ');
  for (const letter of shortenRuns(glyphs)) builder.add(letter);
}

/** The skeleton of a normalised text as far as its words go as they stand: for what nobody has reason to hide. */
export function plainSkeletonOf(text: string): Skeleton {
  const builder = new SkeletonBuilder(text.length + 1);
  for (const word of splitWords(text, readGlyphs(text))) addWord(builder, word);
  return builder.finish();
}

/** The skeleton of a normalised text. Takes time in proportion to its length. */
export function skeletonOf(text: string): Skeleton {
  const words = splitWords(text, readGlyphs(text));
  const builder = new SkeletonBuilder(2 * text.length + 1);
  for (const word of words) addWord(builder, word);
  for (const { glyphs, from, to } of respellWords(words)) {
    const gap = words[from]?.gap ?? '';
    const [before, behind] = [words[from - 1], words[to]];
    // With its neighbours, for an entry may be of several words.
    builder.addGap('\n');
    if (before) addWord(builder, { glyphs: before.glyphs, gap: '' });
    addWord(builder, { glyphs, gap });
    if (behind) addWord(builder, behind);
  }
  return builder.finish();
}
