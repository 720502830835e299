import { problemStatus } from '../../../protocol/problem.ts';
import { problemCodes } from '../../../protocol/schemas-of-answers.ts';
import { problemTitles } from '../problem-titles.ts';
import { type JsonObject, reference } from './json-object.ts';

/** The header of what may be tried again. */
export const retryAfter: JsonObject = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
};

/** A refusal's body. */
export const problemContent = (schema: JsonObject): JsonObject => ({
  'application/problem+json': { schema },
});

const describeStatus = (status: number): JsonObject => {
  const codes = problemCodes.filter((code) => problemStatus[code] === status);
  const narrowed = { properties: { status: { const: status }, code: { enum: codes } } };
  return {
    description: codes.map((code) => `\`${code}\`: ${problemTitles[code]}.`).join('\n\n'),
    ...([429, 503].includes(status) && { headers: retryAfter }),
    content: problemContent({ allOf: [reference('schemas', 'Problem'), narrowed] }),
  };
};

/** A refusal of every status, as components of the document; `Refusal` is any of them. */
export function describeRefusals(): Readonly<Record<string, JsonObject>> {
  const statuses = new Set(Object.values(problemStatus));
  return {
    Refusal: {
      description: 'Refused; `code` says why.',
      content: problemContent(reference('schemas', 'Problem')),
    },
    ...Object.fromEntries(
      [...statuses].map((status) => [`Refusal${status}`, describeStatus(status)]),
    ),
  };
}

/** The answers of an operation that refuse; the statuses named are those a client should be ready for. */
export const refusals = (...statuses: readonly number[]): JsonObject => ({
  ...Object.fromEntries(
    statuses.map((status) => [status, reference('responses', `Refusal${status}`)]),
  ),
  default: reference('responses', 'Refusal'),
});
