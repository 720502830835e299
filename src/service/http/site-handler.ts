import type { CommentService } from '../comment-service.ts';
import type { ServiceLog } from '../service-log.ts';
import { deskPathOf } from '../desk/desk-path.ts';
import { healthPaths } from './add-health-routes.ts';
import { createBrowserFiles, findBrowserFile } from './browser-files.ts';
import { failureResponse } from './failure-response.ts';
import { problemResponse } from './problem-response.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Connection } from './service-context.ts';

/** A site's own pages: nothing for what it does not have. */
export type PagesHandler = (
  request: Request,
) => Response | undefined | Promise<Response | undefined>;

/** What stands on one site. */
export interface SiteOptions {
  readonly service: CommentService;
  /** The path the service answers below. */
  readonly path: string;
  /** Folder of the built browser files. */
  readonly files: URL;
  readonly pages?: PagesHandler | undefined;
  readonly log: ServiceLog;
}

const isOfHealth = (pathname: string): boolean =>
  pathname === healthPaths.live || pathname === healthPaths.ready;

/** Shares one site between the comment service, the browser files and the site's own pages. */
export function createSiteHandler(
  options: SiteOptions,
): (request: Request, connection: Connection) => Promise<Response> {
  const { service, path, pages, log } = options;
  const below = path === '/' ? path : `${path}/`;
  const browserFile = createBrowserFiles(options.files);
  const deskFile = createBrowserFiles(new URL('desk/', options.files));
  const deskPath = deskPathOf(path);

  /** The file for browsers that a path names: the reader's own at the root, those of the desk below it. */
  const findFile = (
    pathname: string,
    request: Request,
  ): Promise<Response | undefined> | undefined => {
    const isOfDesk = pathname.startsWith(`${deskPath}/`);
    const file = findBrowserFile(isOfDesk ? pathname.slice(deskPath.length) : pathname);
    return file === undefined ? undefined : (isOfDesk ? deskFile : browserFile)(file, request);
  };

  const answer = async (request: Request, connection: Connection): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (isOfHealth(pathname)) return service.fetch(request, connection);
    const isRead = ['GET', 'HEAD'].includes(request.method);
    const served = isRead ? await findFile(pathname, request) : undefined;
    if (served) {
      connection.onRoute?.('/:file.js');
      return setSecurityHeaders(request, served);
    }
    const page = await pages?.(request);
    if (page) {
      connection.onRoute?.('page of the site');
      return page;
    }
    if (pathname === path || pathname.startsWith(below)) return service.fetch(request, connection);
    return setSecurityHeaders(request, problemResponse('not-found'));
  };

  return async (request, connection) => {
    try {
      return await answer(request, connection);
    } catch (error) {
      return setSecurityHeaders(request, failureResponse(error, { method: request.method, log }));
    }
  };
}
