import * as z from 'zod';
import { type CommentStatus, commentStatuses, type DeskQueue, deskQueues } from './desk.ts';
import { maxFlagCharacters } from './schemas-of-desk.ts';

const maxLimit = 100;
const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(maxLimit))
  .default(50);

const after = z.string().max(200).optional();
const article = z.string().min(1).max(512).optional();
const time = z.iso.datetime({ offset: true }).optional();

/** What `GET /desk/api/comments` may be asked. */
export interface QueueQuery {
  readonly queue: DeskQueue;
  readonly order?: 'oldest' | 'newest' | undefined;
  readonly article?: string | undefined;
  /** Code of a signal. */
  readonly flag?: string | undefined;
  /** ISO 8601: sent at or after. */
  readonly from?: string | undefined;
  /** ISO 8601: sent before. */
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  /** 1–100. */
  readonly limit: number;
}

/** The schema of the query of `GET /desk/api/comments`. */
export const queueQuerySchema: z.ZodType<QueueQuery> = z.object({
  queue: z.enum(deskQueues),
  order: z.enum(['oldest', 'newest']).optional(),
  article,
  flag: z.string().min(1).max(maxFlagCharacters).optional(),
  from: time,
  to: time,
  after,
  limit,
});

/** What `GET /desk/api/search` may be asked. */
export interface SearchQuery {
  readonly query: string;
  readonly status?: CommentStatus | undefined;
  readonly article?: string | undefined;
  readonly after?: string | undefined;
  /** 1–100. */
  readonly limit: number;
}

/** Longest query in UTF-16 units. */
export const maxSearchCharacters = 200;

/** The schema of the query of `GET /desk/api/search`. */
export const searchQuerySchema: z.ZodType<SearchQuery> = z.object({
  query: z.string().max(maxSearchCharacters),
  status: z.enum(commentStatuses).optional(),
  article,
  after,
  limit,
});
