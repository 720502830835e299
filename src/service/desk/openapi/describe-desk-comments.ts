import type { ZodType } from 'zod';
import {
  deskAuthorSchema,
  deskBulkAnswerSchema,
  deskChangeSchema,
  deskCommentDetailSchema,
  deskCommentSchema,
  deskCountsSchema,
  deskEditorSchema,
  deskPageSchema,
  deskProblemSchema,
  deskUndoneSchema,
} from '../../../protocol/schemas-of-desk-answers.ts';
import { queueQuerySchema, searchQuerySchema } from '../../../protocol/schemas-of-desk-queries.ts';
import {
  authorSchema,
  bulkSchema,
  decisionSchema,
  marksSchema,
  replySchema,
  textEditSchema,
  undoSchema,
} from '../../../protocol/schemas-of-desk.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { describeDeskOperation } from './describe-desk-operation.ts';

const commentId: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of a comment.',
  schema: { type: 'string', format: 'uuid' },
};

const authorKey: JsonObject = {
  name: 'key',
  in: 'path',
  required: true,
  description: 'Of an author, as it came with a comment.',
  schema: { type: 'string', pattern: '^[\\w-]{43}$' },
};

const change: readonly [string, string] = ['The comment as it is now.', 'DeskChange'];

/** The bodies of what is asked about comments. */
export const deskCommentSchemas: Readonly<Record<string, ZodType>> = {
  DeskEditor: deskEditorSchema,
  DeskComment: deskCommentSchema,
  DeskPage: deskPageSchema,
  DeskCounts: deskCountsSchema,
  DeskCommentDetail: deskCommentDetailSchema,
  DeskDecision: decisionSchema,
  DeskTextEdit: textEditSchema,
  DeskMarks: marksSchema,
  DeskReply: replySchema,
  DeskChange: deskChangeSchema,
  DeskUndo: undoSchema,
  DeskUndone: deskUndoneSchema,
  DeskBulk: bulkSchema,
  DeskBulkAnswer: deskBulkAnswerSchema,
  DeskAuthorChange: authorSchema,
  DeskAuthor: deskAuthorSchema,
  DeskProblem: deskProblemSchema,
};

/** What editors read and decide, by path. */
export const describeDeskComments = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/api/me': {
    get: describeDeskOperation({
      id: 'findEditor',
      summary: 'Who is signed in.',
      role: 'viewer',
      answer: ['The editor.', 'DeskEditor'],
    }),
  },
  '/desk/api/queues': {
    get: describeDeskOperation({
      id: 'countQueues',
      summary: 'How many comments stand in each queue.',
      role: 'viewer',
      answer: ['The numbers.', 'DeskCounts'],
    }),
  },
  '/desk/api/live': {
    get: describeDeskOperation({
      id: 'watchQueues',
      summary: 'The same numbers as they change.',
      role: 'viewer',
      success: {
        description:
          'Server-sent events named `counts`, each with a number for every queue; ended after five minutes, to be asked for again.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
    }),
  },
  '/desk/api/comments': {
    get: describeDeskOperation({
      id: 'listQueue',
      summary: 'Comments of one queue.',
      role: 'viewer',
      query: queueQuerySchema,
      answer: ['A page of comments.', 'DeskPage'],
    }),
  },
  '/desk/api/search': {
    get: describeDeskOperation({
      id: 'searchComments',
      summary:
        'Comments that hold all words and, in quotation marks, phrases. Accents that are typed are found first; without them, and wherever the tone stands, all others are found too.',
      role: 'viewer',
      query: searchQuerySchema,
      answer: ['A page of comments.', 'DeskPage'],
    }),
  },
  '/desk/api/comments/{id}': {
    get: describeDeskOperation({
      id: 'findDeskComment',
      summary:
        'One comment in full, with its history, its reports and what is known of its author.',
      role: 'viewer',
      parameters: [commentId],
      answer: ['The comment.', 'DeskCommentDetail'],
      refusals: [404],
    }),
  },
  '/desk/api/comments/{id}/decision': {
    post: describeDeskOperation({
      id: 'decideComment',
      summary: 'Publishes, rejects, removes or restores a comment, or keeps one that was reported.',
      role: 'moderator',
      parameters: [commentId],
      body: 'DeskDecision',
      answer: change,
      refusals: [404, 409],
    }),
  },
  '/desk/api/comments/{id}/text': {
    put: describeDeskOperation({
      id: 'editComment',
      summary: 'Sets the newsroom’s version of a text; `null` brings the reader’s own back.',
      role: 'editor',
      parameters: [commentId],
      body: 'DeskTextEdit',
      answer: change,
      refusals: [404, 409],
    }),
  },
  '/desk/api/comments/{id}/marks': {
    put: describeDeskOperation({
      id: 'markComment',
      summary: 'Pins a published comment or picks it, or no longer.',
      role: 'editor',
      parameters: [commentId],
      body: 'DeskMarks',
      answer: change,
      refusals: [404, 409],
    }),
  },
  '/desk/api/comments/{id}/reply': {
    post: describeDeskOperation({
      id: 'replyToComment',
      summary: 'Answers a published comment for the newsroom; published at once.',
      role: 'editor',
      parameters: [commentId],
      body: 'DeskReply',
      answer: ['The answer, as a comment.', 'DeskChange'],
      refusals: [404, 409],
    }),
  },
  '/desk/api/undo': {
    post: describeDeskOperation({
      id: 'undo',
      summary: 'Takes back what the same editor did less than ten seconds ago.',
      role: 'moderator',
      body: 'DeskUndo',
      answer: ['The comments as they are now.', 'DeskUndone'],
      refusals: [410],
    }),
  },
  '/desk/api/bulk': {
    post: describeDeskOperation({
      id: 'decideComments',
      summary: 'One decision about at most 500 comments; with `preview` nothing is done.',
      role: 'moderator',
      body: 'DeskBulk',
      answer: ['What was decided, or would be.', 'DeskBulkAnswer'],
    }),
  },
  '/desk/api/authors/{key}': {
    put: describeDeskOperation({
      id: 'treatAuthor',
      summary: 'Says how comments of an author are treated from now on.',
      role: 'admin',
      parameters: [authorKey],
      body: 'DeskAuthorChange',
      answer: ['How they are treated.', 'DeskAuthor'],
      refusals: [404],
    }),
  },
});
