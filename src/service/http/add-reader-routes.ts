import type { Hono } from 'hono';
import { commentPath } from './add-reading-routes.ts';
import { contentTypeRule } from './content-type-rule.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { originRule } from './origin-rule.ts';
import { receiptRoute } from './receipt-route.ts';
import type { RouteOptions, ServiceEnvironment } from './service-context.ts';
import { likeRoute, reportRoute, visitorRoute } from './visitor-routes.ts';

const likePath = `${commentPath}/like`;
const reportPath = `${commentPath}/report`;

/** Adds what a reader asks for with a token of one's own: likes, reports, and what became of a comment. */
export function addReaderRoutes(routes: Hono<ServiceEnvironment>, options: RouteOptions): void {
  const fromOurPages = originRule(options.settings.allowOrigins);
  routes.post('/visitor', fromOurPages, visitorRoute(options));
  routes.all('/visitor', methodNotAllowed('POST'));
  routes.put(likePath, fromOurPages, likeRoute(options, true));
  routes.delete(likePath, fromOurPages, likeRoute(options, false));
  routes.all(likePath, methodNotAllowed('PUT', 'DELETE'));
  routes.post(reportPath, fromOurPages, contentTypeRule, reportRoute(options));
  routes.all(reportPath, methodNotAllowed('POST'));
  routes.get('/receipt', receiptRoute(options));
  routes.all('/receipt', methodNotAllowed('GET', 'HEAD'));
}
