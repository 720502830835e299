import { hash } from 'node:crypto';
import { cacheTagHeaders } from '../cache-tags.ts';
import { publicCaching } from './public-caching.ts';
import type { ServiceContext } from './service-context.ts';

/** What a public answer says, and the name of it. */
export interface PublicText {
  readonly text: string;
  readonly etag: string;
}

/** Writes a body down and names it by what it says, so that all processes name it alike. */
export function writePublicText(body: object): PublicText {
  const text = JSON.stringify(body);
  return { text, etag: `"${hash('sha256', text, 'base64url')}"` };
}

/** Whether a request's `If-None-Match` names the answer. */
export const isAtHand = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');

/** A JSON answer about `articles`, the same for everybody; empty where its text is at hand. */
export function publicAnswer(
  { req }: ServiceContext,
  { text, etag }: PublicText,
  articles: readonly string[],
): Response {
  const headers = { 'Cache-Control': publicCaching, ETag: etag, ...cacheTagHeaders(articles) };
  if (isAtHand(req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { 'Content-Type': 'application/json', ...headers } });
}
