import { type Problem, type ProblemCode, problemStatus } from '../../protocol/problem.ts';
import { problemTitles } from './problem-titles.ts';

/** What a refusal may hold beside its code. */
export type ProblemDetails = Pick<Problem, 'errors' | 'retryAfterSeconds' | 'challenge' | 'notice'>;

/**
 * A refusal as `application/problem+json` (RFC 9457), never cached. Clients go by its code; a wait stands in its body
 * and in `Retry-After` alike.
 */
export function problemResponse(
  code: ProblemCode,
  details: ProblemDetails = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const status = problemStatus[code];
  const { retryAfterSeconds } = details;
  const problem: Problem = {
    type: 'about:blank',
    title: problemTitles[code],
    status,
    code,
    ...details,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      ...headers,
    },
  });
}
