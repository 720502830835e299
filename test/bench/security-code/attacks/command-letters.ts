import type { Attack } from './attack.ts';
import { splitIntoDigits } from './split-into-digits.ts';

const mostFrequent = (counts: ReadonlyMap<string, number> | undefined): string | undefined =>
  [...(counts ?? [])].toSorted((a, b) => b[1] - a[1])[0]?.[0];

function count(votes: Map<string, Map<string, number>>, key: string, digit: string): void {
  const counts = votes.get(key) ?? new Map<string, number>();
  counts.set(digit, (counts.get(digit) ?? 0) + 1);
  votes.set(key, counts);
}

/** Letters of one digit's commands, whatever the order of its outlines. */
const lettersOf = (outlines: readonly { readonly letters: string }[]): string =>
  outlines
    .map(({ letters }) => letters)
    .toSorted((a, b) => b.length - a.length)
    .join(' ');

/**
 * Reads codes by the letters of the path's commands alone, without a single number: each digit has its own sequence,
 * and moving its points does not change it. Where a sequence was never seen, the number of its letters has to do.
 */
export const learnCommandLetters: Attack = (samples) => {
  const byLetters = new Map<string, Map<string, number>>();
  const byLength = new Map<string, Map<string, number>>();
  for (const { code, svg } of samples) {
    splitIntoDigits(svg).forEach((outlines, index) => {
      const letters = lettersOf(outlines);
      const digit = code[index] ?? '';
      count(byLetters, letters, digit);
      count(byLength, String(letters.length), digit);
    });
  }
  return (svg) =>
    splitIntoDigits(svg)
      .map((outlines) => {
        const letters = lettersOf(outlines);
        const known = mostFrequent(byLetters.get(letters));
        return known ?? mostFrequent(byLength.get(String(letters.length))) ?? '0';
      })
      .join('');
};
