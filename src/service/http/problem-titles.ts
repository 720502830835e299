import type { ProblemCode } from '../../protocol/problem.ts';

/** What each problem says to developers; readers get the form's own words. */
export const problemTitles: Readonly<Record<ProblemCode, string>> = {
  'not-json': 'The body is not a JSON object in UTF-8',
  'invalid-query': 'A parameter of the query is missing or out of range',
  unauthorized: 'The bearer token is missing or wrong',
  'origin-refused': 'Pages of this origin may not write here',
  'article-closed': 'The article takes no comments any more',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'The method is not allowed here',
  duplicate: 'The same comment was sent before',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'The body has to be application/json',
  'invalid-fields': 'Some fields were refused',
  'article-refused': 'Comments are not taken for this article',
  'parent-gone': 'The comment this one answers is not there',
  'challenge-missing': 'The security code was not answered',
  'challenge-wrong': 'The security code is wrong',
  'challenge-expired': 'The security code has expired',
  'challenge-spent': 'The security code was used before',
  'challenge-malformed': 'The security code is not one of ours',
  'challenge-kind-refused': 'This kind of security code is not offered',
  'key-reused': 'The idempotency key was used for another comment',
  'rate-limited': 'Too many requests',
  'too-busy': 'Too many requests from everybody',
  'internal-error': 'The service failed',
  unavailable: 'The service is not available for a while',
};
