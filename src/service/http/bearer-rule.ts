import { hash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { readBearer, refuseBearer } from './bearer-token.ts';

// Hashed, for texts of one length are compared in one time, whatever they hold.
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/**
 * Takes requests that show one of the secrets as their bearer token (RFC 6750); to all others nothing is told, be their
 * body right or wrong. How long it takes tells nothing of how much of a secret was right.
 */
export function bearerRule(secrets: readonly string[]): MiddlewareHandler {
  const digests = secrets.map(digest);
  return async (context, next) => {
    const shown = digest(readBearer(context.req.raw));
    // All of them, whichever fits.
    const fitting = digests.filter((one) => timingSafeEqual(one, shown));
    if (fitting.length === 0) return refuseBearer();
    await next();
    return undefined;
  };
}
