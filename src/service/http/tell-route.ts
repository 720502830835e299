import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ServiceEnvironment } from './service-context.ts';

/** Tells the connection which route has answered, by its pattern without what its parameters have to look like. */
export const tellRoute: MiddlewareHandler<ServiceEnvironment> = async (context, next) => {
  await next();
  context.env.onRoute?.(routePath(context).replaceAll(/\{[^/]*\}/g, ''));
};
