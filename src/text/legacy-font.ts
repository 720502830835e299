import { hasSyllableShape } from './syllable-shape.ts';

/** An encoding of fonts from before Unicode, still met in pasted text (T-20). */
export type LegacyFont = 'TCVN3' | 'VNI';

/** Letters of TCVN3 (the fonts named .Vn…) in the order of their code points from U+00A1 on; a blank is none. */
const tcvn3Letters =
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ';
const tcvn3Start = 0xa1;

const tcvn3Letter = (typed: string): string => {
  const letter = tcvn3Letters[typed.charCodeAt(0) - tcvn3Start] ?? ' ';
  return letter === ' ' ? typed : letter;
};

const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

// Of VNI: what stands behind a vowel for each of the five tones, alone and together with the vowel's own shape.
const vniMarks: ReadonlyMap<string, string> = new Map(
  [
    ['', 'ùøûõï'],
    ['\u0302', 'áàåãä', 'â'],
    ['\u0306', 'éèúüë', 'ê'],
  ].flatMap(([shape = '', tones = '', alone = '']) => [
    ...tones.split('').map((mark, tone): [string, string] => [mark, shape + toneMarks[tone]]),
    ...(alone ? [[alone, shape] as [string, string]] : []),
  ]),
);

/** Of VNI: letters that are one sign. */
const vniLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({ ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }),
);

const vniMark = (mark: string): string => vniMarks.get(mark.toLowerCase()) ?? mark;

const vniLetter = (letter: string): string => {
  const small = vniLetters.get(letter.toLowerCase()) ?? letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
};

/**
 * A text in an old font's encoding as Vietnamese; for the newsroom to look at, for a reader's text is never changed by
 * itself. Signs the font had no letter for stay.
 */
export function convertLegacyFont(text: string, font: LegacyFont): string {
  if (font === 'TCVN3') return text.replace(/[\xA1-\xFF]/g, tcvn3Letter);
  return text.replace(
    /([aeouyôö])([áàåãäâéèúüëêùøûõï])|[ñôöíìæóòî]/gi,
    (sign, vowel?: string, mark?: string) =>
      vowel && mark ? (vniLetter(vowel) + vniMark(mark)).normalize() : vniLetter(sign),
  );
}

const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');

/** Whether a word is Vietnamese only when it is read by the font. */
const isOfFont = (word: string, font: LegacyFont): boolean =>
  !hasSyllableShape(fold(word)) && hasSyllableShape(fold(convertLegacyFont(word, font)));

/** Fewer words are a foreign name, or a slip. */
const minWords = 3;
const minShare = 0.2;

/** UTF-16 code units that are looked at: a text is of one font. */
const sampleLength = 4096;

/** Letters the old fonts have no sign for, which the text then shows as they are. */
const modern = /[\u0100-\u01FF\u1E00-\u1EFF]/;

/**
 * The old font a normalised text was written for (T-20): from three words on, and a fifth of all, that are syllables
 * only when they are read by its encoding.
 */
export function findLegacyFont(text: string): LegacyFont | undefined {
  if (!/[\xA1-\xFF]/.test(text)) return undefined;
  const words = text.slice(0, sampleLength).match(/[^\s!-@[-`{-~]+/g) ?? [];
  const signed = words.filter((word) => /[\xA1-\xFF]/.test(word) && !modern.test(word));
  const enough = Math.max(minWords, minShare * words.length);
  return (['TCVN3', 'VNI'] as const).find(
    (font) => signed.filter((word) => isOfFont(word, font)).length >= enough,
  );
}
