import { isUnaccentedVietnamese } from '../../../text/unaccented-vietnamese.ts';
import type { Signal, SignalSeverity } from '../signal.ts';
import type { SearchedTexts } from './signal-finder.ts';

/** Vietnamese without its accents (T-10), as a whole: it has no places. */
export const findAccentSignals = (
  { content }: Pick<SearchedTexts, 'content'>,
  severity: SignalSeverity,
): readonly Signal[] =>
  isUnaccentedVietnamese(content)
    ? [{ code: 'no-accents', severity, field: 'content', offsets: [] }]
    : [];
