import type { Hono } from 'hono';
import * as z from 'zod';
import {
  type NextStep,
  passkeySignInSchema,
  secondStepSchema,
  signInSchema,
  welcomeLookSchema,
  welcomeSchema,
} from '../../protocol/schemas-of-desk-sign-in.ts';
import type { ServiceContext, ServiceEnvironment } from '../http/service-context.ts';
import { deskAnswer, refusalOf } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskSession, DeskSignIn } from './desk-sign-in.ts';
import { editorEmail } from './editors.ts';
import { readDeskBody } from './read-desk-body.ts';

/** What `POST /sign-in/email` of `better-auth` says. */
const signedInSchema = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }).transform(() => undefined),
  z.object({ user: z.object({ id: z.string() }) }).transform(({ user }) => user.id),
]);

/** Refuses an attempt that is one too many. */
export const countAttempt = async (
  { countSignIn }: DeskSignIn,
  context: ServiceContext,
  email?: string,
): Promise<Response | undefined> => {
  const { address } = context.env;
  const limited = await countSignIn({ address, ...(email !== undefined && { email }) });
  return limited && deskProblem('rate-limited', { retryAfterSeconds: limited.retryAfterSeconds });
};

/**
 * What a session that was begun with a password alone is good for. Who has a passkey has to show it: otherwise a stolen
 * password could set up a second step of the thief's own.
 */
export const nextStepOf = async (
  signIn: DeskSignIn,
  session: Pick<DeskSession, 'hasSecondStep' | 'hasApp' | 'editor'> | undefined,
): Promise<NextStep> => {
  if (!session) return 'sign-in';
  if (session.hasSecondStep) return 'desk';
  // Begun before the app was set up, elsewhere.
  if (session.hasApp) return 'sign-in';
  return (await signIn.passkeys.list(session.editor.id)).length > 0 ? 'passkey' : 'set-up';
};

/** Adds signing in by password, second step and one-time link, and signing out. */
export function addSignInRoutes(routes: Hono<ServiceEnvironment>, signIn: DeskSignIn): void {
  const openSession = async (
    context: ServiceContext,
    body: { readonly userId: string; readonly secondStep: boolean },
    next: NextStep,
  ): Promise<Response> => {
    const response = await signIn.ask(context.req.raw, { path: '/desk/open-session', body });
    return response.ok ? deskAnswer({ next }, response) : refusalOf(response, 'token');
  };

  routes.get('/session', async (context) =>
    deskAnswer({ next: await nextStepOf(signIn, await signIn.findSession(context.req.raw)) }),
  );

  routes.post('/sign-in', async (context) => {
    const body = await readDeskBody(context.req.raw, signInSchema);
    if (body.kind === 'refused') return body.response;
    const { password } = body.value;
    const email = editorEmail(body.value.email);
    const limited = await countAttempt(signIn, context, email);
    if (limited) return limited;
    const response = await signIn.ask(context.req.raw, {
      path: '/sign-in/email',
      body: { email, password },
    });
    // One answer for whatever was wrong: nobody learns who is an editor.
    if (!response.ok) return deskProblem(response.status < 500 ? 'unauthorized' : 'internal-error');
    const id = signedInSchema.parse(await response.clone().json());
    const next: NextStep =
      id === undefined
        ? 'second-step'
        : (await signIn.passkeys.list(id)).length > 0
          ? 'passkey'
          : 'set-up';
    return deskAnswer({ next }, response);
  });

  routes.post('/second-step', async (context) => {
    const body = await readDeskBody(context.req.raw, secondStepSchema);
    if (body.kind === 'refused') return body.response;
    const limited = await countAttempt(signIn, context);
    if (limited) return limited;
    const isCode = 'code' in body.value;
    const response = await signIn.ask(context.req.raw, {
      path: isCode ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code',
      body: { code: 'code' in body.value ? body.value.code : body.value.backupCode },
      cookie: 'two_factor',
    });
    if (response.ok) return deskAnswer({ next: 'desk' satisfies NextStep }, response);
    return refusalOf(response, isCode ? 'code' : 'backupCode');
  });

  routes.post('/welcome/look', async (context) => {
    const body = await readDeskBody(context.req.raw, welcomeLookSchema);
    if (body.kind === 'refused') return body.response;
    const limited = await countAttempt(signIn, context);
    if (limited) return limited;
    const editor = await signIn.editors.findWelcome(body.value.token);
    return editor
      ? deskAnswer({ name: editor.name, email: editor.email })
      : deskProblem('unauthorized');
  });

  routes.post('/welcome', async (context) => {
    const body = await readDeskBody(context.req.raw, welcomeSchema);
    if (body.kind === 'refused') return body.response;
    const limited = await countAttempt(signIn, context);
    if (limited) return limited;
    const { token, password } = body.value;
    // Hashing is dear: only for who has a link.
    if (!(await signIn.editors.findWelcome(token))) return deskProblem('unauthorized');
    const hash = await signIn.hashPassword(password);
    const editor = await signIn.editors.acceptWelcome(token, hash);
    if (!editor) return deskProblem('unauthorized');
    return openSession(context, { userId: editor.id, secondStep: false }, 'set-up');
  });

  routes.post('/sign-out', async (context) => {
    const response = await signIn.ask(context.req.raw, {
      path: '/sign-out',
      body: {},
      cookie: 'session_token',
    });
    return response.ok ? deskAnswer(null, response) : refusalOf(response, 'session');
  });

  routes.post('/passkeys/sign-in/options', async (context) => {
    const limited = await countAttempt(signIn, context);
    return limited ?? deskAnswer(await signIn.passkeys.askKnown());
  });

  routes.post('/passkeys/sign-in', async (context) => {
    const body = await readDeskBody(context.req.raw, passkeySignInSchema);
    if (body.kind === 'refused') return body.response;
    const limited = await countAttempt(signIn, context);
    if (limited) return limited;
    const userId = await signIn.passkeys.checkKnown(body.value);
    if (userId === undefined) return deskProblem('unauthorized');
    return openSession(context, { userId, secondStep: true }, 'desk');
  });
}
