import type { Signal } from '../signal.ts';
import { maxPlaces, type SignalFinder } from './signal-finder.ts';
import type { WordLists } from '../words/word-list.ts';
import { createWordMatcher, type WordHit } from '../words/word-matcher.ts';

const fields = ['name', 'address', 'content'] as const;

const codeOf = ({ list, form }: WordHit): 'banned-word' | 'suspect-word' =>
  list === 'ban' && form === 'exact' ? 'banned-word' : 'suspect-word';

/** One signal for all places of an entry in a field, if they weigh the same. */
const groupKey = (hit: WordHit): string => [codeOf(hit), hit.severity, hit.entry].join('\n');

/** Places apart from each other: "con con con" has the entry "con con" twice. */
function joinOverlaps(hits: readonly WordHit[]): Signal['offsets'] {
  const places: [number, number][] = [];
  for (const { start, end } of hits) {
    const last = places.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else places.push([start, end]);
  }
  return places.slice(0, maxPlaces);
}

function toSignal(hits: readonly [WordHit, ...WordHit[]], field: Signal['field']): Signal {
  const [hit] = hits;
  return {
    code: codeOf(hit),
    severity: hit.severity,
    ...(field && { field }),
    offsets: joinOverlaps(hits),
    detail: hit.entry,
  };
}

/**
 * A function that finds the words of two lists in a comment's normalised texts (T-12 to T-15). `banned-word` is junk: an
 * entry of `ban` with its accents; all else is a `suspect-word`, which holds, or notes an everyday word without accents.
 */
export function createWordFinder(lists: WordLists): SignalFinder {
  const findWords = createWordMatcher(lists);
  return (texts) =>
    fields.flatMap((field) => {
      const groups = new Map<string, [WordHit, ...WordHit[]]>();
      for (const hit of findWords(texts[field])) {
        const group = groups.get(groupKey(hit));
        if (group) group.push(hit);
        else groups.set(groupKey(hit), [hit]);
      }
      return [...groups.values()].map((hits) => toSignal(hits, field));
    });
}
