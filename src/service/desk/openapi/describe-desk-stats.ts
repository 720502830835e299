import type { ZodType } from 'zod';
import { deskStatsSchema, statsQuerySchema } from '../../../protocol/schemas-of-desk-stats.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { describeDeskOperation } from './describe-desk-operation.ts';

/** The bodies of what is asked about numbers. */
export const deskStatsSchemas: Readonly<Record<string, ZodType>> = { DeskStats: deskStatsSchema };

/** The newsroom's numbers, by path. */
export const describeDeskStats = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/api/stats': {
    get: describeDeskOperation({
      id: 'compileStats',
      summary:
        'What readers sent in a span of time and what became of it, and what editors did: at most 92 days.',
      role: 'editor',
      query: statsQuerySchema,
      answer: ['The numbers.', 'DeskStats'],
    }),
  },
});
