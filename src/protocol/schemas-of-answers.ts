// Over 250 lines: the shapes of all public answers, which are the list of what may be public, read in one place.
import * as z from 'zod';

import { rejectReasons } from './desk.ts';
import {
  type FieldProblem,
  type FieldProblemCode,
  type Problem,
  type ProblemCode,
  problemStatus,
} from './problem.ts';
import { privacyNoticeSchema } from './schemas-of-consent.ts';
import { maxTokenCharacters } from './schemas.ts';
import {
  type Challenge,
  type ChallengeAnswer,
  type CommentAnswer,
  type CommentCounts,
  type CommentPage,
  type CommentPlace,
  type CommentReplies,
  picturePath,
  type PublishedComment,
  type ReceiptAnswer,
  type VerifyAnswer,
  type VisitorAnswer,
  type WorkTask,
} from './types.ts';

// Strict throughout: these are also the lists of what a public answer may hold (S33).
const instant = z.iso.datetime();

const plainComment = {
  id: z.uuidv7(),
  parent: z.uuidv7().nullable(),
  name: z.string(),
  address: z.string().exactOptional(),
  content: z.string(),
  publishedAt: instant,
  edited: z.boolean(),
  pinned: z.boolean(),
  pick: z.boolean(),
  staff: z.boolean(),
  verified: z
    .string()
    .min(1)
    .describe('What the site calls a reader it knows by its own login.')
    .exactOptional(),
  likes: z.int().min(0),
  gone: z
    .enum(['removed', 'erased'])
    .describe('Listed without its texts, because others have answered it.')
    .exactOptional(),
};

const nextCursor = z
  .string()
  .nullable()
  .describe('Value of `after` for what follows; null at the end.');

/** Answer of `GET /{id}/replies`. */
export const commentRepliesSchema: z.ZodType<CommentReplies> = z.strictObject({
  items: z.array(z.strictObject(plainComment)),
  count: z.int().min(0),
  next: nextCursor,
});

/** A published comment; strict, so that it doubles as the list of what may be public (S33). */
export const publishedCommentSchema: z.ZodType<PublishedComment> = z.strictObject({
  ...plainComment,
  replies: commentRepliesSchema.exactOptional(),
});

const articleState = z.enum(['open', 'closed', 'readonly', 'hidden']);

const articleSummary = z.strictObject({
  id: z.string(),
  state: articleState,
  closesAt: instant.exactOptional(),
  count: z.int().min(0),
});

/** Answer of `GET /`. */
export const commentPageSchema: z.ZodType<CommentPage> = z.strictObject({
  article: articleSummary,
  comments: z.array(publishedCommentSchema),
  next: nextCursor,
});

/** Answer of `GET /{id}`. */
export const commentPlaceSchema: z.ZodType<CommentPlace> = z.strictObject({
  article: articleSummary,
  thread: publishedCommentSchema,
  reply: publishedCommentSchema.exactOptional(),
  after: z
    .string()
    .nullable()
    .describe('Value of `after` for a page that begins with the thread; null for the first page.'),
});

/** Answer of `GET /count`. */
export const commentCountsSchema: z.ZodType<CommentCounts> = z.strictObject({
  counts: z.record(z.string(), z.int().min(0)),
});

/** Answer of `GET /receipt`. */
export const receiptAnswerSchema: z.ZodType<ReceiptAnswer> = z.strictObject({
  id: z.uuidv7(),
  article: z.string(),
  status: z.enum(['pending', 'published', 'rejected', 'removed', 'erased']),
  comment: publishedCommentSchema
    .describe('As it is published, or would be; only with pending and published.')
    .exactOptional(),
  reason: z
    .enum(rejectReasons)
    .describe('Why it is not published, where the newsroom said so; only with rejected.')
    .exactOptional(),
});

/** Answer of `POST /visitor`. */
export const visitorAnswerSchema: z.ZodType<VisitorAnswer> = z.strictObject({
  token: z.string().describe('Stands for one browser; says nothing about who uses it.'),
});

/** Answer of `POST /`. */
export const commentAnswerSchema: z.ZodType<CommentAnswer> = z.strictObject({
  id: z.uuidv7(),
  status: z.enum(['published', 'pending']),
  receipt: z.string().describe('Keep it: who holds it is taken for the sender.'),
  comment: publishedCommentSchema.exactOptional(),
});

const codeMembers = {
  token: z.string().min(1).max(maxTokenCharacters).describe('Good for one attempt; opaque.'),
  lifetimeSeconds: z.int().positive().describe('Counted from the arrival of the answer.'),
};

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const workTask: z.ZodType<WorkTask> = z
  .strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hexOf(16),
    salt: hexOf(16),
    cost: z.int().positive().describe('Iterations for one key.'),
    keyLength: z.literal(32).describe('Bytes of a key.'),
    keyPrefix: hexOf(16).describe('First half of the key that is looked for.'),
    tries: z.int().positive().describe('How many counters there are, from 0 on.'),
  })
  .describe(
    'The key of a counter is PBKDF2 of the nonce and the counter (32 bits, big-endian); find the one that begins so.',
  );

const readMembers = {
  ...codeMembers,
  length: z.int().min(4).max(8).describe('Number of digits.'),
  work: workTask.exactOptional(),
};

/** A security code, work, or that nothing is asked for. */
export const challengeSchema: z.ZodType<Challenge> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('picture'),
    ...readMembers,
    width: z.int().positive().describe('In CSS pixels; the view box is ten times as wide.'),
    height: z.int().positive().describe('In CSS pixels; the view box is ten times as high.'),
    path: z
      .string()
      .regex(picturePath)
      .describe('Data of one SVG path, filled by the even-odd rule.'),
  }),
  z.strictObject({
    kind: z.literal('speech'),
    ...readMembers,
    audio: z
      .string()
      .regex(/^[A-Za-z0-9+/]+={0,2}$/)
      .describe('A WAV file in base64.'),
  }),
  z.strictObject({ kind: z.literal('work'), ...codeMembers, work: workTask }),
]);

/** Answer of `POST /challenge`. */
export const challengeAnswerSchema: z.ZodType<ChallengeAnswer> = z.strictObject({
  challenge: challengeSchema,
  kinds: z
    .array(z.enum(['picture', 'speech', 'work', 'none']))
    .exactOptional()
    .describe('What may be asked for; absent where no code is asked for.'),
  article: z.strictObject({ state: articleState, closesAt: instant.exactOptional() }),
  notice: privacyNoticeSchema.exactOptional(),
});

/** Answer of `POST /challenge/verify`. */
export const verifyAnswerSchema: z.ZodType<VerifyAnswer> = z.strictObject({
  passed: z.boolean(),
  reason: z
    .enum(['wrong', 'incomplete', 'expired', 'spent', 'malformed'])
    .describe('Why it did not pass.')
    .exactOptional(),
});

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemStatus, code);

/** All codes of problems. */
export const problemCodes: readonly ProblemCode[] =
  Object.keys(problemStatus).filter(isProblemCode);

// A record, so that the compiler misses no code of the union.
const fieldProblemCodes: { readonly [Code in FieldProblemCode]: Code } = {
  empty: 'empty',
  'too-short': 'too-short',
  'too-long': 'too-long',
  characters: 'characters',
  'letters-only': 'letters-only',
  'mixed-scripts': 'mixed-scripts',
  'no-letter': 'no-letter',
  contact: 'contact',
  accents: 'accents',
  format: 'format',
  'abnormal-characters': 'abnormal-characters',
  'too-many-links': 'too-many-links',
  'no-accents': 'no-accents',
  digits: 'digits',
  length: 'length',
  missing: 'missing',
  wrong: 'wrong',
  incomplete: 'incomplete',
  expired: 'expired',
  spent: 'spent',
  malformed: 'malformed',
  'kind-refused': 'kind-refused',
  unavailable: 'unavailable',
  'wrong-type': 'wrong-type',
};

/** What is wrong with one field. */
export const fieldProblemSchema: z.ZodType<FieldProblem> = z.strictObject({
  field: z.string(),
  code: z.enum(fieldProblemCodes),
  max: z.int().exactOptional(),
  min: z.int().exactOptional(),
  over: z.int().exactOptional(),
});

/** Body of every refusal (RFC 9457). */
export const problemSchema: z.ZodType<Problem> = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  errors: z.array(fieldProblemSchema).exactOptional(),
  retryAfterSeconds: z.int().positive().exactOptional(),
  challenge: challengeSchema.exactOptional(),
  notice: privacyNoticeSchema.exactOptional(),
});
