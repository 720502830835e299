import { type JsonReply, requestJson } from './request-json.ts';

/** One session of the editor who is signed in. */
export interface SignInSession {
  readonly id: string;
  /** Ends the session; never shown. */
  readonly token: string;
  readonly createdAt: string;
  readonly userAgent?: string | null;
  readonly ipAddress?: string | null;
}

/** What a second step is set up with. */
export interface SecondStep {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** What a password led to: the desk, or a code that is still asked for. */
export interface SignInAnswer {
  readonly twoFactorRedirect?: boolean;
}

/** Whether this browser knows passkeys, and how they are written as JSON. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  isSecureContext;

/** The sign-in routes, below `…/desk/auth`: the only place that knows their paths. */
export class SignInClient {
  readonly #base: string;

  /** @param endpoint - URL of the comment service. */
  constructor(endpoint: string) {
    this.#base = `${endpoint.replace(/\/$/, '')}/desk/auth`;
  }

  signIn(email: string, password: string): Promise<JsonReply<SignInAnswer>> {
    return this.#send('/sign-in/email', { email, password });
  }

  signOut(): Promise<JsonReply<unknown>> {
    return this.#send('/sign-out', {});
  }

  /** Confirms with a code of the app, or one that is kept for its loss. */
  confirm(code: string, kind: 'app' | 'backup'): Promise<JsonReply<unknown>> {
    const path = kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
    return this.#send(path, { code });
  }

  setUpSecondStep(password: string): Promise<JsonReply<SecondStep>> {
    return this.#send('/two-factor/enable', { password });
  }

  /** Sets the first password with the token of a welcome link. */
  setPassword(token: string, newPassword: string): Promise<JsonReply<unknown>> {
    return this.#send('/reset-password', { token, newPassword });
  }

  sessions(): Promise<JsonReply<readonly SignInSession[]>> {
    return requestJson(`${this.#base}/list-sessions`);
  }

  currentSession(): Promise<JsonReply<{ readonly session?: SignInSession }>> {
    return requestJson(`${this.#base}/get-session`);
  }

  endSession(token: string): Promise<JsonReply<unknown>> {
    return this.#send('/revoke-session', { token });
  }

  endOtherSessions(): Promise<JsonReply<unknown>> {
    return this.#send('/revoke-other-sessions', {});
  }

  /** Signs in with a passkey; whether it did. */
  async signInWithPasskey(): Promise<boolean> {
    const options = await requestJson<PublicKeyCredentialRequestOptionsJSON>(
      `${this.#base}/passkey/generate-authenticate-options`,
    );
    if (!options.ok) return false;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.body);
    const credential = await navigator.credentials.get({ publicKey }).catch(() => null);
    if (!(credential instanceof PublicKeyCredential)) return false;
    const body = { response: credential.toJSON() as unknown };
    return (await this.#send('/passkey/verify-authentication', body)).ok;
  }

  /** Adds a passkey to the account; whether it did. */
  async addPasskey(name: string): Promise<boolean> {
    const options = await requestJson<PublicKeyCredentialCreationOptionsJSON>(
      `${this.#base}/passkey/generate-register-options`,
    );
    if (!options.ok) return false;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.body);
    const credential = await navigator.credentials.create({ publicKey }).catch(() => null);
    if (!(credential instanceof PublicKeyCredential)) return false;
    const body = { response: credential.toJSON() as unknown, name };
    return (await this.#send('/passkey/verify-registration', body)).ok;
  }

  #send<Body>(path: string, body: unknown): Promise<JsonReply<Body>> {
    return requestJson(this.#base + path, { method: 'POST', body });
  }
}
