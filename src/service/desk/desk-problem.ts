import type { DeskProblemCode } from '../../protocol/desk.ts';
import type { FieldProblem } from '../../protocol/problem.ts';

/** HTTP status of each refusal of the desk. */
const statusOf: Readonly<Record<DeskProblemCode, number>> = {
  'not-json': 400,
  'invalid-query': 400,
  unauthorized: 401,
  'second-step-missing': 403,
  'role-refused': 403,
  'origin-refused': 403,
  'not-found': 404,
  'move-refused': 409,
  'version-changed': 409,
  'undo-gone': 410,
  'invalid-fields': 422,
  'too-many': 422,
  'rate-limited': 429,
  'internal-error': 500,
  unavailable: 503,
};

/** What each says to developers; editors get the desk's own words. */
const titleOf: Readonly<Record<DeskProblemCode, string>> = {
  'not-json': 'The body is not a JSON object in UTF-8',
  'invalid-query': 'A parameter of the query is missing or out of range',
  unauthorized: 'Nobody is signed in, or what was shown is wrong',
  'second-step-missing': 'A second step has to be set up first',
  'role-refused': 'The role of this editor does not allow it',
  'origin-refused': 'Only pages of the desk may write here',
  'not-found': 'There is nothing here',
  'move-refused': 'It cannot be done as things are',
  'version-changed': 'Somebody else was faster',
  'undo-gone': 'It can no longer be undone',
  'invalid-fields': 'Some fields were refused',
  'too-many': 'These are too many at a time',
  'rate-limited': 'Too many requests',
  'internal-error': 'The service failed',
  unavailable: 'The service is not available for a while',
};

/** What a refusal of the desk may hold beside its code. */
export interface DeskProblemDetails {
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** For `version-changed`. */
  readonly conflict?: unknown;
}

/** A refusal of the desk as `application/problem+json` (RFC 9457), never cached. */
export function deskProblem(code: DeskProblemCode, details: DeskProblemDetails = {}): Response {
  const { retryAfterSeconds } = details;
  const status = statusOf[code];
  return new Response(
    JSON.stringify({ type: 'about:blank', title: titleOf[code], status, code, ...details }),
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      },
    },
  );
}
