import { answer, body } from './describe-messages.ts';
import { refusals } from './describe-refusals.ts';
import type { JsonObject } from './json-object.ts';

/** What readers show for what is their own, as components of the document. */
export const readerSecuritySchemes: JsonObject = {
  visitor: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `token` that `POST /visitor` has answered.',
  },
  receipt: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `receipt` that came with the answer to a comment.',
  },
};

const ofVisitor = [{ visitor: [] }];

const commentId: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of a published comment.',
  schema: { type: 'string', format: 'uuid' },
};

const done: JsonObject = { 204: { description: 'Done, or done before.' } };

const askVisitor: JsonObject = {
  operationId: 'askVisitor',
  summary: 'Asks for a token that stands for one browser.',
  description: 'Asked for once, at the first like or report, and kept by the browser.',
  responses: {
    200: answer('The token.', 'VisitorAnswer'),
    ...refusals(403, 429, 503),
  },
};

const likeComment: JsonObject = {
  operationId: 'likeComment',
  summary: 'Likes a comment; each visitor counts once.',
  security: ofVisitor,
  parameters: [commentId],
  responses: { ...done, ...refusals(401, 403, 404, 429, 503) },
};

const unlikeComment: JsonObject = {
  operationId: 'unlikeComment',
  summary: 'Takes a like back.',
  security: ofVisitor,
  parameters: [commentId],
  responses: { ...done, ...refusals(401, 403, 404, 429, 503) },
};

const reportComment: JsonObject = {
  operationId: 'reportComment',
  summary: 'Reports a comment to the newsroom, once a visitor.',
  security: ofVisitor,
  parameters: [commentId],
  requestBody: body('CommentReport'),
  responses: {
    204: { description: 'The newsroom will see it.' },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 429, 503),
  },
};

const readReceipt: JsonObject = {
  operationId: 'readReceipt',
  summary: 'What became of the comment a receipt was made for.',
  security: [{ receipt: [] }],
  responses: {
    200: answer('What became of it.', 'ReceiptAnswer'),
    ...refusals(401, 404),
  },
};

/** What single readers can ask for with a token of their own, by path and method. */
export const describeReaderPaths = (): Readonly<Record<string, JsonObject>> => ({
  '/receipt': { get: readReceipt },
  '/visitor': { post: askVisitor },
  '/{id}/like': { put: likeComment, delete: unlikeComment },
  '/{id}/report': { post: reportComment },
});
