/** Whether a field is asked for, and whether it must be filled. */
export type FieldUse = 'required' | 'optional' | 'off';

/** What a site may choose about the fields; page and server must be given the same values. */
export interface FieldLimits {
  /** Use of "Họ và tên". */
  readonly name: FieldUse;
  /** Use of "Địa chỉ". */
  readonly address: FieldUse;
  /** Use of "Email". */
  readonly email: FieldUse;
  /** Longest name in graphemes; 1–100. */
  readonly maxNameGraphemes: number;
  /** Whether a name may hold digits ("Bạn đọc 68"). */
  readonly allowNameDigits: boolean;
  /** Longest address in graphemes; 1–200. */
  readonly maxAddressGraphemes: number;
  /** Shortest comment in graphemes; at least 1. */
  readonly minContentGraphemes: number;
  /** Longest comment in graphemes; presets 1,000, 2,000 and 5,000. */
  readonly maxContentGraphemes: number;
}

/** The limits where a site sets nothing. */
export const defaultFieldLimits: FieldLimits = {
  name: 'required',
  address: 'optional',
  email: 'required',
  maxNameGraphemes: 100,
  allowNameDigits: true,
  maxAddressGraphemes: 200,
  minContentGraphemes: 1,
  maxContentGraphemes: 2000,
};

/** Longest email in characters (RFC 5321, 4.5.3.1.3 less the angle brackets). */
export const maxEmailCharacters = 254;

/** UTF-8 bytes allowed per grapheme of a limit; an emoji family takes 25, a Vietnamese letter 3. */
export const maxBytesPerGrapheme = 16;

export { maxArticleCharacters } from './article.ts';

/** Longest name of a section of the paper in UTF-16 units. */
export const maxSectionCharacters = 80;

/** Longest entry of a list of words in UTF-16 units. */
export const maxWordCharacters = 200;

/** Entries that one change of the newsroom's words names at most. */
export const maxWordsAtOnce = 1000;

/** Entries the newsroom's words have at most. */
export const maxWords = 10_000;

/** Longest span of time that is counted at once, in days: a quarter of a year. */
export const maxStatsDays = 92;

/** Articles that are told of with their numbers. */
export const maxStatsArticles = 1000;
