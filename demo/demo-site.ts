import type { CommentService, PagesHandler } from '../src/service/index.ts';
import { createLegacyEndpoint } from './legacy-endpoint.ts';
import { demoPages } from './pages-handler.ts';

/**
 * Everything of the demo that is not the comment service's own.
 * @param path Where the service takes comments.
 */
export function createDemoSite(service: Pick<CommentService, 'fetch'>, path: string): PagesHandler {
  const legacyEndpoint = createLegacyEndpoint(service, path);
  return async (request) => (await legacyEndpoint(request)) ?? demoPages(request);
}
