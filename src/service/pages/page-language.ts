/** A language the pages are written in. */
export type PageLanguage = 'vi' | 'en';

const accepts = (header: string, language: PageLanguage): boolean =>
  header
    .split(',')
    .map((range) => range.trim().toLowerCase())
    .some((range) => range.startsWith(language) && !/;\s*q=0(?:\.0*)?$/.test(range));

/**
 * The language of a page: the one its address names, else Vietnamese, but English for those whose browser names English
 * and no Vietnamese: many Vietnamese readers keep an English browser and have Vietnamese as their second language.
 */
export function pageLanguage(
  named: string | undefined,
  acceptLanguage: string | undefined = '',
): PageLanguage {
  if (named === 'vi' || named === 'en') return named;
  return accepts(acceptLanguage, 'en') && !accepts(acceptLanguage, 'vi') ? 'en' : 'vi';
}
