import { normalizeText } from './normalize-text.ts';

/**
 * Key by which two texts say the same: no matter how they are encoded, spaced, in capitals or not, or on which vowel
 * the tone stands (hòa = hoà, thủy = thuỷ: both spellings are right). Accents count. For comparing, not for printing.
 */
export const textKey = (text: string): string =>
  normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031Ba-zđ]+)/g, '$2$1')
    .normalize()
    .replace(/\s+/g, ' ');
