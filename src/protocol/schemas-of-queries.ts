import * as z from 'zod';

import { articleSchema } from './schemas.ts';
import type { CommentSort } from './types.ts';

const maxLimit = 50;
const defaultLimit = 20;
const maxCursorCharacters = 128;

/** Articles whose counts one request may ask for. */
export const maxCountedArticles = 100;

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d?$/)
  .transform(Number)
  .pipe(z.number().max(maxLimit));

// A text like all of a query, described as the number it names.
const limitOf = (what: string) =>
  wholeNumber.default(defaultLimit).meta({
    type: 'integer',
    minimum: 1,
    maximum: maxLimit,
    pattern: undefined,
    description: `${what}; ${defaultLimit} where it is left out.`,
  });

const sort = z.enum(['newest', 'oldest', 'liked']).default('newest');

const after = z
  .string()
  .max(maxCursorCharacters)
  .describe('`next` of what came before, in the same order.')
  .optional();

/** What `GET /` may be asked. */
export interface ListQuery {
  readonly article: string;
  readonly sort: CommentSort;
  /** Comments a page, 1–50; pinned ones come on top. */
  readonly limit: number;
  /** Cursor of the page before; opaque. */
  readonly after?: string | undefined;
}

/** The schema of the query of `GET /`, every value a text; unknown parameters are dropped. */
export const listQuerySchema: z.ZodType<ListQuery> = z.object({
  article: articleSchema,
  sort,
  limit: limitOf('Comments a page, pinned ones not counted'),
  after,
});

/** What `GET /{id}` may be asked. */
export type PlaceQuery = Pick<ListQuery, 'sort'>;

/** The schema of the query of `GET /{id}`. */
export const placeQuerySchema: z.ZodType<PlaceQuery> = z.object({ sort });

/** What `GET /{id}/replies` may be asked. */
export type RepliesQuery = Pick<ListQuery, 'limit' | 'after'>;

/** The schema of the query of `GET /{id}/replies`. */
export const repliesQuerySchema: z.ZodType<RepliesQuery> = z.object({
  limit: limitOf('Replies at most'),
  after,
});

/** What `GET /count` may be asked. */
export interface CountQuery {
  /** 1–100. */
  readonly article: readonly string[];
}

/** The schema of the query of `GET /count`; an article named twice counts once. */
export const countQuerySchema: z.ZodType<CountQuery> = z.object({
  article: z
    .array(articleSchema)
    .min(1)
    .max(maxCountedArticles)
    .describe('Ids of articles; the parameter is repeated.'),
});
