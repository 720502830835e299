/** The marks of the five tones, as NFD writes them: grave, acute, tilde, hook above, dot below. */
export const toneMarks = '\u0300\u0301\u0303\u0309\u0323';

/** The marks that make another vowel of one: circumflex, breve, horn. */
export const shapeMarks = '\u0302\u0306\u031B';
