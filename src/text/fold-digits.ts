/** More than any code with spaces and marks takes; longer input is cut. */
const maxCharacters = 64;

// What stands for each digit, in NFKD: the digit row of Microsoft's Vietnamese layout, look-alikes, spacing accents.
const forms: readonly RegExp[] = [
  /[đĐ]|[oO](?!\u0302)/g,
  /[aA]\u0306|[lIi|]/g,
  /[aA]\u0302/g,
  /[eE]\u0302/g,
  /[oO]\u0302/g,
  /[\u0300`ˋ]/g,
  /\u0309/g,
  /[\u0303~]/g,
  /[\u0301ˊ]/g,
  /\u0323/g,
];

/** Value of a decimal digit of any script: each script has its ten in a row, zero first, some next to another's. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
  return String(before % 10);
}

/**
 * A typed security code as ASCII digits (security-code.md §2). Microsoft's Vietnamese layout types ă â ê ô, the tone
 * marks and đ where other keyboards have 1 to 0; digits of other scripts, o and l count as the digits they look like;
 * spaces, dots, hyphens and invisible characters are dropped. Everything else stays, so that a check can name it.
 * Input beyond 64 UTF-16 code units is cut.
 */
export function foldDigits(answer: string): string {
  const marks = answer
    .slice(0, maxCharacters)
    // One code point at a time: over the whole, NFKD would sort the marks and lose the order they were typed in.
    .replace(/./gsu, (character) => character.normalize('NFKD'))
    .replace(/[\s.\p{Pd}\u2212\p{Cf}]/gu, '')
    // In ậ the dot stands first, though 2 was typed before 9.
    .replace(/\u0323([\u0302\u0306])/g, '$1\u0323');
  return forms
    .reduce((text, form, digit) => text.replace(form, String(digit)), marks)
    .replace(/(?!\d)\p{Nd}/gu, digitValue);
}
