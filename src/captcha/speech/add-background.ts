import { randomBetween } from '../random-between.ts';
import { changeSpeed } from './change-speed.ts';
import { mix } from './mix.ts';

const babbleLoudness = 0.3;
const noiseLoudness = 0.04;

/** Speech of the same voice that says nothing: digits backwards, one over the other. */
function addBabble(recording: Float32Array, digits: readonly Float32Array[]): void {
  let start = 0;
  while (start < recording.length) {
    const digit = digits[Math.floor(randomBetween(0, digits.length))] ?? new Float32Array(1);
    const backwards = changeSpeed(digit, randomBetween(0.7, 1.4)).toReversed();
    mix(recording, backwards, start, babbleLoudness * randomBetween(0.5, 1));
    start += Math.ceil(backwards.length * randomBetween(0.35, 0.9));
  }
}

/** Noise as of wind: the high tones weaker, which are the first to hide a consonant. */
function addNoise(recording: Float32Array): void {
  let sample = 0;
  for (let index = 0; index < recording.length; index += 1) {
    sample = 0.7 * sample + randomBetween(-0.5, 0.5);
    recording[index] = (recording[index] ?? 0) + noiseLoudness * sample;
  }
}

/** Puts babble and noise under a recording, so that its silences tell nothing about where the digits are. */
export function addBackground(recording: Float32Array, digits: readonly Float32Array[]): void {
  addBabble(recording, digits);
  addNoise(recording);
}
