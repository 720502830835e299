import { createHash } from 'node:crypto';
import { cacheTagHeaders } from '../cache-tags.ts';
import { isAtHand } from '../http/public-answer.ts';
import { publicCaching } from '../http/public-caching.ts';
import type { ServiceContext } from '../http/service-context.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  // The site's icon, which browsers ask for by themselves.
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How a page is answered. */
export interface HtmlAnswer {
  readonly status?: number;
  /** Whether it plays a code, which is in the page itself. */
  readonly hasSound?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Headers of a page. With `no-referrer`, which all other answers have, browsers send their forms with `Origin: null`, and
 * nobody could tell ours from a stranger's.
 */
const pageHeaders = ({ hasSound }: HtmlAnswer): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': hasSound ? `${policy}; media-src data:` : policy,
  'Referrer-Policy': 'same-origin',
  Vary: 'Accept-Language',
});

/** A page for one reader, or an answer that nobody is to keep. */
export const privatePage = (html: string, answer: HtmlAnswer = {}): Response =>
  new Response(html, {
    status: answer.status ?? 200,
    headers: { ...pageHeaders(answer), 'Cache-Control': 'no-store', ...answer.headers },
  });

/** What is the same for everybody; empty where its text is at hand. */
export function publicDocument(
  { req }: ServiceContext,
  text: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const all = { 'Cache-Control': publicCaching, ...headers, ETag: etag };
  return isAtHand(req.header('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: all });
}

/** A page about an article that is the same for everybody. */
export const publicPage = (context: ServiceContext, html: string, article: string): Response =>
  publicDocument(context, html, { ...pageHeaders({}), ...cacheTagHeaders([article]) });
