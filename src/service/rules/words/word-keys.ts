import { plainSkeletonOf } from '../../../text/skeleton.ts';
import type { WordEntry } from './word-list.ts';

/** How an entry is written in a text. */
export interface WordKey {
  /** What is looked for among a skeleton's letters. */
  readonly letters: string;
  /** The shapes of these letters. */
  readonly shapes: readonly number[];
  /** The tones there are, in order: on which vowel of a syllable one stands makes no difference (hòa, hoà). */
  readonly tones: string;
  readonly words: number;
  /** Whether a star stands for some of the letters. */
  readonly isStarred: boolean;
}

/** The tones there are among letters from one place to another, in order. */
export function toneRow(tones: Uint8Array, from: number, to: number): string {
  let row = '';
  for (let at = from; at < to; at++) row += tones[at] || '';
  return row;
}

/** Shortest word, and words without the blanks between them, that cannot be parts of other words by chance. */
const minGlued = 4;
const maxStarred = 6;

/** đ*t, l*n, bu*i: from the first letter to the last, with a star for one letter or more. */
function starLetters({ letters, shapes, ...rest }: WordKey): WordKey[] {
  const keys: WordKey[] = [];
  if (letters.length > maxStarred || /[^a-z]/.test(letters)) return keys;
  for (let from = 1; from < letters.length - 1; from++) {
    for (let to = from + 1; to < letters.length; to++) {
      keys.push({
        ...rest,
        letters: `${letters.slice(0, from)}*${letters.slice(to)}`,
        shapes: [...shapes.slice(0, from), 0, ...shapes.slice(to)],
        isStarred: true,
      });
    }
  }
  return keys;
}

/**
 * All ways in which an entry is looked for: as it stands, its words run together (vaynhanh), a word starred. None for an
 * entry of fewer than two letters or digits, which would be found everywhere (S37).
 */
export function wordKeys({ text }: WordEntry): WordKey[] {
  const skeleton = plainSkeletonOf(text);
  // A blank comes before each word.
  const letters = skeleton.letters.slice(1).replaceAll('\n', ' ');
  const plain: WordKey = {
    letters,
    shapes: [...skeleton.shapes.subarray(1)],
    tones: toneRow(skeleton.tones, 1, skeleton.tones.length),
    words: letters.split(' ').length,
    isStarred: false,
  };
  const glued = plain.letters.replaceAll(' ', '');
  if (glued.length < 2) return [];
  if (plain.words === 1) return [plain, ...starLetters(plain)];
  if (glued.length < minGlued) return [plain];
  const gluedShapes = plain.shapes.filter((_, index) => plain.letters[index] !== ' ');
  return [plain, { ...plain, letters: glued, shapes: gluedShapes }];
}
