import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { Secrets } from '../../captcha/index.ts';
import { passwordLength } from '../../protocol/schemas-of-desk-sign-in.ts';
import { deriveKeys } from '../derive-key.ts';
import { describeError, type ServiceLog } from '../service-log.ts';
import type { Tables } from '../store/tables.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** What {@link createAuth} works with. */
export interface AuthOptions {
  readonly library: SignInLibrary;
  readonly db: Kysely<Tables>;
  readonly secret: Secrets;
  /** Where the browser finds the desk. */
  readonly origin: string;
  /** Path of the desk, without a final slash: where its cookies go. */
  readonly deskPath: string;
  readonly log: ServiceLog;
}

/** `better-auth`, as far as the desk needs it. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  readonly $context: Promise<{
    readonly secretConfig: Parameters<SignInLibrary['symmetricDecrypt']>[0]['key'];
    readonly password: { hash(password: string): Promise<string> };
  }>;
}

/** An editor signs in once a working day: long sessions are what is stolen, short ones are worked around. */
const sessionSeconds = 12 * 60 * 60;

const keyPurpose = 'reader-comments desk 1';

/** After these, more than a password was shown. */
const secondStepPaths: readonly unknown[] = [
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
];

/** Each with a number of its own, by which what it has encrypted is known as its own. */
const numberedKeys = (secret: Secrets): { version: number; value: string }[] =>
  deriveKeys(secret, keyPurpose).map((key) => {
    const value = key.export().toString('hex');
    return { version: hash('sha256', value, 'buffer').readUInt32BE() >>> 1, value };
  });

/** `better-auth` as the desk needs it. What it may be asked for is the desk's routes' affair: nobody else reaches it. */
export function createAuth(options: AuthOptions): Auth {
  const { library, db, origin, deskPath, log } = options;
  const openSession = library.createAuthEndpoint(
    '/desk/open-session',
    { method: 'POST', body: z.object({ userId: z.string(), secondStep: z.boolean() }) },
    async (context) => {
      const { internalAdapter } = context.context;
      const { userId, secondStep } = context.body;
      const user = await internalAdapter.findUserById(userId);
      if (!user) throw context.error('UNAUTHORIZED');
      const session = await internalAdapter.createSession(user.id, false, { secondStep });
      await library.setSessionCookie(context, { session, user });
      return context.json({});
    },
  );
  return library.betterAuth({
    appName: 'reader-comments',
    baseURL: origin,
    basePath: `${deskPath}/auth`,
    secrets: numberedKeys(options.secret),
    // On PostgreSQL too: what it writes as for SQLite, times as texts and truth as 0 or 1, is what the tables hold.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The desk's routes count, by the service's own limits and its own knowledge of addresses.
    rateLimit: { enabled: false },
    onAPIError: {
      onError(error) {
        const isRefusal = error instanceof Error && error.name === 'APIError';
        if (!isRefusal) log(`signing in failed: ${describeError(error)}`);
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: 'editors',
      additionalFields: { role: { type: 'string', required: true, input: false } },
    },
    session: {
      modelName: 'editor_sessions',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: { secondStep: { type: 'boolean', required: false, input: false } },
    },
    account: { modelName: 'editor_accounts' },
    verification: { modelName: 'editor_verifications' },
    databaseHooks: {
      session: {
        create: {
          // On the session, not on the editor: one that was begun with the password alone never becomes more by what
          // is done elsewhere.
          before: async (session, context) => ({
            data: {
              ...session,
              secondStep: session['secondStep'] === true || secondStepPaths.includes(context?.path),
            },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'reader-comments',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: deskPath },
      // Editors' addresses are nobody's business either (L-7).
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      { id: 'desk', endpoints: { openSession } },
      library.twoFactor({
        issuer: new URL(origin).hostname,
        schema: { twoFactor: { modelName: 'editor_second_steps' } },
      }),
    ],
  });
}
