import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { addPageRoutes } from '../pages/add-page-routes.ts';
import { addChallengeRoutes } from './add-challenge-routes.ts';
import { addHealthRoutes } from './add-health-routes.ts';
import { addReaderRoutes } from './add-reader-routes.ts';
import { addReadingRoutes } from './add-reading-routes.ts';
import { contentTypeRule } from './content-type-rule.ts';
import { createApp } from './create-app.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { openApiRoute } from './openapi-route.ts';
import { originRule } from './origin-rule.ts';
import { postRoute } from './post-route.ts';
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

/** All routes of the service below its path, with or without a trailing slash, and those of its health at the root. */
export function createRoutes(options: RouteOptions): Hono<ServiceEnvironment> {
  const { settings } = options;
  const maxBytes = maxBodyBytes(settings.limits.maxContentGraphemes);
  const writes = [originRule(settings.allowOrigins), contentTypeRule] as const;

  const routes = new Hono<ServiceEnvironment>({ strict: false });
  // Before CORS is added: no other site has business at the desk.
  options.desk?.addRoutes(routes, options.deskWork);
  // Before CORS too: no page of another site is to read a form's code.
  addPageRoutes(routes, options);
  addChallengeRoutes(routes, options, maxBytes);
  addReaderRoutes(routes, options);
  addReadingRoutes(routes, options);
  routes.post('/', ...writes, postRoute(options, maxBytes));
  routes.all('/', methodNotAllowed('GET', 'HEAD', 'POST'));
  routes.get('/openapi.json', etag({ retainedHeaders }), openApiRoute(options));
  routes.all('/openapi.json', methodNotAllowed('GET', 'HEAD'));
  const app = createApp(options);
  addHealthRoutes(app, options.readiness);
  return app.route(settings.path, routes);
}
