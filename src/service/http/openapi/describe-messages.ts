import { type JsonObject, reference } from './json-object.ts';

/** A body in JSON. */
export const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

/** An answer whose body is one of the schemas. */
export const answer = (description: string, schema: string): JsonObject => ({
  description,
  content: json(reference('schemas', schema)),
});

/** A request whose body is one of the schemas. */
export const body = (schema: string): JsonObject => ({
  required: true,
  content: json(reference('schemas', schema)),
});

/** The header of what may be kept. */
export const etag: JsonObject = {
  ETag: { description: 'Names this state of the answer.', schema: { type: 'string' } },
};

/** How a client says which copy it has. */
export const ifNoneMatch: JsonObject = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of the copy at hand.',
  schema: { type: 'string' },
};

/** What a client is told whose copy is right. */
export const notModified: JsonObject = {
  304: { description: 'The copy at hand is still right.', headers: etag },
};
