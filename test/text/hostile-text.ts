import {
  findUnusualMarks,
  hasAbnormalMarks,
  hasUnusualMarks,
} from '../../src/text/abnormal-marks.ts';
import { countGraphemes, countGraphemesWithoutSegmenter } from '../../src/text/count-graphemes.ts';
import { emailKey, findEmailProblem } from '../../src/text/email-address.ts';
import { foldCompatible } from '../../src/text/fold-compatible.ts';
import { foldDigits } from '../../src/text/fold-digits.ts';
import { convertLegacyFont, findLegacyFont } from '../../src/text/legacy-font.ts';
import { findMixedScriptWords, hasMixedScriptWord } from '../../src/text/mixed-scripts.ts';
import { normalizeEmail, normalizeLine, normalizeText } from '../../src/text/normalize-text.ts';
import { findNameProblem } from '../../src/text/person-name.ts';
import { skeletonOf } from '../../src/text/skeleton.ts';
import { suggestEmail } from '../../src/text/suggest-email.ts';
import { textKey } from '../../src/text/text-key.ts';
import { isUnaccentedVietnamese } from '../../src/text/unaccented-vietnamese.ts';
import { hasSyllableShape } from '../../src/text/syllable-shape.ts';
import { countUtf8Bytes } from '../../src/text/utf8-bytes.ts';

/** Every exported function of `src/text`, by name. */
export const textFunctions: Readonly<Record<string, (text: string) => unknown>> = {
  normalizeText,
  normalizeLine,
  normalizeEmail,
  foldCompatible,
  countGraphemes,
  countGraphemesWithoutSegmenter,
  hasAbnormalMarks,
  hasUnusualMarks,
  findUnusualMarks,
  hasMixedScriptWord,
  findMixedScriptWords,
  hasSyllableShape,
  isUnaccentedVietnamese,
  findLegacyFont,
  'convertLegacyFont of TCVN3': (text) => convertLegacyFont(text, 'TCVN3'),
  'convertLegacyFont of VNI': (text) => convertLegacyFont(text, 'VNI'),
  findNameProblem: (text) => findNameProblem(text, true),
  findEmailProblem,
  emailKey,
  suggestEmail: (text) => suggestEmail(text),
  foldDigits,
  textKey,
  skeletonOf,
  countUtf8Bytes,
};

const repeat =
  (piece: string, before = '', after = '') =>
  (length: number): string =>
    before + piece.repeat(length / piece.length) + after;

/** Texts made to be slow on, each of about so many UTF-16 code units. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  ' -=""': repeat(' -=""'),
  'a.': repeat('a.'),
  '.a@': repeat('.a', '', '@'),
  'a@a.': repeat('a.', 'a@'),
  'a@aaa': repeat('a', 'a@'),
  '@': repeat('@'),
  '@a@xn-': repeat('@a.xn-'),
  'a…a@': repeat('a', '', '@'),
  '0 0-0.': repeat('0 - '),
  digits: repeat('07'),
  'one mark': repeat('\u0301', 'a'),
  'marks out of order': repeat('\u0301\u0323', 'a'),
  'marks of all classes': repeat('\u0345\u0301\u031B\u0334', 'a'),
  'marks made by NFKC': repeat('\uFF9E\u0338'),
  'marks just below the cut': repeat(`${'\u0301\u0323'.repeat(15)}b`, 'a'),
  'Cyrillic marks': repeat('\u0483', 'a'),
  a̸: repeat('a\u0338'),
  spaces: repeat(' ', 'a', 'b'),
  'no-break spaces': repeat('\u00A0', 'a\n\n\n', 'b'),
  LF: repeat('\n', 'a', 'b'),
  'LF and spaces': repeat('\n\n\n  a'),
  CRLF: repeat('\r\n', 'a', 'b'),
  CR: repeat('\r'),
  families: repeat('👨‍👩‍👧‍👦'),
  'joined for ever': repeat('👨‍'),
  joiners: repeat('\u200D', '👨', '👩'),
  flags: repeat('🇻'),
  'lone surrogates': repeat('\uD83D'),
  'Latin and Cyrillic': repeat('aж'),
  'Latin before Cyrillic': repeat('a', '', 'ж'),
  Vietnamese: repeat('Tiếng Việt bão táp. '.normalize('NFD')),
  'opening quotes': repeat('“a '),
  guillemets: repeat('«a '),
  'words of VNI': repeat('Vieät '),
  'letters of TCVN3': repeat('aÖ'),
  'letters apart': repeat('v.c l '),
  'digits between letters': repeat('c4'),
  'signs between letters': repeat('a@b!c*'),
  'one letter': repeat('a'),
  'one long syllable': repeat('ềa'.normalize('NFD')),
};

/** Sizes and bounds of {@link measureGrowth}. */
interface GrowthOptions {
  /** UTF-16 code units of the shorter text. */
  readonly length: number;
  /** How many times as long the longer one is. */
  readonly factor: number;
  /** Time below which a clock says nothing of growth: it then counts as none. */
  readonly floorMs: number;
}

/**
 * How many times longer a function takes on a text `factor` times as long: the best of five runs each.
 */
export function measureGrowth(
  run: (text: string) => unknown,
  make: (length: number) => string,
  { length, factor, floorMs }: GrowthOptions,
): { readonly ms: number; readonly growth: number } {
  const bestOf = (text: string): number => {
    let best = Infinity;
    for (let left = 5; left > 0 && best > 0.1; left--) {
      const start = performance.now();
      run(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  const small = bestOf(make(length));
  const ms = bestOf(make(length * factor));
  return { ms, growth: ms < floorMs ? 0 : ms / small };
}
