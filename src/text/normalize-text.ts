import { foldCompatible } from './fold-compatible.ts';

// No text of any language has more than 30 marks in a row (UAX #15, Stream-Safe Text Format).
// Sorting longer runs makes String.prototype.normalize quadratic: half a second for 50,000 marks.
const cutMarks = (text: string): string => text.replace(/(\p{M}{30})\p{M}+/gu, '$1');

/**
 * The form in which a text is compared, counted, stored and printed (T-3): well-formed, NFC, LF only,
 * no control, zero-width or bidi characters, at most two blank lines in a row, no white space around it.
 * Doing it twice changes nothing. Of more than 30 marks in a row the rest is dropped.
 */
export function normalizeText(typed: string): string {
  const plain = typed
    .replace(/\p{Surrogate}/gu, '\uFFFD') // With the u flag only lone ones; old browsers lack toWellFormed.
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200B\uFEFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\u202F/g, ' ')
    // The joiner stays between emoji. ↔ counts as one only with VS16: a stroke after it makes it ↮, which is none.
    .replace(
      /(\p{ExtPict}[\uFE0F\p{EMod}]?\u200D(?=\u2194\uFE0F|(?!\u2194)\p{ExtPict}))|\u200D/gu,
      '$1',
    );
  // Cut again after NFC: it takes some marks apart into two.
  return cutMarks(cutMarks(plain).normalize())
    .replace(/\n(?:[^\S\n]*\n){2}\s*\n/g, '\n\n\n')
    .trim();
}

/** {@link normalizeText} for one-line fields: line breaks, tabs and runs of white space become one space. */
export const normalizeLine = (typed: string): string =>
  // First those line breaks that normalizeText would strip without leaving a space.
  normalizeText(typed.replace(/[\t-\r\x85\u2028\u2029]/g, ' ')).replace(/\s+/g, ' ');

/**
 * {@link normalizeLine} for emails (T-8): full-width forms become ASCII and the domain, after the last @, lower-case.
 * The local part keeps its case: by RFC 5321, 2.4 only the receiving host may read it.
 */
export function normalizeEmail(typed: string): string {
  const email = foldCompatible(typed);
  const at = email.lastIndexOf('@');
  if (at < 0) return normalizeLine(email);
  return normalizeLine(email.slice(0, at) + email.slice(at).toLowerCase());
}
