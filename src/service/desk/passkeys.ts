import { randomUUID } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Passkeys } from './passkey-types.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** What {@link createPasskeys} works with. */
export interface PasskeysOptions {
  readonly webAuthn: SignInLibrary['webAuthn'];
  readonly db: Kysely<Tables>;
  /** Where the browser finds the desk; passkeys are bound to its host. */
  readonly origin: string;
  readonly now: () => number;
}

const questionLifeMs = 5 * 60 * 1000;
const transports: readonly AuthenticatorTransport[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb'];

// EdDSA, ES256 and RS256 (COSE): what every authenticator has one of. Asked for others, Node warns of what is experimental.
const algorithms: readonly number[] = [-8, -7, -257];

const readTransports = (json: string): AuthenticatorTransport[] => {
  const known: unknown = JSON.parse(json);
  return transports.filter((one) => Array.isArray(known) && known.includes(one));
};

const identifierOf = (purpose: string, question: string): string =>
  `passkey:${purpose}:${question}`;

/** Passkeys by `@simplewebauthn/server`; a fingerprint, a face or a PIN goes with each, so that it is two steps in one. */
export function createPasskeys({ webAuthn, db, origin, now }: PasskeysOptions): Passkeys {
  const rpID = new URL(origin).hostname;
  const at = (ms = now()): string => new Date(ms).toISOString();
  const keepQuestion = async (purpose: string, challenge: string): Promise<string> => {
    const question = randomUUID();
    const time = at();
    await db
      .deleteFrom('editor_verifications')
      .where('identifier', 'like', 'passkey:%')
      .where('expiresAt', '<', time)
      .execute();
    await db
      .insertInto('editor_verifications')
      .values({
        id: randomUUID(),
        identifier: identifierOf(purpose, question),
        value: challenge,
        expiresAt: at(now() + questionLifeMs),
        createdAt: time,
        updatedAt: time,
      })
      .execute();
    return question;
  };

  /** The challenge of a question, which is used up by it. */
  const takeQuestion = async (purpose: string, question: string): Promise<string | undefined> => {
    const row = await db
      .deleteFrom('editor_verifications')
      .where('identifier', '=', identifierOf(purpose, question))
      .returning(['value', 'expiresAt'])
      .executeTakeFirst();
    return row && row.expiresAt > at() ? row.value : undefined;
  };

  const list: Passkeys['list'] = (editorId) =>
    db
      .selectFrom('editor_passkeys')
      .select(['id', 'name', 'createdAt'])
      .where('userId', '=', editorId)
      .orderBy('createdAt')
      .execute();

  return {
    async askNew({ id, name }) {
      const options = await webAuthn.generateRegistrationOptions({
        rpName: rpID,
        rpID,
        userID: new TextEncoder().encode(id),
        userName: name,
        userDisplayName: name,
        attestationType: 'none',
        supportedAlgorithmIDs: [...algorithms],
        excludeCredentials: (await list(id)).map((one) => ({ id: one.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { question: await keepQuestion(id, options.challenge), options };
    },

    async keepNew(editorId, name, { question, response }) {
      const expectedChallenge = await takeQuestion(editorId, question);
      if (expectedChallenge === undefined) return false;
      const { registrationInfo } = await webAuthn
        .verifyRegistrationResponse({
          // The library checks what it is; a wrong one throws.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          response: response as RegistrationResponseJSON,
          expectedChallenge,
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: true,
          supportedAlgorithmIDs: [...algorithms],
        })
        .catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) return false;
      const { credential } = registrationInfo;
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('editor_passkeys')
        .values({
          id: credential.id,
          userId: editorId,
          name,
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          counter: credential.counter,
          transports: JSON.stringify(credential.transports ?? []),
          createdAt: at(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },

    async askKnown() {
      const options = await webAuthn.generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
      });
      return { question: await keepQuestion('sign-in', options.challenge), options };
    },

    async checkKnown({ question, response }) {
      const expectedChallenge = await takeQuestion('sign-in', question);
      const id: unknown = Reflect.get(response, 'id');
      if (expectedChallenge === undefined || typeof id !== 'string') return undefined;
      const known = await db
        .selectFrom('editor_passkeys')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!known) return undefined;
      const { verified, authenticationInfo } = await webAuthn
        .verifyAuthenticationResponse({
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          response: response as AuthenticationResponseJSON,
          expectedChallenge,
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: true,
          credential: {
            id,
            publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
            counter: known.counter,
            transports: readTransports(known.transports),
          },
        })
        .catch(() => ({ verified: false, authenticationInfo: undefined }));
      if (!verified || !authenticationInfo) return undefined;
      await db
        .updateTable('editor_passkeys')
        .set({ counter: authenticationInfo.newCounter })
        .where('id', '=', id)
        .execute();
      return known.userId;
    },

    list,

    async remove(editorId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('editor_passkeys')
        .where('userId', '=', editorId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
