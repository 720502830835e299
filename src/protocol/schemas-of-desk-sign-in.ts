import * as z from 'zod';

/** Shortest and longest password in UTF-16 units (NIST SP 800-63B: length, no rules about kinds of characters). */
export const passwordLength = { min: 12, max: 128 } as const;

/** A password that is shown; any other one would only cost time. */
const shownPassword = z.string().min(1).max(passwordLength.max);

const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);

const appCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('Of the authenticator app (RFC 6238).');

/** Body of `POST /desk/auth/sign-in`. */
export const signInSchema: z.ZodType<{ readonly email: string; readonly password: string }> =
  z.object({ email: z.string().max(254), password: shownPassword });

/** Body of `POST /desk/auth/second-step`. */
export const secondStepSchema: z.ZodType<
  { readonly code: string } | { readonly backupCode: string }
> = z.union([
  z.strictObject({ code: appCode }),
  z.strictObject({ backupCode: z.string().min(1).max(40) }),
]);

const token = z.string().max(100).describe('Of the one-time link.');

/** Body of `POST /desk/auth/welcome/look`. */
export const welcomeLookSchema: z.ZodType<{ readonly token: string }> = z.object({ token });

/** Body of `POST /desk/auth/welcome`. */
export const welcomeSchema: z.ZodType<{ readonly token: string; readonly password: string }> =
  z.object({ token, password: newPassword });

const response = z
  .looseObject({})
  .describe('What the browser’s credential says, by its `toJSON` (WebAuthn).');
const question = z.string().max(100).describe('As it came with the options; good once.');

/** A passkey that answers a question. */
export interface PasskeyAnswer {
  readonly question: string;
  readonly response: Readonly<Record<string, unknown>>;
}

/** Body of `POST /desk/auth/passkeys/sign-in`. */
export const passkeySignInSchema: z.ZodType<PasskeyAnswer> = z.object({ question, response });

/** Body of `POST /desk/auth/passkeys`. */
export const newPasskeySchema: z.ZodType<PasskeyAnswer & { readonly name: string }> = z.object({
  name: z.string().trim().min(1).max(60),
  question,
  response,
});

/** Body of what asks for the password once more: `POST /desk/auth/set-up` and `/backup-codes`. */
export const passwordSchema: z.ZodType<{ readonly password: string }> = z.object({
  password: shownPassword,
});

/** Body of `POST /desk/auth/set-up/confirm`. */
export const appCodeSchema: z.ZodType<{ readonly code: string }> = z.object({ code: appCode });

/** Body of `POST /desk/auth/password`. */
export const passwordChangeSchema: z.ZodType<{
  readonly password: string;
  readonly newPassword: string;
}> = z.object({ password: shownPassword, newPassword });

/** What the page has to do next. */
export type NextStep = 'sign-in' | 'second-step' | 'set-up' | 'passkey' | 'desk';

const next = z.enum(['sign-in', 'second-step', 'set-up', 'passkey', 'desk']);
const backupCodes = z
  .array(z.string())
  .describe('Each good once, in the place of a code of the app.');

/** Answer of what leads on: signing in, a second step, a one-time link. */
export const nextStepSchema: z.ZodType<{ readonly next: NextStep }> = z.strictObject({ next });

/** Answer of `POST /desk/auth/welcome/look`. */
export const welcomeLookAnswerSchema: z.ZodType<{ readonly name: string; readonly email: string }> =
  z.strictObject({ name: z.string(), email: z.string() });

/** Answer of `POST /desk/auth/set-up`. */
export const setUpAnswerSchema: z.ZodType<{
  readonly uri: string;
  readonly backupCodes: readonly string[];
}> = z.strictObject({ uri: z.string().describe('`otpauth:`, for the app.'), backupCodes });

/** Answer of `POST /desk/auth/backup-codes`. */
export const backupCodesSchema: z.ZodType<{ readonly backupCodes: readonly string[] }> =
  z.strictObject({ backupCodes });

/** Answer of `POST /desk/auth/passkeys/options` and `/passkeys/sign-in/options`. */
export const passkeyQuestionSchema: z.ZodType<{
  readonly question: string;
  readonly options: Readonly<Record<string, unknown>>;
}> = z.strictObject({
  question: z.string(),
  options: z.looseObject({}).describe('For the browser’s `PublicKeyCredential` (WebAuthn).'),
});

const instant = z.iso.datetime();

/** Answer of `GET /desk/auth/passkeys`. */
export const passkeysSchema: z.ZodType<{
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly createdAt: string;
  }[];
}> = z.strictObject({
  passkeys: z.array(z.strictObject({ id: z.string(), name: z.string(), createdAt: instant })),
});

/** Answer of `GET /desk/auth/sessions`. */
export const sessionsSchema: z.ZodType<{
  readonly sessions: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly userAgent: string;
    readonly current: boolean;
  }[];
}> = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      createdAt: instant,
      expiresAt: instant,
      userAgent: z.string().describe('As the browser named itself.'),
      current: z.boolean().describe('Whether it is the one that asks.'),
    }),
  ),
});
