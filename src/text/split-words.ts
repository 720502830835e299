import type { Glyph } from './read-glyphs.ts';

/** A word of a text, and what stands before it. */
export interface Word {
  readonly glyphs: readonly Glyph[];
  /** The text between the word before and this one. */
  readonly gap: string;
}

/**
 * The words of a text: what stands between anything that is no letter and no digit (T-14), whatever its script.
 * @param text - What the glyphs were read from.
 */
export function splitWords(text: string, glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let word: Glyph[] = [];
  let gapStart = 0;
  const close = (): void => {
    const [first] = word;
    const last = word.at(-1);
    if (!first || !last) return;
    words.push({ glyphs: word, gap: text.slice(gapStart, first.start) });
    gapStart = last.end;
    word = [];
  };
  for (const glyph of glyphs) {
    if (glyph.isWordPart) word.push(glyph);
    else close();
  }
  close();
  return words;
}

const isSameLetter = (one: Glyph | undefined, other: Glyph | undefined): boolean =>
  one?.unit === other?.unit && one !== undefined && (one.unit < '0' || one.unit > '9');

/** Whether a word has so many of the same letter in a row. */
export function hasRun(glyphs: readonly Glyph[], least: number): boolean {
  let length = 1;
  for (let at = 1; at < glyphs.length && length < least; at++) {
    length = isSameLetter(glyphs[at], glyphs[at - 1]) ? length + 1 : 1;
  }
  return length >= least;
}

/**
 * A word without what was drawn out: three times the same letter or more become one, so vãiiii is vãi. A word of one
 * letter alone keeps two of it, for cccc is cc; numbers stay as they are.
 * @param least - How many of the same letter are drawn out.
 */
export function shortenRuns(glyphs: readonly Glyph[], least = 3): readonly Glyph[] {
  if (!hasRun(glyphs, least)) return glyphs;
  const short: Glyph[] = [];
  for (let from = 0, to = 0; from < glyphs.length; from = to) {
    const first = glyphs[from];
    if (!first) break;
    for (to = from + 1; isSameLetter(first, glyphs[to]);) to++;
    const run = glyphs.slice(from, to);
    const end = run.at(-1)?.end ?? first.end;
    const accented = run.find(({ shape, tone }) => shape + tone > 0) ?? first;
    if (run.length < least) short.push(...run);
    else if (run.length < glyphs.length) short.push({ ...accented, start: first.start, end });
    else short.push(first, { ...accented, start: first.end, end });
  }
  return short;
}
