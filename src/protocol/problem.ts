import type { Challenge, PrivacyNotice } from './types.ts';

/** What was wrong with one field. Stable; part of the contract. */
export type FieldProblemCode =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'characters'
  | 'letters-only'
  | 'mixed-scripts'
  | 'no-letter'
  | 'contact'
  | 'accents'
  | 'format'
  | 'abnormal-characters'
  | 'too-many-links'
  | 'no-accents'
  | 'digits'
  | 'length'
  | 'missing'
  | 'wrong'
  | 'incomplete'
  | 'expired'
  | 'spent'
  | 'malformed'
  | 'kind-refused'
  | 'unavailable'
  | 'wrong-type';

/** One refused field: its path on the wire, the code, and the numbers its message names. */
export interface FieldProblem {
  /** `name`, `address`, `email`, `content`, `challenge.answer`, or the path of another body member. */
  readonly field: string;
  readonly code: FieldProblemCode;
  /** The limit that was passed, in graphemes (email: characters; code: digits). */
  readonly max?: number;
  readonly min?: number;
  /** By how much the limit was passed. */
  readonly over?: number;
}

/** What was wrong with the security code; each is also a code of the field `challenge.answer`, without its prefix. */
export type ChallengeProblemCode =
  | 'challenge-missing'
  | 'challenge-wrong'
  | 'challenge-incomplete'
  | 'challenge-expired'
  | 'challenge-spent'
  | 'challenge-malformed'
  | 'challenge-kind-refused';

/** Why a request was refused. Stable; part of the contract. */
export type ProblemCode =
  | 'not-json'
  | 'invalid-query'
  | 'unauthorized'
  | 'origin-refused'
  | 'article-closed'
  | 'not-found'
  | 'method-not-allowed'
  | 'duplicate'
  | 'too-large'
  | 'unsupported-media-type'
  | 'invalid-fields'
  | 'article-refused'
  | 'notice-changed'
  | 'parent-gone'
  | ChallengeProblemCode
  | 'key-malformed'
  | 'key-reused'
  | 'rate-limited'
  | 'too-busy'
  | 'internal-error'
  | 'unavailable';

/** Body of every refusal: RFC 9457 with our members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldProblem[];
  /** Same number as the `Retry-After` header. */
  readonly retryAfterSeconds?: number;
  /** The next challenge, when the request's own was spent. */
  readonly challenge?: Challenge;
  /** The notice that is in force, when the comment came with another one, or with none. */
  readonly notice?: PrivacyNotice;
}

/** HTTP status of each problem. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'not-json': 400,
  'invalid-query': 400,
  'key-malformed': 400,
  unauthorized: 401,
  'origin-refused': 403,
  'article-closed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  duplicate: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid-fields': 422,
  'article-refused': 422,
  'notice-changed': 422,
  'parent-gone': 422,
  'challenge-missing': 422,
  'challenge-wrong': 422,
  'challenge-incomplete': 422,
  'challenge-expired': 422,
  'challenge-spent': 422,
  'challenge-malformed': 422,
  'challenge-kind-refused': 422,
  'key-reused': 422,
  'rate-limited': 429,
  'too-busy': 429,
  'internal-error': 500,
  unavailable: 503,
};
