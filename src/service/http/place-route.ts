import { placeQuerySchema } from '../../protocol/schemas-of-queries.ts';
import { problemResponse } from './problem-response.ts';
import { publicAnswer, writePublicText } from './public-answer.ts';
import type { ReadingRoute } from './reading-route.ts';
import { readSingleValues } from './single-values.ts';

/** `GET /{id}`: one published comment, and where it stands. */
export const placeRoute: ReadingRoute =
  ({ reading }) =>
  async (context) => {
    const { searchParams } = new URL(context.req.url);
    const query = placeQuerySchema.safeParse(readSingleValues(searchParams));
    if (!query.success) return problemResponse('invalid-query');
    const place = await reading.readPlace(context.req.param('id') ?? '', query.data.sort);
    return place
      ? publicAnswer(context, writePublicText(place), [place.article.id])
      : problemResponse('not-found');
  };
