import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { Secrets } from '../../captcha/index.ts';
import { editorRoles } from '../../protocol/desk.ts';
import { openRateLimits } from '../limits/open-rate-limits.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { ServiceLog } from '../service-log.ts';
import type { Settings } from '../settings.ts';
import type { Tables } from '../store/tables.ts';
import { createAuth } from './create-auth.ts';
import { deskPathOf } from './desk-path.ts';
import type { DeskCookie, DeskSignIn } from './desk-sign-in.ts';
import { createEditorSessions } from './editor-sessions.ts';
import { createEditors } from './editors.ts';
import { createPasskeys } from './passkeys.ts';
import { renewEncryption } from './renew-encryption.ts';
import { loadSignInLibrary, type SignInLibrary } from './sign-in-library.ts';

/** Settings of {@link openDeskSignIn}. */
export interface DeskSignInOptions {
  readonly db: Kysely<Tables>;
  readonly settings: Pick<Settings, 'path'> & { readonly deskUrl: string };
  readonly secret: Secrets;
  /** Default limits of its own: the desk's door is never without. */
  readonly limits?: RateLimits | undefined;
  readonly log: ServiceLog;
  readonly now?: (() => number) | undefined;
  /** Loads the libraries; given by tests. */
  readonly load?: (() => Promise<SignInLibrary>) | undefined;
}

const sessionSchema = z.object({
  session: z.object({ id: z.string(), secondStep: z.boolean().nullish() }),
  user: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(editorRoles),
    twoFactorEnabled: z.boolean().nullish(),
  }),
});

/** Longer ones are not browsers'. */
const maxUserAgent = 200;

const pickCookie = (request: Request, name: DeskCookie): string =>
  (request.headers.get('cookie') ?? '')
    .split('; ')
    .filter((one) => one.slice(0, one.indexOf('=')).endsWith(`reader-comments.${name}`))
    .join('; ');

/**
 * Opens the sign-in on the database of the comments.
 * @throws {ConfigurationError} `LIBRARY_MISSING` or `SECRET_TOO_SHORT`.
 */
export async function openDeskSignIn(options: DeskSignInOptions): Promise<DeskSignIn> {
  const { db, secret, log, now = Date.now } = options;
  const { deskUrl: origin } = options.settings;
  const deskPath = deskPathOf(options.settings.path);
  const library = await loadSignInLibrary(options.load);
  const auth = createAuth({ library, db, secret, origin, deskPath, log });
  await renewEncryption({ auth, db, library, log });
  const ownLimits = options.limits ? undefined : await openRateLimits({ secret, now });
  const limits = options.limits ?? ownLimits;

  const ask: DeskSignIn['ask'] = async (request, { path, body, cookie }) => {
    // The routes have looked at where the request comes from; what else it brings along stays outside.
    const headers = new Headers({ Origin: origin });
    const cookies = cookie === undefined ? '' : pickCookie(request, cookie);
    if (cookies !== '') headers.set('Cookie', cookies);
    const userAgent = request.headers.get('user-agent')?.slice(0, maxUserAgent);
    if (userAgent !== undefined) headers.set('User-Agent', userAgent);
    if (body) headers.set('Content-Type', 'application/json');
    const response = await auth.handler(
      new Request(`${origin}${deskPath}/auth${path}`, {
        headers,
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
    // The library says nothing of why it failed. Where the database is gone, it is told so once more.
    if (response.status >= 500) await db.selectFrom('editors').select('id').limit(1).execute();
    return response;
  };

  return {
    origin,
    editors: createEditors({ db, now }),
    sessions: createEditorSessions(db, now),
    passkeys: createPasskeys({ webAuthn: library.webAuthn, db, origin, now }),
    countSignIn: async (attempt) => limits?.countSignIn(attempt),
    ask,
    async findSession(request) {
      if (pickCookie(request, 'session_token') === '') return undefined;
      const response = await ask(request, { path: '/get-session', cookie: 'session_token' });
      // An outage is none of the editor's doing, and must not sign anybody out.
      if (!response.ok) throw new Error(`looking up a session failed with ${response.status}`);
      const found = sessionSchema.nullable().parse(await response.json());
      if (!found) return undefined;
      const { id, name, role, twoFactorEnabled } = found.user;
      return {
        id: found.session.id,
        editor: { id, name, role },
        hasSecondStep: found.session.secondStep === true,
        hasApp: twoFactorEnabled === true,
      };
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    close: () => ownLimits?.close(),
  };
}
