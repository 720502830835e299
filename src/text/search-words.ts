import { readGlyphs } from './read-glyphs.ts';
import { shortenRuns, splitWords } from './split-words.ts';
import { shapeMarks, toneMarks } from './vietnamese-marks.ts';

/** A word as searching compares it (T-18). */
export interface SearchWord {
  /** Without accents, in lower case. */
  readonly folded: string;
  /** With its accents; no matter on which letter the tone stands, so that hòa and hoà are the same. */
  readonly exact: string;
}

const strokeShape = 4;

/** The words of a normalised text, in their order. Takes time in proportion to its length. */
export function searchWords(text: string): SearchWord[] {
  return splitWords(text, readGlyphs(text)).map(({ glyphs }) => {
    let folded = '';
    let exact = '';
    // Behind the whole word, where a tone is the same on every vowel.
    let tones = '';
    for (const { unit, shape, tone } of shortenRuns(glyphs)) {
      folded += unit;
      exact += shape === strokeShape ? 'đ' : unit + shapeMarks.charAt(shape - 1);
      tones += toneMarks.charAt(tone - 1);
    }
    return { folded, exact: exact + tones };
  });
}
