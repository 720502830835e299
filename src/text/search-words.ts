import { type Glyph, readGlyphs } from './read-glyphs.ts';
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

const spell = ({ unit, shape }: Glyph): string =>
  shape === strokeShape ? 'đ' : unit + (shapeMarks[shape - 1] ?? '');

/** The words of a normalised text, in their order. Takes time in proportion to its length. */
export function searchWords(text: string): SearchWord[] {
  return splitWords(text, readGlyphs(text)).map((word) => {
    const glyphs = shortenRuns(word.glyphs);
    const tones = glyphs.map(({ tone }) => toneMarks[tone - 1] ?? '');
    return {
      folded: glyphs.map(({ unit }) => unit).join(''),
      exact: `${glyphs.map(spell).join('')}${tones.join('')}`,
    };
  });
}
