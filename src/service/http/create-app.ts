import { Hono } from 'hono';
import type { ServiceLog } from '../service-log.ts';
import { failureResponse } from './failure-response.ts';
import { problemResponse } from './problem-response.ts';
import type { ServiceEnvironment } from './service-context.ts';
import { tellRoute } from './tell-route.ts';

/** An app that answers what it has no route for, and what fails, as a problem. */
export function createApp({ log }: { readonly log: ServiceLog }): Hono<ServiceEnvironment> {
  const app = new Hono<ServiceEnvironment>({ strict: false });
  app.use(tellRoute);
  app.notFound(() => problemResponse('not-found'));
  app.onError((error, context) => failureResponse(error, { method: context.req.method, log }));
  return app;
}
