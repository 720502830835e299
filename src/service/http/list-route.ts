import { createKeptAnswers } from '../reading/kept-answers.ts';
import { readListQuery } from './list-query.ts';
import { problemResponse } from './problem-response.ts';
import { publicAnswer, writePublicText } from './public-answer.ts';
import type { ReadingRoute } from './reading-route.ts';

/** Some hundred first pages of long comments; at two bytes a character, 32 MB. */
const maxKeptCharacters = 16_000_000;

/**
 * `GET /`: published comments of one article that answer nobody, each with its first answers. First pages are kept in
 * memory; whether one is still right is asked of the database each time, for other processes write there too.
 */
export const listRoute: ReadingRoute = ({ reading }) => {
  const kept = createKeptAnswers({ maxCharacters: maxKeptCharacters });
  return async (context) => {
    const request = readListQuery(new URL(context.req.url).searchParams);
    if (!request) return problemResponse('invalid-query');
    // Viewed before its comments are read: what changes in between makes the kept answer an old one.
    const article = await reading.viewArticle(request.article);
    const { stamp } = article;
    const { sort, limit, after } = request;
    const key = `${sort} ${limit} ${request.article}`;
    const isKept = after === undefined && stamp !== undefined;
    const known = isKept ? kept.find(key, stamp) : undefined;
    if (known) return publicAnswer(context, known, [request.article]);
    const text = writePublicText(await reading.readPage(request, article));
    if (isKept) kept.keep(key, { stamp, ...text });
    return publicAnswer(context, text, [request.article]);
  };
};
