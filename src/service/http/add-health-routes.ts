import type { Hono } from 'hono';
import type { Readiness } from '../readiness.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import type { ServiceEnvironment } from './service-context.ts';

/** Where a supervisor asks; from the root of the site, not below the service's path. */
export const healthPaths = { live: '/health/live', ready: '/health/ready' } as const;

const headers = { 'Cache-Control': 'no-store' };

/**
 * Adds what supervisors and load balancers ask: whether the process answers at all, and whether it is to be sent requests
 * now. The first goes by nothing else, for a restart brings no database back.
 */
export function addHealthRoutes(
  app: Hono<ServiceEnvironment>,
  readiness: () => Promise<Readiness>,
): void {
  app.get(healthPaths.live, () => Response.json({ status: 'live' }, { headers }));
  app.get(healthPaths.ready, async () => {
    const found = await readiness();
    return found.kind === 'ready'
      ? Response.json({ status: 'ready' }, { headers })
      : Response.json({ status: 'unready', reason: found.reason }, { status: 503, headers });
  });
  for (const path of Object.values(healthPaths)) app.all(path, methodNotAllowed('GET', 'HEAD'));
}
