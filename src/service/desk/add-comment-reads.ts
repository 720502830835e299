import type { Hono } from 'hono';
import {
  type DeskCommentDetail,
  type DeskPage,
  type DeskQueue,
  mayActAs,
  type QueueCounts,
} from '../../protocol/desk.ts';
import { queueQuerySchema, searchQuerySchema } from '../../protocol/schemas-of-desk-queries.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { deskCommentPath } from './add-comment-writes.ts';
import { deskAnswer } from './desk-answer.ts';
import { describeComments, toDeskEvent } from './desk-comment.ts';
import { readQueueCursor, readSearchCursor, toDeskCursor } from './desk-cursor.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskQuery } from './read-desk-query.ts';
import { readSearch } from './read-search.ts';

/** Who waits longest comes first; of what is decided, the last decision is what is looked for. */
const usualOrder = (queue: DeskQueue): 'oldest' | 'newest' =>
  queue === 'new' || queue === 'suspect' ? 'oldest' : 'newest';

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);

/** Adds what editors read: queues, what they search for, and one comment in full. */
export function addCommentReads(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store }: { readonly store: CommentStore },
): void {
  api.get('/queues', editorRule('viewer'), async () =>
    deskAnswer({ counts: (await store.countQueues()) satisfies QueueCounts }),
  );

  api.get('/comments', editorRule('viewer'), async (context) => {
    const query = readDeskQuery(context, queueQuerySchema);
    if (!query) return deskProblem('invalid-query');
    const after = query.after === undefined ? undefined : readQueueCursor(query.after);
    if (query.after !== undefined && !after) return deskProblem('invalid-query');
    const { queue, order = usualOrder(queue), article, flag, limit } = query;
    const found = await store.listQueue({
      queue,
      order,
      article,
      flag,
      limit,
      fromMs: timeOf(query.from),
      toMs: timeOf(query.to),
      after,
    });
    const comments = await describeComments(store, found.comments);
    return deskAnswer({ comments, next: toDeskCursor(found.next) } satisfies DeskPage);
  });

  api.get('/search', editorRule('viewer'), async (context) => {
    const query = readDeskQuery(context, searchQuerySchema);
    if (!query) return deskProblem('invalid-query');
    const after = query.after === undefined ? undefined : readSearchCursor(query.after);
    if (query.after !== undefined && !after) return deskProblem('invalid-query');
    const phrases = readSearch(query.query);
    if (phrases.length === 0) return deskAnswer({ comments: [], next: null } satisfies DeskPage);
    const { status, article, limit } = query;
    const found = await store.searchComments({ phrases, status, article, limit, after });
    const comments = await describeComments(store, found.comments);
    return deskAnswer({ comments, next: toDeskCursor(found.next) } satisfies DeskPage);
  });

  api.get(deskCommentPath, editorRule('viewer'), async (context) => {
    const kept = await store.find(context.req.param('id'));
    if (!kept) return deskProblem('not-found');
    const [[comment], parent, history, reports, author] = await Promise.all([
      describeComments(store, [kept]),
      kept.parent === null ? undefined : store.find(kept.parent),
      store.listAuditOf(kept.id),
      store.listReportsOf(kept.id),
      store.findAuthorCard(kept),
    ]);
    if (!comment) return deskProblem('not-found');
    const { email } = kept.texts;
    const mayKnow = mayActAs(context.get('editor').role, 'moderator') && email !== '';
    return deskAnswer({
      comment,
      ...(mayKnow && { email }),
      ...(parent && {
        parent: {
          id: parent.id,
          status: parent.status,
          name: parent.texts.name,
          content: parent.texts.content,
        },
      }),
      history: history.map(toDeskEvent),
      reports,
      ...(author && { author }),
    } satisfies DeskCommentDetail);
  });
}
