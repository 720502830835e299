import { deskProblemStatus } from '../../../protocol/desk-problem.ts';
import { deskProblemCodes } from '../../../protocol/schemas-of-desk-answers.ts';
import { problemContent, retryAfter } from '../../http/openapi/describe-refusals.ts';
import { type JsonObject, reference } from '../../http/openapi/json-object.ts';
import { deskProblemTitles } from '../desk-problem.ts';

const nameOf = (status: number): string => `DeskRefusal${status}`;

const describeStatus = (status: number): JsonObject => {
  const codes = deskProblemCodes.filter((code) => deskProblemStatus[code] === status);
  const narrowed = { properties: { status: { const: status }, code: { enum: codes } } };
  return {
    description: codes.map((code) => `\`${code}\`: ${deskProblemTitles[code]}.`).join('\n\n'),
    ...(status === 429 && { headers: retryAfter }),
    content: problemContent({ allOf: [reference('schemas', 'DeskProblem'), narrowed] }),
  };
};

/** A refusal of the desk of every status, as components of the document; `DeskRefusal` is any of them. */
export function describeDeskRefusals(): Readonly<Record<string, JsonObject>> {
  const statuses = new Set(Object.values(deskProblemStatus));
  return {
    DeskRefusal: {
      description: 'Refused; `code` says why.',
      content: problemContent(reference('schemas', 'DeskProblem')),
    },
    ...Object.fromEntries([...statuses].map((status) => [nameOf(status), describeStatus(status)])),
  };
}

/** The answers of an operation that refuse; the statuses named are those a client should be ready for. */
export const deskRefusals = (statuses: readonly number[]): JsonObject => ({
  ...Object.fromEntries(statuses.map((status) => [status, reference('responses', nameOf(status))])),
  default: reference('responses', 'DeskRefusal'),
});
