import { normalizeText } from './normalize-text.ts';
import { shapeMarks, toneMarks } from './vietnamese-marks.ts';

const toneBeforeLetters = new RegExp(`([${toneMarks}])([${shapeMarks}a-zđ]+)`, 'g');

/**
 * Key by which two texts say the same: no matter how they are encoded, spaced, in capitals or not, or on which vowel
 * the tone stands (hòa = hoà, thủy = thuỷ: both spellings are right). Accents count. For comparing, not for printing.
 */
export const textKey = (text: string): string =>
  normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(toneBeforeLetters, '$2$1')
    .normalize()
    .replace(/\s+/g, ' ');
