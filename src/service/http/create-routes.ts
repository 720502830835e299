import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { describeError } from '../service-log.ts';
import { challengeRoute } from './challenge-route.ts';
import { contentTypeRule } from './content-type-rule.ts';
import { crossOriginSharing } from './cross-origin-sharing.ts';
import { listRoute } from './list-route.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { openApiRoute } from './openapi-route.ts';
import { originRule } from './origin-rule.ts';
import { postRoute } from './post-route.ts';
import { problemResponse } from './problem-response.ts';
import type { RouteOptions, ServiceEnvironment } from './service-context.ts';

/** Room for the raw text of a long comment, six bytes a code unit where JSON escapes it (design: "Problems"). */
const maxBodyBytes = (maxContentGraphemes: number): number =>
  Math.max(64 * 1024, 24 * maxContentGraphemes);

// A 304 is checked for CORS like any other answer.
const retainedHeaders = [
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
];

/** All routes of the service below its path, with or without a trailing slash. */
export function createRoutes(options: RouteOptions): Hono<ServiceEnvironment> {
  const { settings, log } = options;
  const maxBytes = maxBodyBytes(settings.limits.maxContentGraphemes);
  const writes = [originRule(settings.allowOrigins), contentTypeRule] as const;

  const app = new Hono<ServiceEnvironment>({ strict: false });
  app.notFound(() => problemResponse('not-found'));
  app.onError((error, context) => {
    log(`${context.req.method} failed: ${describeError(error)}`);
    return problemResponse('internal-error');
  });

  const routes = new Hono<ServiceEnvironment>({ strict: false });
  routes.use('*', crossOriginSharing(settings.allowOrigins));
  routes.get('/', etag({ retainedHeaders }), listRoute(options));
  routes.post('/', ...writes, postRoute(options, maxBytes));
  routes.all('/', methodNotAllowed('GET', 'HEAD', 'POST'));
  routes.post('/challenge', ...writes, challengeRoute(options, maxBytes));
  routes.all('/challenge', methodNotAllowed('POST'));
  routes.get('/openapi.json', etag({ retainedHeaders }), openApiRoute(options));
  routes.all('/openapi.json', methodNotAllowed('GET', 'HEAD'));
  return app.route(settings.path, routes);
}
