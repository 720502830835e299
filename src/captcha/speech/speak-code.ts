import { randomBetween } from '../random-between.ts';
import { addBackground } from './add-background.ts';
import { changeSpeed } from './change-speed.ts';
import { mix } from './mix.ts';
import { sampleRate, spokenDigits } from './spoken-digits.ts';
import type { SpokenLanguage } from './spoken-language.ts';
import { stretch } from './stretch.ts';
import { wavFile } from './wav-file.ts';

/** A digit as it is said this time: higher or lower, faster or slower, louder or softer. */
function sayDigit(clip: Float32Array): Float32Array {
  const spoken = stretch(changeSpeed(clip, randomBetween(0.88, 1.12)), randomBetween(0.89, 1.25));
  const loudness = randomBetween(0.7, 1.3);
  return spoken.map((sample) => sample * loudness);
}

const gap = (): number => Math.round(randomBetween(0.3, 0.9) * sampleRate);

/**
 * Speaks a code of digits as a WAV file (8 kHz, 8 bits, mono; about 8 kB a digit); never twice the same.
 *
 * Whoever has the clips can look for them in the sound. That each digit is said otherwise each time defeats the plain
 * search, and no more than that: a search for many variants of each finds most digits.
 */
export function speakCode(code: string, lang: SpokenLanguage): Buffer {
  const clips = spokenDigits(lang);
  const digits = Array.from(code, (digit) => sayDigit(clips[Number(digit)] ?? new Float32Array()));
  const starts: number[] = [];
  let length = gap();
  for (const digit of digits) {
    starts.push(length);
    length += digit.length + gap();
  }
  const recording = new Float32Array(length);
  addBackground(recording, clips);
  for (const [index, digit] of digits.entries()) mix(recording, digit, starts[index] ?? 0, 1);
  return wavFile(recording, sampleRate);
}
