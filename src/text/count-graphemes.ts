// Each of these is one grapheme by itself: ASCII, Latin letters, the general punctuation of newspapers.
const needsSegmenter = /[^\n\t -~\xA0-\u02AF\u1E00-\u1EFF\u2010-\u2027]/;

// A flag of two letters or any character, with the marks, skin tones, tags and joined emoji that follow it.
const cluster =
  /(?:\p{RI}{2}|.)(?:[\p{M}\u200C\p{EMod}\u{E0020}-\u{E007F}]|\u200D\p{ExtPict}?)*|\s/gu;

let segmenter: Intl.Segmenter | undefined;

/** {@link countGraphemes} for browsers that have no `Intl.Segmenter`: code points less what joins them (T-4). */
export const countGraphemesWithoutSegmenter = (text: string): number =>
  text.replace(cluster, '-').length;

/**
 * Length of a normalised text in graphemes (UAX #29), what a reader calls characters (T-4). A line break is one.
 * Page and server count with this function, so that both name the same number.
 */
export function countGraphemes(text: string): number {
  if (!needsSegmenter.test(text)) return text.length;
  if (!('Segmenter' in Intl)) return countGraphemesWithoutSegmenter(text);
  segmenter ??= new Intl.Segmenter('vi');
  const segments = segmenter.segment(text)[Symbol.iterator]();
  let graphemes = 0;
  while (!segments.next().done) graphemes++;
  return graphemes;
}
