import type { ServiceContext } from '../http/service-context.ts';
import { publicDocument } from './html-answer.ts';
import { stylesheet } from './stylesheet.ts';

/**
 * `GET /page.css`: the looks of the pages. By their own version they are kept for good; a page of another version, from a
 * cache or the machine next to this one, is given today's and asks again.
 */
export const readStylesheet = async (context: ServiceContext): Promise<Response> => {
  const isCurrent = context.req.query('v') === stylesheet.version;
  return publicDocument(context, stylesheet.css, {
    'Content-Type': 'text/css; charset=utf-8',
    ...(isCurrent && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
  });
};
