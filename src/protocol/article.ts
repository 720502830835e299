/** Longest article id in UTF-16 code units. */
export const maxArticleCharacters = 512;
