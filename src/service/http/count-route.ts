import { countQuerySchema } from '../../protocol/schemas-of-queries.ts';
import { problemResponse } from './problem-response.ts';
import { publicAnswer, writePublicText } from './public-answer.ts';
import type { ReadingRoute } from './reading-route.ts';

/** `GET /count`: how many comments each of some articles has, for front pages. */
export const countRoute: ReadingRoute =
  ({ reading }) =>
  async (context) => {
    const named = new Set(new URL(context.req.url).searchParams.getAll('article'));
    const query = countQuerySchema.safeParse({ article: [...named] });
    if (!query.success) return problemResponse('invalid-query');
    const { article } = query.data;
    return publicAnswer(context, writePublicText(await reading.readCounts(article)), article);
  };
