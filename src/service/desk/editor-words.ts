import { type EditorRole, editorRoles } from '../../protocol/desk.ts';
import { findEmailProblem } from '../../text/email-address.ts';

export type { EditorRole } from '../../protocol/desk.ts';

/** The roles, from the least to the most. */
export const roleNames: readonly EditorRole[] = editorRoles;

/** The role of this name, where there is one. */
export const readEditorRole = (name: string | undefined): EditorRole | undefined =>
  roleNames.find((role) => role === name);

/** Whether an editor can sign in by this email. */
export const isEditorEmail = (email: string): boolean =>
  email !== '' && email.length <= 254 && findEmailProblem(email) === undefined;
