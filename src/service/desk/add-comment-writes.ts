import type { Context, Hono } from 'hono';
import type { DeskChange, DeskEditor } from '../../protocol/desk.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import {
  decisionSchema,
  marksSchema,
  replySchema,
  textEditSchema,
  undoSchema,
} from '../../protocol/schemas-of-desk.ts';
import { commentPath } from '../http/add-reading-routes.ts';
import type { CommentStore } from '../store/comment-store.ts';
import type { Actor } from '../store/newsroom-transaction.ts';
import type { SeenComment } from './check-version.ts';
import { decide } from './decide.ts';
import { deskAnswer } from './desk-answer.ts';
import { describeComments, toDeskEvent } from './desk-comment.ts';
import { deskProblem } from './desk-problem.ts';
import { editText, setMarks } from './edit-comment.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import type { NewsroomOutcome } from './newsroom-outcome.ts';
import { readDeskBody } from './read-desk-body.ts';
import { replyToComment } from './reply-to-comment.ts';
import { undoEntries, type UndoTokens } from './undo.ts';

/** What editors change comments with. */
export interface CommentWriteOptions {
  readonly store: CommentStore;
  readonly limits: FieldLimits;
  readonly undoTokens: UndoTokens;
  readonly newId: () => string;
}

/** The byline of the newsroom where an answer names none. */
const newsroomName = 'Tòa soạn';

/** One comment, by its id. */
export const deskCommentPath: `/comments${typeof commentPath}` = `/comments${commentPath}`;

/** Who does something, as the audit log names an editor. */
export const actorOf = ({ id, name }: DeskEditor): Actor => ({ who: name, editor: id });

const seenIn = (context: Context<DeskEnvironment>, version: number): SeenComment => ({
  id: context.req.param('id') ?? '',
  version,
});

/** Adds what editors decide and change, one comment at a time. */
export function addCommentWrites(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store, limits, undoTokens, newId }: CommentWriteOptions,
): void {
  const answer = async (outcome: NewsroomOutcome, editor: DeskEditor): Promise<Response> => {
    if (outcome.kind === 'missing') return deskProblem('not-found');
    if (outcome.kind === 'impossible') return deskProblem('move-refused');
    if (outcome.kind === 'invalid')
      return deskProblem('invalid-fields', { errors: outcome.errors });
    const [comment] = await describeComments(store, [outcome.comment]);
    if (!comment) return deskProblem('not-found');
    if (outcome.kind === 'conflict') {
      const last = outcome.last && toDeskEvent(outcome.last);
      return deskProblem('version-changed', { conflict: { comment, ...(last && { last }) } });
    }
    const { entry } = outcome;
    const undo =
      entry === undefined ? undefined : undoTokens.make({ first: entry, last: entry }, editor.id);
    return deskAnswer({ comment, ...(undo !== undefined && { undo }) } satisfies DeskChange);
  };

  api.post(`${deskCommentPath}/decision`, editorRule('moderator'), async (context) => {
    const body = await readDeskBody(context.req.raw, decisionSchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const { version, ...decision } = body.value;
    return answer(await decide(store, seenIn(context, version), decision, actorOf(editor)), editor);
  });

  api.put(`${deskCommentPath}/text`, editorRule('editor'), async (context) => {
    const body = await readDeskBody(context.req.raw, textEditSchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const { version, ...edit } = body.value;
    const options = { actor: actorOf(editor), limits };
    return answer(await editText(store, seenIn(context, version), edit, options), editor);
  });

  api.put(`${deskCommentPath}/marks`, editorRule('editor'), async (context) => {
    const body = await readDeskBody(context.req.raw, marksSchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const { version, ...marks } = body.value;
    return answer(await setMarks(store, seenIn(context, version), marks, actorOf(editor)), editor);
  });

  api.post(`${deskCommentPath}/reply`, editorRule('editor'), async (context) => {
    const body = await readDeskBody(context.req.raw, replySchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const { name = newsroomName, content } = body.value;
    const options = { actor: actorOf(editor), limits, newId };
    const id = context.req.param('id');
    return answer(await replyToComment(store, id, { name, content }, options), editor);
  });

  api.post('/undo', editorRule('moderator'), async (context) => {
    const body = await readDeskBody(context.req.raw, undoSchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const range = undoTokens.read(body.value.undo, editor.id);
    if (!range) return deskProblem('undo-gone');
    const undone = await undoEntries(store, range, actorOf(editor));
    if (undone.length === 0) return deskProblem('undo-gone');
    return deskAnswer({ comments: await describeComments(store, undone) });
  });
}
