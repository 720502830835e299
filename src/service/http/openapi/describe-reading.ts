import {
  countQuerySchema,
  listQuerySchema,
  placeQuerySchema,
  repliesQuerySchema,
} from '../../../protocol/schemas-of-queries.ts';
import { answer, etag, ifNoneMatch, notModified } from './describe-messages.ts';
import { refusals } from './describe-refusals.ts';
import { describeQuery } from './describe-schemas.ts';
import type { JsonObject } from './json-object.ts';

const commentId: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of a published comment.',
  schema: { type: 'string', format: 'uuid' },
};

/** A public GET: named, kept and asked for again like all of them. */
const reading = (description: string, schema: string, ...statuses: readonly number[]) => ({
  responses: {
    200: { ...answer(description, schema), headers: etag },
    ...notModified,
    ...refusals(400, ...statuses),
  },
});

/** What readers may ask for, by path. */
export const describeReading = (): Readonly<
  Record<'/' | '/count' | '/{id}' | '/{id}/replies', { readonly get: JsonObject }>
> => ({
  '/': {
    get: {
      operationId: 'listComments',
      summary: 'Published comments of one article, each with its first replies.',
      parameters: [...describeQuery(listQuerySchema), ifNoneMatch],
      ...reading('A page of comments.', 'CommentPage'),
    },
  },
  '/count': {
    get: {
      operationId: 'countComments',
      summary: 'Numbers of published comments of some articles.',
      parameters: [...describeQuery(countQuerySchema), ifNoneMatch],
      ...reading('A number for each article that was named.', 'CommentCounts'),
    },
  },
  '/{id}': {
    get: {
      operationId: 'findComment',
      summary: 'One published comment, and where it stands.',
      parameters: [commentId, ...describeQuery(placeQuerySchema), ifNoneMatch],
      ...reading('The comment in its thread.', 'CommentPlace', 404),
    },
  },
  '/{id}/replies': {
    get: {
      operationId: 'listReplies',
      summary: 'Published replies to one comment, oldest first.',
      parameters: [commentId, ...describeQuery(repliesQuerySchema), ifNoneMatch],
      ...reading('A page of replies.', 'CommentReplies', 404),
    },
  },
});
