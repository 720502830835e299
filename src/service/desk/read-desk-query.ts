import type { Context } from 'hono';
import type { ZodType } from 'zod';

/** What a query says; nothing where it is out of range, or says the same twice. */
export const readDeskQuery = <T>(context: Context, schema: ZodType<T>): T | undefined => {
  const given = context.req.queries();
  if (Object.values(given).some((values) => values.length > 1)) return undefined;
  return schema.safeParse(context.req.query()).data;
};
