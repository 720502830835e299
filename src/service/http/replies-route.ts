import { repliesQuerySchema } from '../../protocol/schemas-of-queries.ts';
import { readCursor } from '../reading/cursor.ts';
import type { RepliesRequest } from '../store/comment-store.ts';
import { problemResponse } from './problem-response.ts';
import { publicAnswer, writePublicText } from './public-answer.ts';
import type { ReadingRoute } from './reading-route.ts';
import { readSingleValues } from './single-values.ts';

const readRequest = (parameters: URLSearchParams, parent: string): RepliesRequest | undefined => {
  const query = repliesQuerySchema.safeParse(readSingleValues(parameters));
  if (!query.success) return undefined;
  const { limit, after: cursor } = query.data;
  if (cursor === undefined) return { parent, limit };
  const after = readCursor('replies', cursor);
  return after && { parent, limit, after };
};

/** `GET /{id}/replies`: published replies to one comment, oldest first. */
export const repliesRoute: ReadingRoute =
  ({ reading }) =>
  async (context) => {
    const { searchParams } = new URL(context.req.url);
    const request = readRequest(searchParams, context.req.param('id') ?? '');
    if (!request) return problemResponse('invalid-query');
    const found = await reading.readReplies(request);
    if (!found) return problemResponse('not-found');
    return publicAnswer(context, writePublicText(found.replies), [found.article]);
  };
