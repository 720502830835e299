/**
 * Writes full-width, mathematical and other presentation forms as the plain characters they stand for (＠ → @).
 * Marks stay as they are and nothing is composed: that is for {@link normalizeText} to do.
 *
 * One code point at a time, because NFKC over a whole text takes quadratic time on long runs of marks (S26).
 */
export const foldCompatible = (text: string): string =>
  text.replace(/(?!\p{M})\P{ASCII}/gu, (character) => character.normalize('NFKC'));
