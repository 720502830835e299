import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem-response.ts';

const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Takes JSON only. An absent type is refused too: a foreign page can send a body without one, and without
 * asking first (S12).
 */
export const contentTypeRule: MiddlewareHandler = async (context, next) => {
  if (!jsonType.test(context.req.header('content-type') ?? '')) {
    return problemResponse('unsupported-media-type');
  }
  await next();
  return undefined;
};
