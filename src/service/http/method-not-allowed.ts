import type { Handler } from 'hono';
import { problemResponse } from './problem-response.ts';

/** Answers every method a path has no route for; `methods` are those it has. */
export const methodNotAllowed =
  (...methods: readonly string[]): Handler =>
  () =>
    problemResponse('method-not-allowed', {}, { Allow: [...methods, 'OPTIONS'].join(', ') });
