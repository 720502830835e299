import type { DeskArticleConflict, DeskModesConflict } from './desk-articles.ts';
import type { DeskWordsConflict } from './desk-words.ts';
import type { DeskConflict, DeskProblemCode } from './desk.ts';
import type { FieldProblem } from './problem.ts';

/** HTTP status of each refusal of the desk. */
export const deskProblemStatus: Readonly<Record<DeskProblemCode, number>> = {
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

/** Body of every refusal of the desk (RFC 9457). */
export interface DeskProblem {
  /** `about:blank`. */
  readonly type: string;
  /** For developers; editors get the desk's own words. */
  readonly title: string;
  readonly status: number;
  readonly code: DeskProblemCode;
  /** With `invalid-fields`. */
  readonly errors?: readonly FieldProblem[];
  /** With `rate-limited`; at least 1. */
  readonly retryAfterSeconds?: number;
  /** With `version-changed`: what it is now, and who was faster. */
  readonly conflict?: DeskConflict | DeskArticleConflict | DeskModesConflict | DeskWordsConflict;
  /** With `invalid-fields` on `add`: entries too short to be looked for. */
  readonly words?: readonly string[];
}
