/** A language that digits are spoken in. */
export type SpokenLanguage = 'vi' | 'en';

/** The language of `lang` (BCP 47) where there is one; Vietnamese for every other. */
export const spokenLanguage = (lang: string | undefined): SpokenLanguage =>
  /^en\b/i.test(lang ?? '') ? 'en' : 'vi';
