/** A part of the document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Points to a component of the document. */
export const reference = (kind: 'schemas' | 'responses', name: string): JsonObject => ({
  $ref: `#/components/${kind}/${name}`,
});
