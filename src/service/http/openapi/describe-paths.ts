import { refusals } from './describe-refusals.ts';
import { describeReaderPaths, readerSecuritySchemes } from './describe-reader-paths.ts';
import { describeHealth } from './describe-health.ts';
import { describePages } from './describe-pages.ts';
import { describeReading } from './describe-reading.ts';
import { answer, body, etag, ifNoneMatch, json, notModified } from './describe-messages.ts';
import type { JsonObject } from './json-object.ts';

/** Name of what `/challenge/verify` wants to be shown. */
const verifySecurity = 'verifySecret';

/** How requests show who they are from, as components of the document; `hasVerify`: see {@link describePaths}. */
export const describeSecurity = (hasVerify: boolean): JsonObject => ({
  ...readerSecuritySchemes,
  ...(hasVerify && {
    [verifySecurity]: {
      type: 'http',
      scheme: 'bearer',
      description: 'The secret that the service was given for other backends.',
    },
  }),
});

const writeRefusals = refusals(400, 403, 413, 415, 422, 429, 503);

const idempotencyKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A text made anew for each comment. For 24 hours the same comment with the same key gets its first answer again; ' +
    'another comment with that key is refused as `key-reused`.',
  schema: { type: 'string' },
};

const postComment: JsonObject = {
  operationId: 'postComment',
  summary: 'Sends a comment.',
  parameters: [idempotencyKey],
  requestBody: body('CommentDraft'),
  responses: {
    201: answer('Published.', 'CommentAnswer'),
    202: answer('Waiting for the newsroom.', 'CommentAnswer'),
    ...writeRefusals,
  },
};

const askChallenge: JsonObject = {
  operationId: 'askChallenge',
  summary: 'Asks for a security code.',
  requestBody: body('ChallengeRequest'),
  responses: {
    200: answer('The code and the state of the article.', 'ChallengeAnswer'),
    ...writeRefusals,
  },
};

const verifyChallenge: JsonObject = {
  operationId: 'verifyChallenge',
  summary: 'Checks an answered security code, for a backend that keeps comments itself.',
  description: 'Right or wrong, the code is used up: one attempt a token.',
  security: [{ [verifySecurity]: [] }],
  requestBody: body('VerifyRequest'),
  responses: {
    200: answer('Whether it passed.', 'VerifyAnswer'),
    ...refusals(400, 401, 413, 415, 422, 503),
  },
};

const describeService: JsonObject = {
  operationId: 'describeService',
  summary: 'This document.',
  parameters: [ifNoneMatch],
  responses: {
    200: { description: 'OpenAPI 3.1.', headers: etag, content: json({ type: 'object' }) },
    ...notModified,
    ...refusals(),
  },
};

/** What can be asked of the service, by path and method; `hasVerify`: whether it checks codes for other backends. */
export function describePaths(hasVerify: boolean): Readonly<Record<string, JsonObject>> {
  const { '/': list, ...reading } = describeReading();
  return {
    '/': { ...list, post: postComment },
    ...reading,
    ...describePages(),
    '/challenge': { post: askChallenge },
    ...(hasVerify && { '/challenge/verify': { post: verifyChallenge } }),
    ...describeReaderPaths(),
    '/openapi.json': { get: describeService },
    ...describeHealth(),
  };
}
