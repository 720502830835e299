import type { Glyph } from './read-glyphs.ts';
import { hasRun, shortenRuns, type Word } from './split-words.ts';

/** Some words of a text, read otherwise. */
export interface Respelling {
  readonly glyphs: readonly Glyph[];
  /** Index of the first of the words it stands for, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** How words are taken for one that was pulled apart. */
interface Joint {
  /** What may stand between its parts. */
  readonly gap: RegExp;
  /** Whether a word may be a part; any may where there is none. */
  readonly isPart?: (word: Word) => boolean;
  /** Whether parts may be one. */
  readonly joins: (parts: readonly Word[]) => boolean;
  /** What is put between them. */
  readonly insert?: (gap: string) => string;
}

/** No word that anybody reads is longer. */
const maxLetters = 24;

const isLetter = (glyph: Glyph | undefined): boolean =>
  glyph !== undefined && ((glyph.unit >= 'a' && glyph.unit <= 'z') || /\p{L}/u.test(glyph.unit));

const isDigit = ({ unit }: Glyph): boolean => unit >= '0' && unit <= '9';

const isSingle = ({ glyphs }: Word): boolean => glyphs.length === 1;
const isSingleLetter = (word: Word): boolean => isSingle(word) && isLetter(word.glyphs[0]);

const joints: readonly Joint[] = [
  // v.c.l, đ.ị.t, đ.ịt, l-ồ-n: one letter at least, and no blank.
  { gap: /^[^\s/@$!|]{1,4}$/u, joins: (parts) => parts.some(isSingle) },
  // đ ị t, v  c  l, n - h - à: of two letters only with the same sign on both sides, for "à ơ" is two words.
  {
    gap: /^(?:[^\S\n]{1,3}|[^\S\n]?[^\s,;:()"“”]{1,3}[^\S\n]?)$/u,
    isPart: isSingleLetter,
    joins: (parts) => parts.length > 2 || /^\s[.·•*_~-]+\s$/u.test(parts[1]?.gap ?? ''),
  },
  // đ!t: behind three letters an exclamation mark is one.
  { gap: /^[!|]$/, joins: ([first]) => (first?.glyphs.length ?? 0) < 3, insert: () => 'i' },
  // c@c
  { gap: /^[@$]$/, joins: () => true, insert: (gap) => (gap === '@' ? 'a' : 's') },
  // đ*t: a star stands for one letter or more.
  { gap: /^\*{1,4}$/, joins: () => true, insert: () => '*' },
];

const disguise = ({ unit, shape, tone, start, end }: Glyph, as = unit): Glyph => ({
  unit: as,
  shape,
  tone,
  isWordPart: true,
  isDisguised: true,
  start,
  end,
});

function join(parts: readonly Word[], insert: Joint['insert']): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const { glyphs: letters, gap } of parts) {
    const last = glyphs.at(-1);
    const [first] = letters;
    if (insert && last && first) {
      const place = { start: last.end, end: first.start };
      glyphs.push({ ...last, ...place, unit: insert(gap), shape: 0, tone: 0 });
    }
    for (const letter of letters) glyphs.push(disguise(letter));
  }
  return glyphs;
}

function* joinWords(words: readonly Word[], joint: Joint): Generator<Respelling> {
  const { gap, isPart, joins, insert } = joint;
  for (let from = 0, to = 0; from < words.length; from = to) {
    const first = words[from];
    to = from + 1;
    if (!first || (isPart && !isPart(first))) continue;
    let letters = first.glyphs.length;
    for (let next = words[to]; next && gap.test(next.gap); next = words[++to]) {
      if (isPart && !isPart(next)) break;
      letters += next.glyphs.length;
    }
    if (to - from < 2 || letters > maxLetters || !isLetter(first.glyphs[0])) continue;
    const parts = words.slice(from, to);
    if (joins(parts)) yield { glyphs: join(parts, insert), from, to };
  }
}

const digits = /(?<=\p{L})[013457]{1,2}(?=\p{L})/gu;
const letterOfDigit: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** The readings of a word whose inner digits stand for letters (c4c, l0n): one for each letter that 1 looks like. */
function readDigits(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  if (glyphs.length < 3 || glyphs.length > maxLetters || !glyphs.some(isDigit)) return [];
  const text = glyphs.map(({ unit }) => unit).join('');
  const read = (one: string): string =>
    text.replace(digits, (run) => run.replace(/./g, (digit) => letterOfDigit[digit] ?? one));
  const readings = new Set([read('i'), read('l')]);
  readings.delete(text);
  return [...readings].map((reading) =>
    glyphs.map((glyph, index) => disguise(glyph, reading.charAt(index))),
  );
}

/**
 * What else the words of a text may say, where they were spelled to be overlooked: letters pulled apart or starred, digits
 * and signs for letters, letters doubled. The words as they stand are not repeated. Takes time in proportion to them.
 */
export function* respellWords(words: readonly Word[]): Generator<Respelling> {
  for (const joint of joints) {
    for (const joined of joinWords(words, joint)) {
      yield joined;
      for (const glyphs of readDigits(joined.glyphs)) yield { ...joined, glyphs };
    }
  }
  for (const [from, { glyphs }] of words.entries()) {
    for (const reading of readDigits(glyphs)) yield { glyphs: reading, from, to: from + 1 };
    if (!hasRun(glyphs, 2)) continue;
    const short = shortenRuns(glyphs, 2);
    if (short.length < shortenRuns(glyphs).length) yield { glyphs: short, from, to: from + 1 };
  }
}
