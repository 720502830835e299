import type { MiddlewareHandler } from 'hono';
import { deskProblem } from './desk-problem.ts';

/** Whether a request comes from a page of the desk's own origin; one that does not say so does not (editors have cookies). */
export function isFromDesk({ headers }: Request, deskOrigin: string): boolean {
  const origin = headers.get('origin');
  if (origin !== null && origin !== deskOrigin) return false;
  const site = headers.get('sec-fetch-site');
  return site === null ? origin === deskOrigin : site === 'same-origin';
}

/** Refuses writes that do not come from the desk (design: "Origins"); reads are let through. */
export const deskOriginRule =
  (deskOrigin: string): MiddlewareHandler =>
  async (context, next) => {
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isRead && !isFromDesk(context.req.raw, deskOrigin)) return deskProblem('origin-refused');
    await next();
    return undefined;
  };
