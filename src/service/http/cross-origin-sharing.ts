import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isWritingOrigin } from './origin-rule.ts';

const shared = {
  allowHeaders: ['content-type', 'idempotency-key', 'authorization'],
  exposeHeaders: ['retry-after', 'etag'],
  maxAge: 7200,
};

/**
 * CORS: everybody's pages may read, only those of our origins may write.
 * Reads answer `*` without `Vary: Origin`, so that a cache keeps one copy for all sites.
 */
export function crossOriginSharing(allowOrigins: readonly string[]): MiddlewareHandler {
  const reading = cors({ ...shared, origin: '*', allowMethods: ['GET', 'HEAD'] });
  const writing = cors({
    ...shared,
    origin: (origin, context) =>
      isWritingOrigin(origin, context.req.raw, allowOrigins) ? origin : null,
    allowMethods: ['POST', 'PUT', 'DELETE'],
  });
  return (context, next) => {
    const { method } = context.req;
    const wanted =
      method === 'OPTIONS' ? context.req.header('access-control-request-method') : method;
    return wanted === 'GET' || wanted === 'HEAD' ? reading(context, next) : writing(context, next);
  };
}
