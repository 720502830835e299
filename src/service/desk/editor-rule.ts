import type { MiddlewareHandler } from 'hono';
import { type DeskEditor, type EditorRole, mayActAs } from '../../protocol/desk.ts';
import type { ServiceEnvironment } from '../http/service-context.ts';
import { deskProblem } from './desk-problem.ts';
import type { FindEditor } from './find-editor.ts';

/** Hono's environment behind {@link EditorRule}: `context.get('editor')`. */
export interface DeskEnvironment extends ServiceEnvironment {
  Variables: { editor: DeskEditor };
}

/** Lets through who has at least this role; later handlers find the editor in `context.get('editor')`. */
export type EditorRule = (role: EditorRole) => MiddlewareHandler<DeskEnvironment>;

/** Makes the rule of who may ask for what (M-13). */
export const createEditorRule =
  (findEditor: FindEditor): EditorRule =>
  (role) =>
  async (context, next) => {
    const found = await findEditor(context.req.raw);
    if (found.kind === 'refused') return deskProblem(found.code);
    if (!mayActAs(found.editor.role, role)) return deskProblem('role-refused');
    context.set('editor', found.editor);
    await next();
    return undefined;
  };
