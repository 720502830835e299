import {
  type FieldProblem,
  type Problem,
  type ProblemCode,
  problemStatus,
} from '../../protocol/problem.ts';

/** Headers of every answer: a challenge is for one reader once, and its body is never a page. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** What a refusal may add to its code. */
export interface ProblemDetails {
  readonly title: string;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as `application/problem+json` (RFC 9457); clients go by its code, the title is for developers. */
export function problemResponse(code: ProblemCode, details: ProblemDetails): Response {
  const { title, errors, headers } = details;
  const status = problemStatus[code];
  const problem: Problem = { type: 'about:blank', title, status, code, ...(errors && { errors }) };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...answerHeaders, ...headers, 'Content-Type': 'application/problem+json' },
  });
}
