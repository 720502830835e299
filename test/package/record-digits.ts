/**
 * Makes `src/captcha/speech/digit-clips.ts` anew: `node test/package/record-digits.ts`.
 * Needs espeak-ng (Debian: `apt-get install espeak-ng`); the clips are what that program speaks.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { encodeMuLaw } from '../support/mu-law.ts';

const words = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};
const rate = 8000;
/** Of the loudest sample; below it a clip has not begun, or is over. */
const silence = 0.02;
/** Root mean square of every clip, so that no digit is told by its loudness. */
const loudness = 0.14;

function speak(language: string, word: string): { samples: Float32Array; rate: number } {
  const wav = execFileSync('espeak-ng', ['-v', language, '--stdout', word]);
  const data = wav.indexOf('data') + 8;
  const samples = Float32Array.from(
    { length: (wav.length - data) >> 1 },
    (_, index) => wav.readInt16LE(data + 2 * index) / 32_768,
  );
  return { samples, rate: wav.readUInt32LE(24) };
}

/** To 8 kHz, through a low-pass of 32 samples each side: what lies above 4 kHz would come back as a whistle. */
function resample(samples: Float32Array, from: number): Float32Array {
  const step = from / rate;
  const half = 32;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const centre = index * step;
    let sum = 0;
    for (let at = Math.ceil(centre) - half; at <= centre + half; at += 1) {
      const x = (at - centre) / step;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      const window = 0.5 + 0.5 * Math.cos((Math.PI * (at - centre)) / (half + 1));
      sum += ((samples[at] ?? 0) * sinc * window) / step;
    }
    return sum;
  });
}

function trim(samples: Float32Array): Float32Array {
  const peak = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
  const isLoud = (sample: number): boolean => Math.abs(sample) > silence * peak;
  return samples.subarray(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}

function level(samples: Float32Array): Float32Array {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  return samples.map((sample) => (sample * loudness) / Math.sqrt(power));
}

const record = (language: string, word: string): string => {
  const spoken = speak(language, word);
  const clip = level(trim(resample(spoken.samples, spoken.rate)));
  return Buffer.from(encodeMuLaw(clip)).toString('base64');
};

const lists = Object.entries(words).map(([language, digits]) => {
  const lines = digits.map((word) => `    // ${word}\n    '${record(language, word)}',\n`);
  return `  ${language}: [\n${lines.join('')}  ],\n`;
});
const file = new URL('../../src/captcha/speech/digit-clips.ts', import.meta.url);
writeFileSync(
  file,
  `/**
 * The digits 0–9 as spoken by espeak-ng: 8 kHz, µ-law (G.711), base64.
 * Made by \`test/package/record-digits.ts\`; do not edit.
 */
export const digitClips: {
  readonly vi: readonly string[];
  readonly en: readonly string[];
} = {
${lists.join('')}};
`,
);
