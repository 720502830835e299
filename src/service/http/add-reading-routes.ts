import type { Hono } from 'hono';
import type { Reading } from '../reading/reading.ts';
import { countRoute } from './count-route.ts';
import { listRoute } from './list-route.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { placeRoute } from './place-route.ts';
import { repliesRoute } from './replies-route.ts';
import type { ServiceEnvironment } from './service-context.ts';

/** A comment's id in a path: whatever cannot be one is no place at all. */
export const commentPath = '/:id{[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}}';

/** Adds the public GETs, which are the same for everybody; other methods of `/` are added by who has them. */
export function addReadingRoutes(
  routes: Hono<ServiceEnvironment>,
  options: { readonly reading: Reading },
): void {
  const readOnly = methodNotAllowed('GET', 'HEAD');
  routes.get('/', listRoute(options));
  routes.get('/count', countRoute(options));
  routes.all('/count', readOnly);
  routes.get(commentPath, placeRoute(options));
  routes.all(commentPath, readOnly);
  routes.get(`${commentPath}/replies`, repliesRoute(options));
  routes.all(`${commentPath}/replies`, readOnly);
}
