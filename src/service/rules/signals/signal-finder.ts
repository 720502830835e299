import type { ReaderTexts } from '../../store/comment-store.ts';
import type { Signal } from '../signal.ts';

/** The texts of a comment that signals are looked for in, normalised. */
export type SearchedTexts = Pick<ReaderTexts, 'name' | 'address' | 'content'>;

/** Finds one kind of signal in a comment's texts; pure, and of linear cost (S26). */
export type SignalFinder = (texts: SearchedTexts) => readonly Signal[];

/** A place in a text: first UTF-16 code unit and the one behind the last. */
export type Place = Signal['offsets'][number];

/** Places a signal names at most: a comment that has more is nothing else. */
export const maxPlaces = 50;

/** One signal for each field that has places. */
export function signalsOfPlaces(
  texts: SearchedTexts,
  signal: Pick<Signal, 'code' | 'severity'>,
  find: (text: string) => readonly Place[],
): readonly Signal[] {
  return (['name', 'address', 'content'] as const).flatMap((field) => {
    const places = find(texts[field]);
    return places.length > 0 ? [{ ...signal, field, offsets: places.slice(0, maxPlaces) }] : [];
  });
}
