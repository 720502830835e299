import type { Localize } from '../elements/localize.ts';
import type { DeskMessageKey } from '../messages/desk.vi.ts';
import type { DeskSignal } from '../protocol/desk.ts';

const keys: ReadonlyMap<string, DeskMessageKey> = new Map<string, DeskMessageKey>([
  ['banned-word', 'flag.word'],
  ['suspect-word', 'flag.word'],
  ['link', 'flag.link'],
  ['contact', 'flag.contact'],
  ['no-accents', 'flag.noAccents'],
  ['capitals', 'flag.caps'],
  ['legacy-font', 'flag.charset'],
  ['look-alike', 'flag.lookalike'],
  ['unusual-marks', 'flag.marks'],
  ['duplicate', 'flag.duplicate'],
  ['no-code', 'flag.noCode'],
  ['burst', 'flag.burst'],
  ['fast', 'flag.fast'],
  ['trap', 'flag.trap'],
  ['author-refused', 'flag.authorRefused'],
  ['author-reviewed', 'flag.authorReviewed'],
]);

const shortKeys: ReadonlyMap<string, DeskMessageKey> = new Map<string, DeskMessageKey>([
  ['banned-word', 'flag.banned.short'],
  ['suspect-word', 'flag.word.short'],
  ['contact', 'flag.contact.short'],
  ['legacy-font', 'flag.charset.short'],
  ['duplicate', 'flag.duplicate.short'],
  ['no-code', 'flag.noCode.short'],
  ['burst', 'flag.burst.short'],
]);

/** Codes of signals that the desk has words for, in the order of the filter. */
export const knownSignalCodes: readonly string[] = [...keys.keys()];

const site = 'site:';

/** What a signal says, in words (M-3); one that the desk does not know says its own detail or code. */
export function signalText(
  { code, detail, field }: DeskSignal,
  localize: Localize<DeskMessageKey>,
): string {
  const key = keys.get(code);
  const place = field === 'name' || field === 'address' ? localize(`flag.field.${field}`) : '';
  const after = place && ` (${place})`;
  if (key === 'flag.duplicate') return localize(key, { n: Number(detail) || 1 }) + after;
  if (key === 'flag.word') return localize(key, { word: detail ? `“${detail}”` : '' }) + after;
  if (key) return localize(key) + after;
  if (!code.startsWith(site)) return localize('flag.unknown', { name: detail ?? code }) + after;
  return (
    (detail
      ? localize('flag.site.detail', { detail })
      : localize('flag.site', { name: code.slice(site.length) })) + after
  );
}

/** The same in a word or two, for lists. */
export function shortSignalText(
  { code, detail }: Pick<DeskSignal, 'code' | 'detail'>,
  localize: Localize<DeskMessageKey>,
): string {
  const key = shortKeys.get(code) ?? keys.get(code);
  return key ? localize(key) : (detail ?? code.replace(site, ''));
}
