import * as z from 'zod';
import {
  type AuthorCard,
  authorStandings,
  type CommentStatus,
  commentStatuses,
  type DeskArticle,
  type DeskBulkAnswer,
  type DeskChange,
  type DeskComment,
  type DeskCommentDetail,
  type DeskConflict,
  type DeskEditor,
  type DeskEvent,
  type DeskPage,
  type DeskProblemCode,
  deskQueues,
  type DeskReport,
  type DeskSignal,
  editorRoles,
  maxQueueCount,
  type QueueCounts,
} from './desk.ts';
import type { DeskWordsConflict } from './desk-words.ts';
import type { DeskArticleConflict, DeskModesConflict } from './desk-articles.ts';
import { type DeskProblem, deskProblemStatus } from './desk-problem.ts';
import { fieldProblemSchema } from './schemas-of-answers.ts';
import { deskArticleSchema, deskModesSchema } from './schemas-of-desk-article-answers.ts';
import { maxBulkComments } from './schemas-of-desk.ts';
import { deskWordsSchema } from './schemas-of-desk-words.ts';
import { reportReasons } from './schemas-of-reports.ts';

// Strict throughout: these are also the lists of what an answer to an editor may hold.
const instant = z.iso.datetime();
const count = z.int().min(0);
const status: z.ZodType<CommentStatus> = z.enum(commentStatuses);

/** An article as far as a comment needs it. */
export const deskArticleRefSchema: z.ZodType<DeskArticle> = z
  .strictObject({
    id: z.string(),
    title: z.string().exactOptional(),
    url: z.string().exactOptional(),
  })
  .describe('Title and URL come from a browser of a reader: text, never markup.');

const signal: z.ZodType<DeskSignal> = z.strictObject({
  code: z.string(),
  severity: z.enum(['note', 'hold', 'junk']),
  field: z.enum(['name', 'address', 'content']).exactOptional(),
  offsets: z
    .array(z.tuple([count, count]))
    .describe('Start and end of each place, in UTF-16 code units of the reader’s text.'),
  detail: z.string().exactOptional(),
});

/** A comment as editors see it. */
export const deskCommentSchema: z.ZodType<DeskComment> = z.strictObject({
  id: z.uuid(),
  version: count.describe('Sent back with each write; another one is refused.'),
  article: deskArticleRefSchema,
  parent: z.uuid().nullable(),
  status,
  name: z.string(),
  address: z.string(),
  content: z.string().describe('The reader’s own text, normalised.'),
  editedContent: z.string().describe('The newsroom’s version.').exactOptional(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  pinned: z.boolean(),
  pick: z.boolean(),
  staff: z.boolean(),
  likes: count,
  reports: count.describe('Since it was last decided on.'),
  signals: z.array(signal),
  verified: z
    .string()
    .describe('What the site calls a reader it knows by its own login; may be empty.')
    .exactOptional(),
});

/** Answer of `GET /desk/api/comments` and `GET /desk/api/search`. */
export const deskPageSchema: z.ZodType<DeskPage> = z.strictObject({
  comments: z.array(deskCommentSchema),
  next: z
    .string()
    .nullable()
    .describe(
      'Value of `after` for what follows; null at the end. A page may hold fewer than were asked for, even none, before the end.',
    ),
});

/** Numbers of the queues. */
export const queueCountsSchema: z.ZodType<QueueCounts> = z.record(
  z.enum(deskQueues),
  count.max(maxQueueCount),
);

/** Answer of `GET /desk/api/queues`. */
export const deskCountsSchema: z.ZodType<{ readonly counts: QueueCounts }> = z.strictObject({
  counts: queueCountsSchema.describe(`Counting ends at ${maxQueueCount}.`),
});

const event: z.ZodType<DeskEvent> = z.strictObject({
  at: instant,
  who: z.string(),
  action: z.string(),
  from: status.exactOptional(),
  to: status.exactOptional(),
  reason: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

const report: z.ZodType<DeskReport> = z.strictObject({
  reason: z
    .enum({ ...reportReasons, 'word-list': 'word-list' })
    .describe('`word-list`: no reader, but a word that was banned after it was published.'),
  note: z.string(),
  createdAt: instant,
});

const standing = {
  key: z.string().describe('Opaque; no email can be read from it.'),
  standing: z.enum(authorStandings),
  until: instant.exactOptional(),
};

/** Answer of `PUT /desk/api/authors/{key}`. */
export const deskAuthorSchema: z.ZodType<Pick<AuthorCard, 'key' | 'standing' | 'until'>> =
  z.strictObject(standing);

const author: z.ZodType<AuthorCard> = z.strictObject({
  ...standing,
  published: count,
  refused: count,
  total: count,
  firstSeenAt: instant,
  latest: z
    .array(z.strictObject({ id: z.uuid(), status, content: z.string(), createdAt: instant }))
    .max(10),
  sameNetwork: count,
});

/** Answer of `GET /desk/api/comments/{id}`. */
export const deskCommentDetailSchema: z.ZodType<DeskCommentDetail> = z.strictObject({
  comment: deskCommentSchema,
  email: z.string().describe('For moderators and above.').exactOptional(),
  parent: z
    .strictObject({ id: z.uuid(), status, name: z.string(), content: z.string() })
    .exactOptional(),
  history: z.array(event),
  reports: z.array(report).max(100),
  author: author.exactOptional(),
});

const undo = z
  .string()
  .describe('For `POST /undo`, for ten seconds; absent for what cannot be taken back.')
  .exactOptional();

/** Answer of every write to one comment. */
export const deskChangeSchema: z.ZodType<DeskChange> = z.strictObject({
  comment: deskCommentSchema,
  undo,
});

/** Answer of `POST /desk/api/undo`. */
export const deskUndoneSchema: z.ZodType<{ readonly comments: readonly DeskComment[] }> =
  z.strictObject({ comments: z.array(deskCommentSchema) });

/** Answer of `POST /desk/api/bulk`. */
export const deskBulkAnswerSchema: z.ZodType<DeskBulkAnswer> = z.strictObject({
  count,
  hasMore: z.boolean(),
  sample: z.array(deskCommentSchema).max(5),
  ids: z
    .array(z.uuid())
    .max(maxBulkComments)
    .describe('In a preview: all of them.')
    .exactOptional(),
  undo,
  skipped: count,
});

/** Answer of `GET /desk/api/me`. */
export const deskEditorSchema: z.ZodType<DeskEditor> = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(editorRoles),
});

const conflict: z.ZodType<DeskConflict> = z.strictObject({
  comment: deskCommentSchema,
  last: event.exactOptional(),
});

const articleConflict: z.ZodType<DeskArticleConflict> = z.strictObject({
  article: deskArticleSchema,
  last: event.exactOptional(),
});

const modesConflict: z.ZodType<DeskModesConflict> = z.strictObject({ modes: deskModesSchema });

const wordsConflict: z.ZodType<DeskWordsConflict> = z.strictObject({ words: deskWordsSchema });

const isDeskProblemCode = (code: string): code is DeskProblemCode =>
  Object.hasOwn(deskProblemStatus, code);

/** All codes of the desk's problems. */
export const deskProblemCodes: readonly DeskProblemCode[] =
  Object.keys(deskProblemStatus).filter(isDeskProblemCode);

/** Body of every refusal of the desk (RFC 9457). */
export const deskProblemSchema: z.ZodType<DeskProblem> = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(deskProblemCodes),
  errors: z.array(fieldProblemSchema).exactOptional(),
  retryAfterSeconds: z.int().positive().exactOptional(),
  conflict: z
    .union([conflict, articleConflict, modesConflict, wordsConflict])
    .describe('With `version-changed`: what it is now, and who was faster.')
    .exactOptional(),
  words: z
    .array(z.string())
    .describe('With `invalid-fields` on `add`: entries too short to be looked for.')
    .exactOptional(),
});
