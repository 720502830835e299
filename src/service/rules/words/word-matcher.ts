import { type Skeleton, skeletonOf } from '../../../text/skeleton.ts';
import { isUnaccentedVietnamese } from '../../../text/unaccented-vietnamese.ts';
import type { SignalSeverity } from '../signal.ts';
import { Automaton } from './automaton.ts';
import { toneRow, type WordKey, wordKeys } from './word-keys.ts';
import type { WordEntry, WordLists } from './word-list.ts';

/** An entry found in a text. */
export interface WordHit {
  readonly list: keyof WordLists;
  readonly entry: string;
  /** With all accents of the entry; without some of them, by the way or between look-alikes; with stars in it. */
  readonly form: 'exact' | 'folded' | 'disguised' | 'starred';
  readonly severity: SignalSeverity;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

interface ListedKey extends WordKey {
  readonly list: keyof WordLists;
  readonly entry: WordEntry;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

const isGap = (unit: string): boolean => unit === '' || unit === ' ' || unit === '\n';

/** "150 cc", "5 dm": two or three letters behind a number are a unit of measure. */
const isUnit = (letters: string, { from, to }: Place): boolean =>
  to - from <= 2 && letters[from - 1] === ' ' && /\d/.test(letters.charAt(from - 2));

/** Whether the tones that are written are some of those wanted, in their order. */
const isPartOf = (row: string, wanted: string): boolean => {
  let at = 0;
  for (const tone of wanted) if (tone === row[at]) at++;
  return at === row.length;
};

/**
 * How the letters at a place write a key; nothing where their accents make other words of them. One syllable without its
 * accents is `maybe`: it counts where nothing in the comment has any.
 */
function formAt(
  { shapes, tones, disguised }: Skeleton,
  { from, to }: Place,
  { shapes: wanted, tones: wantedRow, words, isStarred, entry }: ListedKey,
): WordHit['form'] | 'maybe' | undefined {
  const row = toneRow(tones, from, to);
  if (!isPartOf(row, wantedRow)) return undefined;
  let isBare = row === '';
  let isExact = row === wantedRow;
  let isDisguised = false;
  for (let at = from; at < to; at++) {
    const shape = shapes[at] ?? 0;
    if (shape !== wanted[at - from]) {
      if (shape !== 0) return undefined;
      isExact = false;
    }
    if (shape !== 0) isBare = false;
    isDisguised ||= disguised[at] === 1;
  }
  if (isStarred) return 'starred';
  if (isExact) return 'exact';
  if (isDisguised) return 'disguised';
  if (!isBare) return undefined;
  return words > 1 && !entry.isEveryday ? 'folded' : 'maybe';
}

const severityOf = (form: WordHit['form'], { list, entry, words }: ListedKey): SignalSeverity => {
  if (form === 'exact') return list === 'ban' ? 'junk' : 'hold';
  return form === 'folded' && entry.isEveryday && words === 1 ? 'note' : 'hold';
};

const ranks: Readonly<Record<SignalSeverity, number>> = { note: 0, hold: 1, junk: 2 };

/** In order, without those that stand within another one that says as much. */
function withoutInner(hits: WordHit[]): WordHit[] {
  const sorted = hits.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || ranks[b.severity] - ranks[a.severity],
  );
  const reached = [-1, -1, -1];
  return sorted.filter(({ end, severity }) => {
    const isInner = reached.slice(ranks[severity]).some((other) => other >= end);
    reached[ranks[severity]] = Math.max(end, reached[ranks[severity]] ?? -1);
    return !isInner;
  });
}

/**
 * A function that finds the words of two lists in a normalised text (T-13): accented ones count as their list says,
 * un-accented or starred ones only hold. Its automaton is built at the first text, which takes some milliseconds.
 */
export function createWordMatcher(lists: WordLists): (text: string) => WordHit[] {
  const build = (): { automaton: Automaton; keys: readonly (readonly ListedKey[])[] } => {
    const keys = new Map<string, ListedKey[]>();
    for (const list of ['ban', 'suspect'] as const) {
      for (const entry of lists[list]) {
        for (const key of wordKeys(entry)) {
          const same = keys.get(key.letters);
          if (same) same.push({ ...key, list, entry });
          else keys.set(key.letters, [{ ...key, list, entry }]);
        }
      }
    }
    return { automaton: new Automaton(keys.keys()), keys: [...keys.values()] };
  };
  let built: ReturnType<typeof build> | undefined;
  return (text) => {
    const { automaton, keys } = (built ??= build());
    const skeleton = skeletonOf(text);
    const { letters, starts, ends } = skeleton;
    const hits: WordHit[] = [];
    let isUnaccented: boolean | undefined;
    automaton.search(letters, (number, to) => {
      if (!isGap(letters.charAt(to))) return;
      for (const key of keys[number] ?? []) {
        const place = { from: to - key.letters.length, to };
        if (!isGap(letters.charAt(place.from - 1)) || isUnit(letters, place)) return;
        let form = formAt(skeleton, place, key);
        if (form === 'maybe') {
          isUnaccented ??= isUnaccentedVietnamese(text);
          form = isUnaccented ? 'folded' : undefined;
        }
        if (!form) continue;
        const severity = severityOf(form, key);
        const start = starts[place.from] ?? 0;
        const end = ends[to - 1] ?? 0;
        hits.push({ list: key.list, entry: key.entry.text, form, severity, start, end });
      }
    });
    return withoutInner(hits);
  };
}
