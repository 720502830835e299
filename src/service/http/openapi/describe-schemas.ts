import * as z from 'zod';
import type { FieldLimits } from '../../../protocol/limits.ts';
import {
  challengeAnswerSchema,
  challengeSchema,
  commentAnswerSchema,
  commentCountsSchema,
  commentPageSchema,
  commentPlaceSchema,
  commentRepliesSchema,
  problemSchema,
  publishedCommentSchema,
  receiptAnswerSchema,
  verifyAnswerSchema,
  visitorAnswerSchema,
} from '../../../protocol/schemas-of-answers.ts';
import { commentReportSchema } from '../../../protocol/schemas-of-reports.ts';
import {
  challengeRequestSchema,
  createCommentDraftSchema,
  verifyRequestSchema,
} from '../../../protocol/schemas.ts';
import type { JsonObject } from './json-object.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Says which members an object must have. Zod calls a member optional when there is something to take in its place;
 * whether that is then refused, as an empty name is, only the check itself can tell.
 */
function tellRequired(schema: z.ZodObject, described: JsonSchema): void {
  const issues = schema.safeParse({}).error?.issues ?? [];
  const required = [...new Set(issues.map(({ path }) => String(path[0])))];
  delete described.required;
  if (required.length > 0) described.required = required;
  for (const name of required) {
    const member = described.properties?.[name];
    if (typeof member === 'object') delete member.default;
  }
}

const options: z.core.ToJSONSchemaParams = {
  // What may be sent; answers are the same either way.
  io: 'input',
  override: ({ zodSchema, jsonSchema }) => {
    if (zodSchema instanceof z.ZodObject) tellRequired(zodSchema, jsonSchema);
  },
};

/** The schemas of all bodies that readers and their pages send and get, by name. */
export const readerSchemas = (limits: FieldLimits): Readonly<Record<string, z.ZodType>> => ({
  CommentDraft: createCommentDraftSchema(limits),
  CommentAnswer: commentAnswerSchema,
  CommentPage: commentPageSchema,
  CommentPlace: commentPlaceSchema,
  CommentReplies: commentRepliesSchema,
  CommentCounts: commentCountsSchema,
  PublishedComment: publishedCommentSchema,
  ChallengeRequest: challengeRequestSchema,
  ChallengeAnswer: challengeAnswerSchema,
  Challenge: challengeSchema,
  VerifyRequest: verifyRequestSchema,
  VerifyAnswer: verifyAnswerSchema,
  VisitorAnswer: visitorAnswerSchema,
  CommentReport: commentReportSchema,
  ReceiptAnswer: receiptAnswerSchema,
  Problem: problemSchema,
});

/** Schemas by their names, as components of the document. */
export function describeSchemas(named: Readonly<Record<string, z.ZodType>>): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    ...options,
    uri: (id) => `#/components/schemas/${id}`,
  });
  // A component is named by its place; an `$id` would make it a document of its own.
  const placed = Object.entries(schemas).map(([name, schema]) => [
    name,
    { ...schema, $id: undefined, $schema: undefined },
  ]);
  return Object.fromEntries(placed);
}

/** A query as parameters of an operation; a list is a parameter that is repeated. */
export function describeQuery(schema: z.ZodType): readonly JsonObject[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, options);
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: described,
  }));
}
