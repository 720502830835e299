import { listQuerySchema } from '../../../protocol/schemas-of-queries.ts';
import { etag, ifNoneMatch, notModified } from './describe-messages.ts';
import { refusals } from './describe-refusals.ts';
import { describeQuery } from './describe-schemas.ts';
import type { JsonObject } from './json-object.ts';

const text = { type: 'string' };

const named = (name: string, description: string): JsonObject => ({
  name,
  in: 'query',
  description,
  schema: text,
});

const lang = named('lang', '`vi` or `en`.');

const document = (description: string, type: string): JsonObject => ({
  description,
  content: { [type]: { schema: text } },
});

/** Answers with a page, also where they refuse. */
const page = (statuses: Readonly<Record<number, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [
      status,
      document(description, 'text/html'),
    ]),
  );

const fields = [
  ...['article', 'name', 'address', 'email', 'content', 'parent', 'key'],
  ...['challenge.token', 'challenge.kind', 'challenge.answer', 'notice.version', 'notice.hash'],
  ...['consents', 'code-kind', 'lang'],
];

/** What is no JSON: pages without script, fragments and feeds, by path. */
export const describePages = (): Readonly<Record<string, JsonObject>> => ({
  '/page': {
    get: {
      operationId: 'readPage',
      summary: 'An article’s comments and the form, for browsers that run no script.',
      parameters: [
        ...describeQuery(listQuerySchema).filter(({ name }) => name !== 'limit'),
        named('thread', 'Id of a comment: it and the answers to it.'),
        named('reply', 'Id of the comment that is answered.'),
        named('code', '`speech` for a code that is heard.'),
        named('sent', '`pending` or `published`: says what became of a comment.'),
        named('comment', 'Its id.'),
        lang,
        ifNoneMatch,
      ],
      responses: {
        ...page({
          200: 'The page; never kept where it holds a form.',
          400: 'The address is not right.',
          404: 'There is no such comment.',
        }),
        ...notModified,
        ...refusals(),
      },
    },
    post: {
      operationId: 'sendPage',
      summary: 'Sends the form of a page.',
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(fields.map((field) => [field, text])),
            },
          },
        },
      },
      responses: {
        303: {
          description: 'Taken; `Location` is a page that says so.',
          headers: { Location: { schema: text } },
        },
        ...page({
          200: 'Another code, with all that was typed.',
          400: 'No article is named.',
          403: 'Refused origin, or an article that takes no comments.',
          413: 'Too large.',
          415: 'No form.',
          422: 'There is something to correct.',
          429: 'Too much was sent.',
        }),
        ...refusals(),
      },
    },
  },
  '/page.css': {
    get: {
      operationId: 'readStylesheet',
      summary: 'The looks of the pages.',
      parameters: [named('v', 'Of the page that names it.'), ifNoneMatch],
      responses: {
        200: { ...document('The stylesheet.', 'text/css'), headers: etag },
        ...notModified,
        ...refusals(),
      },
    },
  },
  '/fragment': {
    get: {
      operationId: 'readFragment',
      summary: 'The list as HTML, for sites that include it on the server.',
      parameters: [
        ...describeQuery(listQuerySchema).filter(({ name }) => name !== 'limit'),
        lang,
        ifNoneMatch,
      ],
      responses: {
        200: { ...document('HTML without head and body.', 'text/html'), headers: etag },
        ...notModified,
        ...refusals(400),
      },
    },
  },
  '/feed': {
    get: {
      operationId: 'readFeed',
      summary: 'The newest comments of an article as an Atom feed.',
      parameters: [
        ...describeQuery(listQuerySchema).filter(({ name }) => name === 'article'),
        lang,
        ifNoneMatch,
      ],
      responses: {
        200: { ...document('Atom (RFC 4287).', 'application/atom+xml'), headers: etag },
        ...notModified,
        ...refusals(400),
      },
    },
  },
});
