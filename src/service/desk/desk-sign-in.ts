import type { DeskEditor } from '../../protocol/desk.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { EditorSessions } from './editor-sessions.ts';
import type { Editors } from './editors.ts';
import type { Passkeys } from './passkey-types.ts';

/** A session that is going on. */
export interface DeskSession {
  readonly id: string;
  readonly editor: DeskEditor;
  /** Whether more than a password was shown in it. */
  readonly hasSecondStep: boolean;
  /** Whether the editor has an authenticator app. */
  readonly hasApp: boolean;
}

/** Which of the browser's cookies a question to `better-auth` is asked with. */
export type DeskCookie = 'session_token' | 'two_factor';

/** Who signs in at the desk, and how. */
export interface DeskSignIn {
  /** Where the browser finds the desk. */
  readonly origin: string;
  readonly editors: Editors;
  readonly sessions: EditorSessions;
  readonly passkeys: Passkeys;
  readonly countSignIn: RateLimits['countSignIn'];
  /** The session a request's cookie names. */
  findSession(request: Request): Promise<DeskSession | undefined>;
  hashPassword(password: string): Promise<string>;
  /** Asks one of `better-auth`'s endpoints. */
  ask(
    request: Request,
    question: { readonly path: string; readonly body?: object; readonly cookie?: DeskCookie },
  ): Promise<Response>;
  /** Ends what is this desk's own; the database is the store's. */
  close(): void;
}
