import type { ZodType } from 'zod';
import { toFieldProblems } from '../../protocol/schemas.ts';
import { readJson } from '../http/read-json.ts';
import { deskProblem } from './desk-problem.ts';

/** Room for what a security key says about itself. */
const maxBytes = 64 * 1024;

const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** What came of reading a body: what the schema makes of it, or the refusal. */
export type DeskBody<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (response: Response): { readonly kind: 'refused'; readonly response: Response } => ({
  kind: 'refused',
  response,
});

/** Reads the JSON body of a request to the desk. */
export async function readDeskBody<T>(
  request: Request,
  schema: ZodType<T>,
  limitBytes: number = maxBytes,
): Promise<DeskBody<T>> {
  if (!jsonType.test(request.headers.get('content-type') ?? '')) {
    return refuse(deskProblem('not-json'));
  }
  const body = await readJson(request, limitBytes);
  if (body.kind === 'refused') {
    return refuse(deskProblem(body.code === 'too-large' ? 'too-many' : 'not-json'));
  }
  const parsed = schema.safeParse(body.value);
  return parsed.success
    ? { kind: 'read', value: parsed.data }
    : refuse(deskProblem('invalid-fields', { errors: toFieldProblems(parsed.error) }));
}
