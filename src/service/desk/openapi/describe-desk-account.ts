import type { ZodType } from 'zod';
import {
  appCodeSchema,
  backupCodesSchema,
  newPasskeySchema,
  nextStepSchema,
  passkeyQuestionSchema,
  passkeySignInSchema,
  passkeysSchema,
  passwordChangeSchema,
  passwordSchema,
  secondStepSchema,
  sessionsSchema,
  setUpAnswerSchema,
  signInSchema,
  welcomeLookAnswerSchema,
  welcomeLookSchema,
  welcomeSchema,
} from '../../../protocol/schemas-of-desk-sign-in.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { describeDeskOperation } from './describe-desk-operation.ts';

const idOf = (what: string): JsonObject => ({
  name: 'id',
  in: 'path',
  required: true,
  description: `Id of a ${what} of the editor’s own.`,
  schema: { type: 'string' },
});

/** The bodies of what is asked about signing in. */
export const deskAccountSchemas: Readonly<Record<string, ZodType>> = {
  DeskNextStep: nextStepSchema,
  DeskSignIn: signInSchema,
  DeskSecondStep: secondStepSchema,
  DeskWelcomeLook: welcomeLookSchema,
  DeskWelcomeLookAnswer: welcomeLookAnswerSchema,
  DeskWelcome: welcomeSchema,
  DeskPasskeyQuestion: passkeyQuestionSchema,
  DeskPasskeySignIn: passkeySignInSchema,
  DeskNewPasskey: newPasskeySchema,
  DeskPasskeys: passkeysSchema,
  DeskPassword: passwordSchema,
  DeskPasswordChange: passwordChangeSchema,
  DeskSetUp: setUpAnswerSchema,
  DeskAppCode: appCodeSchema,
  DeskBackupCodes: backupCodesSchema,
  DeskSessions: sessionsSchema,
};

const nextStep: readonly [string, string] = ['What is to be done next.', 'DeskNextStep'];

const signingIn = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/auth/session': {
    get: describeDeskOperation({
      id: 'findNextStep',
      summary: 'How far somebody has come with signing in.',
      role: 'anybody',
      answer: nextStep,
    }),
  },
  '/desk/auth/sign-in': {
    post: describeDeskOperation({
      id: 'signIn',
      summary: 'Begins with email and password.',
      role: 'anybody',
      body: 'DeskSignIn',
      answer: nextStep,
      refusals: [401, 429],
    }),
  },
  '/desk/auth/second-step': {
    post: describeDeskOperation({
      id: 'confirmSignIn',
      summary: 'Goes on with a code of the app, or a backup code.',
      role: 'anybody',
      body: 'DeskSecondStep',
      answer: nextStep,
      refusals: [401, 429],
    }),
  },
  '/desk/auth/passkeys/sign-in/options': {
    post: describeDeskOperation({
      id: 'askForPasskey',
      summary: 'What a passkey has to answer.',
      role: 'anybody',
      answer: ['The question, good once within five minutes.', 'DeskPasskeyQuestion'],
      refusals: [429],
    }),
  },
  '/desk/auth/passkeys/sign-in': {
    post: describeDeskOperation({
      id: 'signInByPasskey',
      summary: 'Signs in by a passkey: both steps in one.',
      role: 'anybody',
      body: 'DeskPasskeySignIn',
      answer: nextStep,
      refusals: [401, 429],
    }),
  },
  '/desk/auth/welcome/look': {
    post: describeDeskOperation({
      id: 'lookAtWelcome',
      summary: 'Whom a one-time link is for; it stays good.',
      role: 'anybody',
      body: 'DeskWelcomeLook',
      answer: ['Name and email of the editor.', 'DeskWelcomeLookAnswer'],
      refusals: [401, 429],
    }),
  },
  '/desk/auth/welcome': {
    post: describeDeskOperation({
      id: 'acceptWelcome',
      summary: 'Sets the password by a one-time link.',
      role: 'anybody',
      body: 'DeskWelcome',
      answer: nextStep,
      refusals: [401, 429],
    }),
  },
  '/desk/auth/sign-out': {
    post: describeDeskOperation({
      id: 'signOut',
      summary: 'Ends the session.',
      role: 'anybody',
    }),
  },
});

const ownAccount = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/auth/set-up': {
    post: describeDeskOperation({
      id: 'setUpApp',
      summary: 'Begins with an authenticator app.',
      role: 'signed-in',
      body: 'DeskPassword',
      answer: ['For the app, kept once a code of it has come.', 'DeskSetUp'],
      refusals: [409, 429],
    }),
  },
  '/desk/auth/set-up/confirm': {
    post: describeDeskOperation({
      id: 'confirmApp',
      summary: 'Confirms the app by one of its codes; ends all other sessions.',
      role: 'signed-in',
      body: 'DeskAppCode',
      answer: nextStep,
      refusals: [409, 429],
    }),
  },
  '/desk/auth/backup-codes': {
    post: describeDeskOperation({
      id: 'renewBackupCodes',
      summary: 'Makes backup codes; those before are void.',
      role: 'signed-in',
      body: 'DeskPassword',
      answer: ['The codes.', 'DeskBackupCodes'],
      refusals: [409, 429],
    }),
  },
  '/desk/auth/password': {
    post: describeDeskOperation({
      id: 'changePassword',
      summary: 'Changes the password; ends all other sessions.',
      role: 'signed-in',
      body: 'DeskPasswordChange',
      refusals: [429],
    }),
  },
  '/desk/auth/passkeys/options': {
    post: describeDeskOperation({
      id: 'askForNewPasskey',
      summary: 'What a new passkey is made with.',
      role: 'signed-in',
      answer: ['The question, good once within five minutes.', 'DeskPasskeyQuestion'],
    }),
  },
  '/desk/auth/passkeys': {
    get: describeDeskOperation({
      id: 'listPasskeys',
      summary: 'The passkeys.',
      role: 'signed-in',
      answer: ['Oldest first.', 'DeskPasskeys'],
    }),
    post: describeDeskOperation({
      id: 'keepPasskey',
      summary: 'Keeps a new passkey.',
      role: 'signed-in',
      body: 'DeskNewPasskey',
      answer: nextStep,
    }),
  },
  '/desk/auth/passkeys/{id}': {
    delete: describeDeskOperation({
      id: 'removePasskey',
      summary: 'Removes a passkey; the last second step stays.',
      role: 'signed-in',
      parameters: [idOf('passkey')],
      refusals: [404, 409],
    }),
  },
  '/desk/auth/sessions': {
    get: describeDeskOperation({
      id: 'listSessions',
      summary: 'The sessions that are open.',
      role: 'signed-in',
      answer: ['Newest first.', 'DeskSessions'],
    }),
    delete: describeDeskOperation({
      id: 'endOtherSessions',
      summary: 'Ends all sessions but this one.',
      role: 'signed-in',
    }),
  },
  '/desk/auth/sessions/{id}': {
    delete: describeDeskOperation({
      id: 'endSession',
      summary: 'Ends a session.',
      role: 'signed-in',
      parameters: [idOf('session')],
      refusals: [404],
    }),
  },
});

/** Signing in and what editors do about their own accounts, by path. */
export const describeDeskAccount = (): Readonly<Record<string, JsonObject>> => ({
  ...signingIn(),
  ...ownAccount(),
});
