import { Hono } from 'hono';
import { describeError, type ServiceLog } from '../service-log.ts';
import { problemResponse } from './problem-response.ts';
import type { ServiceEnvironment } from './service-context.ts';

/** An app that answers what it has no route for, and what fails, as a problem. */
export function createApp({ log }: { readonly log: ServiceLog }): Hono<ServiceEnvironment> {
  const app = new Hono<ServiceEnvironment>({ strict: false });
  app.notFound(() => problemResponse('not-found'));
  app.onError((error, context) => {
    log(`${context.req.method} failed: ${describeError(error)}`);
    return problemResponse('internal-error');
  });
  return app;
}
