import type { Hono } from 'hono';
import * as z from 'zod';
import {
  appCodeSchema,
  newPasskeySchema,
  passwordChangeSchema,
  passwordSchema,
} from '../../protocol/schemas-of-desk-sign-in.ts';
import type { ServiceContext, ServiceEnvironment } from '../http/service-context.ts';
import { deskAnswer, refusalOf } from './desk-answer.ts';
import { deskProblem } from './desk-problem.ts';
import type { DeskSession, DeskSignIn } from './desk-sign-in.ts';
import { readDeskBody } from './read-desk-body.ts';
import { countAttempt, nextStepOf } from './sign-in-routes.ts';

const setUpSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const codesSchema = z.object({ backupCodes: z.array(z.string()) });

type Handler = (context: ServiceContext, session: DeskSession) => Promise<Response>;

/** Adds what editors do about their own second step, password, passkeys and sessions. */
export function addOwnAccountRoutes(routes: Hono<ServiceEnvironment>, signIn: DeskSignIn): void {
  /** For who is signed in; with `orSettingUp` also for who has no second step at all yet. */
  const signedIn =
    (answer: Handler, { orSettingUp = false } = {}) =>
    async (context: ServiceContext): Promise<Response> => {
      const session = await signIn.findSession(context.req.raw);
      if (!session) return deskProblem('unauthorized');
      const next = await nextStepOf(signIn, session);
      if (next === 'desk' || (next === 'set-up' && orSettingUp)) return answer(context, session);
      return deskProblem('second-step-missing');
    };

  const ask = (context: ServiceContext, path: string, body: object): Promise<Response> =>
    signIn.ask(context.req.raw, { path, body, cookie: 'session_token' });

  /** A password is asked for once more: so attempts count as those to sign in. */
  const withPassword =
    <T extends { readonly password: string }>(
      schema: z.ZodType<T>,
      answer: (context: ServiceContext, body: T, session: DeskSession) => Promise<Response>,
    ): Handler =>
    async (context, session) => {
      const body = await readDeskBody(context.req.raw, schema);
      if (body.kind === 'refused') return body.response;
      const limited = await countAttempt(signIn, context, `id:${session.editor.id}`);
      return limited ?? answer(context, body.value, session);
    };

  routes.post(
    '/set-up',
    signedIn(
      withPassword(passwordSchema, async (context, { password }) => {
        const response = await ask(context, '/two-factor/enable', { password });
        if (!response.ok) return refusalOf(response, 'password');
        const { totpURI, backupCodes } = setUpSchema.parse(await response.json());
        return deskAnswer({ uri: totpURI, backupCodes });
      }),
      { orSettingUp: true },
    ),
  );

  routes.post(
    '/set-up/confirm',
    signedIn(
      async (context, { id, editor, hasApp }) => {
        if (hasApp) return deskProblem('move-refused');
        const body = await readDeskBody(context.req.raw, appCodeSchema);
        if (body.kind === 'refused') return body.response;
        const limited = await countAttempt(signIn, context, `id:${editor.id}`);
        if (limited) return limited;
        // Whoever else knows the password is out.
        await signIn.sessions.endOthers(editor.id, id);
        const response = await ask(context, '/two-factor/verify-totp', body.value);
        if (!response.ok) return refusalOf(response, 'code');
        return deskAnswer({ next: 'desk' }, response);
      },
      { orSettingUp: true },
    ),
  );

  routes.post(
    '/backup-codes',
    signedIn(
      withPassword(passwordSchema, async (context, { password }) => {
        const response = await ask(context, '/two-factor/generate-backup-codes', { password });
        if (!response.ok) return refusalOf(response, 'password');
        return deskAnswer(codesSchema.parse(await response.json()));
      }),
    ),
  );

  routes.post(
    '/password',
    signedIn(
      withPassword(passwordChangeSchema, async (context, body, { editor, id }) => {
        const response = await ask(context, '/change-password', {
          currentPassword: body.password,
          newPassword: body.newPassword,
        });
        if (!response.ok) return refusalOf(response, 'password');
        await signIn.sessions.endOthers(editor.id, id);
        return deskAnswer(null);
      }),
    ),
  );

  routes.get(
    '/passkeys',
    signedIn(async (_, { editor }) =>
      deskAnswer({ passkeys: await signIn.passkeys.list(editor.id) }),
    ),
  );

  routes.post(
    '/passkeys/options',
    signedIn(async (_, { editor }) => deskAnswer(await signIn.passkeys.askNew(editor)), {
      orSettingUp: true,
    }),
  );

  routes.post(
    '/passkeys',
    signedIn(
      async (context, { id, editor, hasSecondStep }) => {
        const body = await readDeskBody(context.req.raw, newPasskeySchema);
        if (body.kind === 'refused') return body.response;
        if (!(await signIn.passkeys.keepNew(editor.id, body.value.name, body.value))) {
          return deskProblem('invalid-fields', { errors: [{ field: 'response', code: 'wrong' }] });
        }
        if (!hasSecondStep) {
          await signIn.sessions.endOthers(editor.id, id);
          await signIn.sessions.raise(id);
        }
        return deskAnswer({ next: 'desk' });
      },
      { orSettingUp: true },
    ),
  );

  routes.delete(
    '/passkeys/:id',
    signedIn(async (context, { editor, hasApp }) => {
      const id = context.req.param('id') ?? '';
      const others = (await signIn.passkeys.list(editor.id)).filter((one) => one.id !== id);
      // The last second step stays: without one, the password alone could set up another.
      if (!hasApp && others.length === 0) return deskProblem('move-refused');
      return (await signIn.passkeys.remove(editor.id, id))
        ? deskAnswer(null)
        : deskProblem('not-found');
    }),
  );

  routes.get(
    '/sessions',
    signedIn(async (_, { id, editor }) => {
      const sessions = await signIn.sessions.list(editor.id);
      return deskAnswer({
        sessions: sessions.map((session) => ({ ...session, current: session.id === id })),
      });
    }),
  );

  routes.delete(
    '/sessions',
    signedIn(async (_, { id, editor }) => {
      await signIn.sessions.endOthers(editor.id, id);
      return deskAnswer(null);
    }),
  );

  routes.delete(
    '/sessions/:id',
    signedIn(async (context, { editor }) =>
      (await signIn.sessions.end(editor.id, context.req.param('id') ?? ''))
        ? deskAnswer(null)
        : deskProblem('not-found'),
    ),
  );
}
