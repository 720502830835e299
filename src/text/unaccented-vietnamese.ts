import { hasSyllableShape } from './syllable-shape.ts';

/** What others have said. */
const quotation = /["“”„][^"“”„]*["“”„]|«[^«»]*»/g;

/** An address of a page or a mailbox. */
const isAddress = (token: string): boolean => /@|:\/\/|^www\./i.test(token);

const word = /[\p{L}\p{M}]+/gu;

/** In fewer words a sentence may go without accents by chance: "Hoan hô anh Nam." */
const minWords = 8;

const share = (words: readonly string[], is: (one: string) => boolean): number =>
  words.filter(is).length / words.length;

/**
 * Whether a normalised text is Vietnamese without its accents (T-10): fewer than a fifth of its words have any, and of
 * those of three letters and more over 60 % could be syllables, as 6–19 % could in English (domain 2.3). Quotations and
 * addresses are left out.
 */
export function isUnaccentedVietnamese(text: string): boolean {
  const tokens = text.replace(quotation, ' ').split(/\s+/);
  const words =
    tokens
      .filter((token) => !isAddress(token))
      .join(' ')
      .match(word) ?? [];
  if (words.length < minWords || share(words, (one) => /[^a-z]/i.test(one)) >= 0.2) return false;
  const longer = words.filter((one) => one.length >= 3);
  return longer.length > 0 && share(longer, hasSyllableShape) > 0.6;
}
