import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem-response.ts';

/** Whether pages of an origin may write: it is listed, or has the host the request was sent to. */
export function isWritingOrigin(
  origin: string,
  request: Request,
  allowOrigins: readonly string[],
): boolean {
  if (allowOrigins.includes(origin)) return true;
  // Schemes are not compared: behind a proxy that ends TLS the service itself is asked over http.
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** Whether a request may write, by what the browser says of the page it comes from. */
export function mayWrite(request: Request, allowOrigins: readonly string[]): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site === 'same-origin') return true;
  // Neither header: not a browser, or a very old one; readers have no cookie that could be stolen.
  if (origin === null) return site === null;
  return isWritingOrigin(origin, request, allowOrigins);
}

/** Refuses writes that a page of a foreign origin makes (design: "Origins"). */
export const originRule =
  (allowOrigins: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    if (!mayWrite(context.req.raw, allowOrigins)) return problemResponse('origin-refused');
    await next();
    return undefined;
  };
