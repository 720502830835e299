import { maxArticleCharacters } from '../protocol/article.ts';

/** Query parameters that name a campaign, not an article. */
const trackingParameter = /^(utm_.*|fbclid|gclid|zarsrc)$/;

/** The page's address without fragment and without tracking parameters. */
export function pageUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (trackingParameter.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** Id of the article a page is about: its canonical link, else `og:url`, else its own address; at most 512 characters. */
export function findArticleId(page: Document): string {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"][href]')?.href;
  const openGraph = page.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
  return (canonical || openGraph || pageUrl(page.location.href)).slice(0, maxArticleCharacters);
}
