import { healthPaths } from '../add-health-routes.ts';
import { json } from './describe-messages.ts';
import type { JsonObject } from './json-object.ts';

const answerOf = (description: string, status: string, more: JsonObject = {}): JsonObject => ({
  description,
  content: json({
    type: 'object',
    properties: { status: { const: status }, ...more },
    required: ['status', ...Object.keys(more)],
    additionalProperties: false,
  }),
});

// These two are not below the service's path.
const servers = [{ url: '/' }];

/** What supervisors and load balancers ask, by path. */
export const describeHealth = (): Readonly<Record<string, JsonObject>> => ({
  [healthPaths.live]: {
    get: {
      operationId: 'isLive',
      summary: 'Whether the process answers.',
      servers,
      responses: { 200: answerOf('It does.', 'live') },
    },
  },
  [healthPaths.ready]: {
    get: {
      operationId: 'isReady',
      summary: 'Whether it is to be sent requests: the database answers, and it is not stopping.',
      servers,
      responses: {
        200: answerOf('It is.', 'ready'),
        503: answerOf('Not now.', 'unready', {
          reason: { type: 'string', description: 'A sentence for whoever runs it.' },
        }),
      },
    },
  },
});
