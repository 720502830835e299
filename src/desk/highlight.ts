import type { DeskSignal } from '../protocol/desk.ts';

/** A part of a text, with the numbers of the signals that are about it. */
export interface TextPart {
  readonly text: string;
  readonly signals: readonly number[];
}

/** Places of one text beyond which no more are shown: a text of nothing but words of a list must not slow the desk. */
const maxPlaces = 500;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly signal: number;
}

// Between the two halves of a character, a cut would show two broken ones.
const isInside = (text: string, offset: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));

function placesOf(text: string, signals: readonly DeskSignal[], field: string): readonly Place[] {
  const places: Place[] = [];
  for (const [signal, { offsets, field: about }] of signals.entries()) {
    if (about !== field || !Array.isArray(offsets)) continue;
    for (const [from, to] of offsets) {
      if (!Number.isInteger(from) || !Number.isInteger(to) || places.length === maxPlaces) continue;
      const start = Math.max(0, from - Number(isInside(text, from)));
      const end = Math.min(text.length, to + Number(isInside(text, to)));
      if (start < end) places.push({ start, end, signal });
    }
  }
  return places;
}

/**
 * Parts a text at the places of its signals. Together the parts are the text, whatever the offsets are: places may
 * overlap, and those that are none are left out.
 */
export function highlight(
  text: string,
  signals: readonly DeskSignal[],
  field: NonNullable<DeskSignal['field']>,
): readonly TextPart[] {
  const places = placesOf(text, signals, field);
  const cuts = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])];
  const sorted = cuts.toSorted((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const here = places.filter((place) => place.start <= start && place.end >= end);
    return {
      text: text.slice(start, end),
      signals: [...new Set(here.map(({ signal }) => signal))],
    };
  });
}
