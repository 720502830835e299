import type { DeskProblemCode } from '../../protocol/desk.ts';
import { type DeskProblem, deskProblemStatus } from '../../protocol/desk-problem.ts';

/** What each refusal says to developers; editors get the desk's own words. */
export const deskProblemTitles: Readonly<Record<DeskProblemCode, string>> = {
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
export type DeskProblemDetails = Pick<
  DeskProblem,
  'errors' | 'retryAfterSeconds' | 'conflict' | 'words'
>;

/** A refusal of the desk as `application/problem+json` (RFC 9457), never cached. */
export function deskProblem(code: DeskProblemCode, details: DeskProblemDetails = {}): Response {
  const { retryAfterSeconds } = details;
  const status = deskProblemStatus[code];
  return new Response(
    JSON.stringify({
      type: 'about:blank',
      title: deskProblemTitles[code],
      status,
      code,
      ...details,
    } satisfies DeskProblem),
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
