const lookAlike = /[\p{sc=Cyrl}\p{sc=Grek}]/u;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether one word mixes Latin with Cyrillic or Greek letters, as look-alikes do (T-7).
 * Words end at anything that is no letter, mark or digit: "IT-компания" is two.
 */
export const hasMixedScriptWord = (text: string): boolean =>
  lookAlike.test(text) &&
  (text.match(word) ?? []).some(
    (letters) => lookAlike.test(letters) && /\p{sc=Latn}/u.test(letters),
  );

/** Where those words stand: first UTF-16 code unit and the one behind the last. */
export const findMixedScriptWords = (text: string): readonly (readonly [number, number])[] =>
  hasMixedScriptWord(text)
    ? [...text.matchAll(word)]
        .filter(([letters]) => hasMixedScriptWord(letters))
        .map(({ 0: letters, index }) => [index, index + letters.length])
    : [];
