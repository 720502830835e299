import { createDigitCode } from '../../../../src/captcha/digit-code.ts';
import { changeSpeed } from '../../../../src/captcha/speech/change-speed.ts';
import { speakCode } from '../../../../src/captcha/speech/speak-code.ts';
import { spokenDigits } from '../../../../src/captcha/speech/spoken-digits.ts';
import type { SpokenLanguage } from '../../../../src/captcha/speech/spoken-language.ts';
import { stretch } from '../../../../src/captcha/speech/stretch.ts';
import { createMatchedFilter, type Template } from './matched-filter.ts';

/** The clips as they are in the package. */
export const plainTemplates = (language: SpokenLanguage): Template[] =>
  spokenDigits(language).map((samples, digit) => ({ digit, samples }));

/** Each clip at every one of these speeds and tempos. */
export const bankOfTemplates = (
  language: SpokenLanguage,
  speeds: readonly number[],
  tempos: readonly number[],
): Template[] =>
  plainTemplates(language).flatMap(({ digit, samples }) =>
    speeds.flatMap((speed) =>
      tempos.map((tempo) => ({ digit, samples: stretch(changeSpeed(samples, speed), tempo) })),
    ),
  );

const samplesOf = (wav: Buffer): Float32Array =>
  Float32Array.from(wav.subarray(44), (byte) => (byte - 128) / 127);

/** How many of `codes` fresh spoken codes an attack with these templates reads whole, and how many of their digits. */
export function countSolved(
  templates: readonly Template[],
  language: SpokenLanguage,
  codes: number,
): { solved: number; digits: number } {
  const read = createMatchedFilter(templates);
  let solved = 0;
  let digits = 0;
  for (let index = 0; index < codes; index += 1) {
    const code = createDigitCode(6);
    const answer = read(samplesOf(speakCode(code, language)), code.length);
    if (answer === code) solved += 1;
    digits += Array.from(code).filter((digit, at) => digit === answer[at]).length;
  }
  return { solved, digits };
}
