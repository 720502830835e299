import { hash } from 'node:crypto';

/**
 * The tag by which a cache finds all answers about an article. A hash, for ids may hold what parts tags in a header; of
 * hexadecimal digits, for some caches do not tell capitals from small letters.
 */
export const articleTag = (article: string): string =>
  `reader-comments-${hash('sha256', article, 'hex').slice(0, 32)}`;

/** The tags of an answer as caches read them: `Cache-Tag` (Cloudflare, Google), `Surrogate-Key` (Fastly, Varnish). */
export function cacheTagHeaders(articles: readonly string[]): Readonly<Record<string, string>> {
  const tags = articles.map(articleTag);
  return { 'Cache-Tag': tags.join(','), 'Surrogate-Key': tags.join(' ') };
}
