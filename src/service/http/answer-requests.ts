import type { Hono } from 'hono';
import type { CommentService } from '../comment-service.ts';
import type { ServiceLog } from '../service-log.ts';
import { failureResponse } from './failure-response.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Connection, ServiceEnvironment } from './service-context.ts';

/** What answers and what is closed at the end. */
export interface AnswerOptions {
  readonly routes: Hono<ServiceEnvironment>;
  readonly log: ServiceLog;
  /** Closes what the routes use; called once. */
  readonly close: () => Promise<void>;
}

/** A service made of routes: failures become answers too, and a close waits for the requests under way. */
export function answerRequests({
  routes,
  log,
  close,
}: AnswerOptions): Pick<CommentService, 'fetch' | 'close'> {
  const answer = async (request: Request, connection: Connection): Promise<Response> => {
    try {
      return setSecurityHeaders(request, await routes.fetch(request, connection));
    } catch (error) {
      return setSecurityHeaders(request, failureResponse(error, { method: request.method, log }));
    }
  };

  let closing: Promise<void> | undefined;
  const underWay = new Set<Promise<Response>>();
  return {
    fetch(request, connection = {}) {
      const response = answer(request, connection).finally(() => underWay.delete(response));
      underWay.add(response);
      return response;
    },
    close: () => (closing ??= Promise.all(underWay).then(close)),
  };
}
