import { decodeMuLaw } from './decode-mu-law.ts';
import { digitClips } from './digit-clips.ts';
import type { SpokenLanguage } from './spoken-language.ts';

/** Samples a second of everything spoken here: a telephone's, enough for words. */
export const sampleRate = 8000;

const decoded = new Map<SpokenLanguage, readonly Float32Array[]>();

/** The digits 0–9 as samples from −1 to 1, all equally loud. Decoded once; not to be written into. */
export function spokenDigits(language: SpokenLanguage): readonly Float32Array[] {
  const known = decoded.get(language);
  if (known) return known;
  const clips = digitClips[language].map((clip) => decodeMuLaw(Buffer.from(clip, 'base64')));
  decoded.set(language, clips);
  return clips;
}
