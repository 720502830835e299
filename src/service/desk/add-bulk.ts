import type { Hono } from 'hono';
import type { DeskBulkAnswer } from '../../protocol/desk.ts';
import { bulkSchema } from '../../protocol/schemas-of-desk.ts';
import type { CommentStore, StoredComment } from '../store/comment-store.ts';
import { actorOf } from './add-comment-writes.ts';
import { canDecide } from './decide.ts';
import { decideMany } from './decide-many.ts';
import { deskAnswer } from './desk-answer.ts';
import { describeComments } from './desk-comment.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskBody } from './read-desk-body.ts';
import { isSelected, resolveSelection } from './resolve-selection.ts';
import type { UndoTokens } from './undo.ts';

const sampleSize = 5;

/** Adds decisions about many comments at once (M-9), taking down among them (L-13): looked at first, then done. */
export function addBulk(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store, undoTokens }: { readonly store: CommentStore; readonly undoTokens: UndoTokens },
): void {
  const sampleOf = (comments: readonly StoredComment[]) =>
    describeComments(store, comments.slice(0, sampleSize));

  api.post('/bulk', editorRule('moderator'), async (context) => {
    const body = await readDeskBody(context.req.raw, bulkSchema);
    if (body.kind === 'refused') return body.response;
    const editor = context.get('editor');
    const { selection, preview = false, ...decision } = body.value;
    const { comments, hasMore } = await resolveSelection(store, selection);
    const named = selection.ids ? new Set(selection.ids).size : comments.length;
    if (preview) {
      const able = comments.filter((comment) => canDecide(comment, decision.decision));
      return deskAnswer({
        count: able.length,
        hasMore,
        sample: await sampleOf(able),
        ids: able.map(({ id }) => id),
        skipped: named - able.length,
      } satisfies DeskBulkAnswer);
    }
    const ids = comments.map(({ id }) => id);
    const isMeant = isSelected(selection);
    const actor = actorOf(editor);
    const { decided, range } = await decideMany(store, ids, isMeant, decision, actor);
    return deskAnswer({
      count: decided.length,
      hasMore,
      sample: await sampleOf(decided),
      skipped: named - decided.length,
      ...(range && { undo: undoTokens.make(range, editor.id) }),
    } satisfies DeskBulkAnswer);
  });
}
