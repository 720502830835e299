import type { ZodType } from 'zod';
import type { EditorRole } from '../../../protocol/desk.ts';
import { answer, body } from '../../http/openapi/describe-messages.ts';
import { describeQuery } from '../../http/openapi/describe-schemas.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { deskRefusals } from './describe-desk-refusals.ts';

/** Name of the cookie that shows who an editor is. */
const sessionSecurity = 'deskSession';

/** How editors show who they are, as a component of the document. */
export const deskSecuritySchemes: JsonObject = {
  [sessionSecurity]: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Secure-reader-comments.session_token',
    description:
      'The session that signing in opens; without `__Secure-` where the desk is at an http origin. ' +
      'Writes need `Sec-Fetch-Site: same-origin` or the `Origin` of the desk.',
  },
};

/** What is said of one operation of the desk. */
export interface DeskOperation {
  readonly id: string;
  readonly summary: string;
  /** The least that may ask for it; `signed-in` for what is an editor's own, `anybody` before signing in. */
  readonly role: EditorRole | 'signed-in' | 'anybody';
  /** Of the path. */
  readonly parameters?: readonly JsonObject[];
  readonly query?: ZodType;
  /** Name of the schema of the body. */
  readonly body?: string;
  /** What it answers with, and the name of its schema; absent for 204. */
  readonly answer?: readonly [description: string, schema: string];
  /** In the place of `answer`, for what is no JSON. */
  readonly success?: JsonObject;
  /** Statuses beside those that follow from the members above. */
  readonly refusals?: readonly number[];
}

const whoMayAsk: Readonly<Record<DeskOperation['role'], string>> = {
  anybody: 'For everybody.',
  'signed-in': 'For who is signed in, about what is their own.',
  viewer: 'For every editor.',
  moderator: 'For the roles `moderator`, `editor` and `admin`.',
  editor: 'For the roles `editor` and `admin`.',
  admin: 'For the role `admin`.',
};

/** One operation of the desk in the document. */
export function describeDeskOperation(operation: DeskOperation): JsonObject {
  const { id, summary, role, parameters = [], query, refusals = [] } = operation;
  const statuses = [
    ...(operation.body !== undefined || query ? [400] : []),
    ...(role === 'anybody' ? [] : [401]),
    403,
    ...(operation.body === undefined ? [] : [422]),
    ...refusals,
  ];
  const success = operation.success ?? (operation.answer && answer(...operation.answer));
  const asked = [...parameters, ...(query ? describeQuery(query) : [])];
  return {
    operationId: id,
    summary,
    description: whoMayAsk[role],
    tags: ['desk'],
    ...(role !== 'anybody' && { security: [{ [sessionSecurity]: [] }] }),
    ...(asked.length > 0 && { parameters: asked }),
    ...(operation.body !== undefined && { requestBody: body(operation.body) }),
    responses: {
      ...(success ? { 200: success } : { 204: { description: 'Done.' } }),
      ...deskRefusals(statuses),
    },
  };
}
