import type { Hono } from 'hono';
import { methodNotAllowed } from '../http/method-not-allowed.ts';
import type { ServiceContext, ServiceEnvironment } from '../http/service-context.ts';
import type { PageOptions } from './page-world.ts';
import type { Pages } from './pages.ts';

/**
 * Adds the routes of what is no JSON: pages without script, fragments, feeds. Where they are made is loaded with the
 * first request for one, for most services answer scripts alone.
 */
export function addPageRoutes(routes: Hono<ServiceEnvironment>, options: PageOptions): void {
  let loading: Promise<Pages> | undefined;
  const load = (): Promise<Pages> =>
    (loading ??= import('./pages.ts').then(({ createPages }) => createPages(options)));
  const answer =
    (name: keyof Pages) =>
    async (context: ServiceContext): Promise<Response> =>
      (await load())[name](context);

  routes.get('/page', answer('readPage'));
  routes.post('/page', answer('writePage'));
  routes.all('/page', methodNotAllowed('GET', 'HEAD', 'POST'));
  routes.get('/fragment', answer('readFragment'));
  routes.all('/fragment', methodNotAllowed('GET', 'HEAD'));
  routes.get('/feed', answer('readFeed'));
  routes.all('/feed', methodNotAllowed('GET', 'HEAD'));
  routes.get('/page.css', answer('readStylesheet'));
  routes.all('/page.css', methodNotAllowed('GET', 'HEAD'));
}
