import { randomInt } from 'node:crypto';

/**
 * A random code of `length` digits, no two neighbours equal: a doubled digit is the one most often misread.
 * Uniform over 10 × 9^(length − 1) codes; 590,490 of six digits.
 */
export function createDigitCode(length: number): string {
  let last = randomInt(10);
  let code = String(last);
  while (code.length < length) {
    // One of the nine others, by stepping over the last one.
    last = (last + 1 + randomInt(9)) % 10;
    code += last;
  }
  return code;
}
