import { findLegacyFont } from '../../../text/legacy-font.ts';
import type { Signal } from '../signal.ts';
import type { SearchedTexts } from './signal-finder.ts';

/** Text of an old font (T-20), held so that nobody has to read it as it stands; `detail` names the encoding. */
export function findFontSignals({ content }: SearchedTexts): readonly Signal[] {
  const detail = findLegacyFont(content);
  return detail
    ? [{ code: 'legacy-font', severity: 'hold', field: 'content', offsets: [], detail }]
    : [];
}
