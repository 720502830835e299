/*
 * For the author of the page. All paths are below `{settings.path}/desk`; bodies and answers are JSON; refusals are
 * problems with a `code` of `DeskProblemCode`. Writes have to come from the desk's own origin. The session is a cookie
 * that no script sees. A `next` says what to show: `sign-in`, `second-step` (a code of the app, or a backup code),
 * `set-up` (no second step yet: the app by its URI, or a passkey), `passkey` (the editor has no app: ask for the
 * passkey), `desk`. Passwords have 12–128 characters and may be pasted (WCAG 3.3.8).
 *
 *   GET    /auth/session                              → {next}
 *   POST   /auth/sign-in {email, password}            → {next: second-step|set-up|passkey}; 401 whatever is wrong
 *   POST   /auth/second-step {code} or {backupCode}   → {next: desk}; 422 on `code`/`backupCode`: try again (five times
 *                                                       in ten minutes); 401: begin again with the password
 *   POST   /auth/welcome/look {token}                 → {name, email}; 401: used or over
 *   POST   /auth/welcome {token, password}            → {next: set-up}
 *   POST   /auth/set-up {password}                    → {uri: otpauth://…, backupCodes: string[]}; kept once confirmed
 *   POST   /auth/set-up/confirm {code}                → {next: desk}
 *   POST   /auth/backup-codes {password}              → {backupCodes}; the older ones are void
 *   POST   /auth/password {password, newPassword}     → 204; ends the other sessions
 *   POST   /auth/passkeys/sign-in/options             → {question, options}: PublicKeyCredential.parseRequestOptionsFromJSON
 *   POST   /auth/passkeys/sign-in {question, response: credential.toJSON()}   → {next: desk}
 *   POST   /auth/passkeys/options                     → {question, options}: PublicKeyCredential.parseCreationOptionsFromJSON
 *   POST   /auth/passkeys {name, question, response}  → {next: desk}
 *   GET    /auth/passkeys                             → {passkeys: [{id, name, createdAt}]}
 *   DELETE /auth/passkeys/{id}                        → 204; 409 for the last second step
 *   GET    /auth/sessions                             → {sessions: [{id, createdAt, expiresAt, userAgent, current}]}
 *   DELETE /auth/sessions/{id}, /auth/sessions        → 204; the latter ends all but this one
 *   POST   /auth/sign-out                             → 204
 *   GET    /api/me                                    → DeskEditor; 401 unauthorized, 403 second-step-missing
 */
import { Hono } from 'hono';
import type { DeskEditor } from '../../protocol/desk.ts';
import { outageSeconds } from '../http/failure-response.ts';
import type { ServiceEnvironment } from '../http/service-context.ts';
import { describeError, type ServiceLog } from '../service-log.ts';
import { isDatabaseGone } from '../store/database-gone.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskOriginRule } from './desk-origin-rule.ts';
import { type DeskPlace, deskPageRoute } from './desk-page-route.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskSignIn } from './desk-sign-in.ts';
import { createEditorRule, type DeskEnvironment, type EditorRule } from './editor-rule.ts';
import { createFindEditor } from './find-editor.ts';
import { addOwnAccountRoutes } from './own-account-routes.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

/** Adds routes below `/desk/api`. */
export type AddDeskApi = (api: Hono<DeskEnvironment>, editorRule: EditorRule) => void;

/** What the desk's routes work with. */
export interface DeskRouteOptions {
  readonly signIn: DeskSignIn;
  readonly log: ServiceLog;
  /** What the page is made for; absent where there is none. */
  readonly page?: DeskPlace | undefined;
  /** What the desk can do beside telling who is signed in. Each route begins with `editorRule(role)`. */
  readonly addApi?: readonly AddDeskApi[];
}

/** Adds the desk: who signs in, and what they may then ask for. */
export function addDeskRoutes(
  routes: Hono<ServiceEnvironment>,
  { signIn, log, page, addApi = [] }: DeskRouteOptions,
): void {
  const fail = (error: Error): Response => {
    log(`The desk failed: ${describeError(error)}`);
    return isDatabaseGone(error)
      ? deskProblem('unavailable', { retryAfterSeconds: outageSeconds })
      : deskProblem('internal-error');
  };

  const auth = new Hono<ServiceEnvironment>({ strict: false });
  addSignInRoutes(auth, signIn);
  addOwnAccountRoutes(auth, signIn);
  auth.all('*', () => deskProblem('not-found'));

  const api = new Hono<DeskEnvironment>({ strict: false });
  const editorRule = createEditorRule(createFindEditor(signIn));
  api.get('/me', editorRule('viewer'), (context) =>
    deskAnswer(context.get('editor') satisfies DeskEditor),
  );
  for (const add of addApi) add(api, editorRule);
  api.all('*', () => deskProblem('not-found'));

  const desk = new Hono<ServiceEnvironment>({ strict: false });
  desk.onError(fail);
  desk.use(deskOriginRule(signIn.origin));
  desk.use(async (context, next) => {
    await next();
    // What editors see is no other site's, not even as a picture or a script, and no cache's.
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Vary', 'Cookie', { append: true });
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  if (page) desk.get('/', deskPageRoute(page));
  desk.route('/auth', auth);
  desk.route('/api', api);
  routes.route('/desk', desk);
}
