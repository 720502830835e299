import type { Hono } from 'hono';
import { statsQuerySchema } from '../../protocol/schemas-of-desk-stats.ts';
import type { CommentStore } from '../store/comment-store.ts';
import { compileStats } from './compile-stats.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskEnvironment, EditorRule } from './editor-rule.ts';
import { readDeskQuery } from './read-desk-query.ts';

/** Adds the numbers of a span of time (M-12); they tell of colleagues, and are for who leads them. */
export function addStats(
  api: Hono<DeskEnvironment>,
  editorRule: EditorRule,
  { store }: { readonly store: CommentStore },
): void {
  api.get('/stats', editorRule('editor'), async (context) => {
    const query = readDeskQuery(context, statsQuerySchema);
    if (!query) return deskProblem('invalid-query');
    const period = { fromMs: Date.parse(query.from), toMs: Date.parse(query.to) };
    return deskAnswer(await compileStats(store, period));
  });
}
