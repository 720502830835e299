import { normalizeLine } from '../text/normalize-text.ts';

/** What an entry of a list of words is the same by as another: neither case nor white space makes another one of it. */
export const wordKeyOf = (entry: string): string => normalizeLine(entry).toLowerCase();
