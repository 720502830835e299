/** Number of matches of a pattern with the g flag, which starts over when it finds no more. */
function count(text: string, pattern: RegExp): number {
  let matches = 0;
  while (pattern.test(text)) matches++;
  return matches;
}

// Vietnamese never needs more than two marks on a base, and NFC leaves none of them.
const pile = /(?:^|[\p{sc=Latn}\p{sc=Zyyy}])\p{M}{4}/u;
const letter = /(?=\p{L})[\p{sc=Latn}\p{sc=Zyyy}]/gu;
// Variation selectors are no marks a reader sees: ℹ️ is a letter with one.
const markedLetter = /(?=\p{L})[\p{sc=Latn}\p{sc=Zyyy}][^\P{M}\uFE0E\uFE0F]/gu;
const unusual =
  /\p{sc=Latn}[\u0300-\u0303\u0306\u0309\u030C\u031B\u0323]*[^\P{M}\u0300-\u0303\u0306\u0309\u030C\u031B\u0323]/u;

/** Marked letters below which a share says nothing: "Brơ̆", "Adrơ̆ng" are names, "v̼c̼l̼" hides a word. */
const minMarkedLetters = 3;

/**
 * Whether marks make a normalised text unreadable (T-5): more than three on one base, or still one on more than
 * 30 % of the letters, from three such letters on. Only Latin and common bases are judged; Thai, Khmer, Arabic,
 * Hebrew or Devanagari live by their marks.
 */
export function hasAbnormalMarks(text: string): boolean {
  if (pile.test(text)) return true;
  const marked = count(text, markedLetter);
  return marked >= minMarkedLetters && marked > 0.3 * count(text, letter);
}

/**
 * Whether a Latin letter of a normalised text carries a mark that no language of Vietnam writes (T-5).
 * A reason to look closer, not to refuse: other languages have such marks.
 */
export const hasUnusualMarks = (text: string): boolean => unusual.test(text);

const unusualEverywhere = new RegExp(unusual, 'gu');

/** Where those letters stand: first UTF-16 code unit and the one behind the last. */
export const findUnusualMarks = (text: string): readonly (readonly [number, number])[] =>
  hasUnusualMarks(text)
    ? [...text.matchAll(unusualEverywhere)].map(({ 0: hit, index }) => [index, index + hit.length])
    : [];
