import { type JsonReply, requestJson } from './request-json.ts';

/** One session of the editor who is signed in. */
export interface SignInSession {
  readonly id: string;
  readonly createdAt: string;
  readonly userAgent: string | null;
  /** Whether it is the one of this browser. */
  readonly current: boolean;
}

/** A passkey of the editor who is signed in. */
export interface OwnPasskey {
  readonly id: string;
  /** Of the browser it was made in. */
  readonly name: string;
  readonly createdAt: string;
}

/** What a second step is set up with. */
export interface SecondStep {
  /** `otpauth:`, for an authenticator app. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

/** What the service wants next of who is on the way to the desk. */
export interface SignInAnswer {
  readonly next: 'second-step' | 'set-up' | 'passkey' | 'desk';
}

/** Who a welcome link is for. */
export interface Welcome {
  readonly name: string;
  readonly email: string;
}

interface PasskeyQuestion<Options> {
  /** Comes back with the answer. */
  readonly question: string;
  readonly options: Options;
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
    return this.#send('/sign-in', { email, password });
  }

  signOut(): Promise<JsonReply<unknown>> {
    return this.#send('/sign-out', {});
  }

  /** Confirms with a code of the app, or one that is kept for its loss. */
  confirm(code: string, kind: 'app' | 'backup'): Promise<JsonReply<unknown>> {
    return this.#send('/second-step', kind === 'app' ? { code } : { backupCode: code });
  }

  setUpSecondStep(password: string): Promise<JsonReply<SecondStep>> {
    return this.#send('/set-up', { password });
  }

  /** Turns the second step on with the first code of the app. */
  confirmSecondStep(code: string): Promise<JsonReply<unknown>> {
    return this.#send('/set-up/confirm', { code });
  }

  /** Who a welcome link is for. */
  lookAtWelcome(token: string): Promise<JsonReply<Welcome>> {
    return this.#send('/welcome/look', { token });
  }

  /** Sets the first password with the token of a welcome link. */
  setPassword(token: string, password: string): Promise<JsonReply<SignInAnswer>> {
    return this.#send('/welcome', { token, password });
  }

  sessions(): Promise<JsonReply<{ readonly sessions: readonly SignInSession[] }>> {
    return requestJson(`${this.#base}/sessions`);
  }

  endSession(id: string): Promise<JsonReply<unknown>> {
    return requestJson(`${this.#base}/sessions/${id}`, { method: 'DELETE' });
  }

  endOtherSessions(): Promise<JsonReply<unknown>> {
    return requestJson(`${this.#base}/sessions`, { method: 'DELETE' });
  }

  passkeys(): Promise<JsonReply<{ readonly passkeys: readonly OwnPasskey[] }>> {
    return requestJson(`${this.#base}/passkeys`);
  }

  /** Takes a passkey away from the account. The last second step is not: `move-refused`. */
  removePasskey(id: string): Promise<JsonReply<unknown>> {
    return requestJson(`${this.#base}/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  /** Signs in with a passkey; whether it did. */
  async signInWithPasskey(): Promise<boolean> {
    const asked = await this.#send<PasskeyQuestion<PublicKeyCredentialRequestOptionsJSON>>(
      '/passkeys/sign-in/options',
      {},
    );
    if (!asked.ok) return false;
    const { question, options } = asked.body;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey }).catch(() => null);
    if (!(credential instanceof PublicKeyCredential)) return false;
    const body = { question, response: credential.toJSON() as unknown };
    return (await this.#send('/passkeys/sign-in', body)).ok;
  }

  /** Adds a passkey to the account; whether it did. */
  async addPasskey(name: string): Promise<boolean> {
    const asked = await this.#send<PasskeyQuestion<PublicKeyCredentialCreationOptionsJSON>>(
      '/passkeys/options',
      {},
    );
    if (!asked.ok) return false;
    const { question, options } = asked.body;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey }).catch(() => null);
    if (!(credential instanceof PublicKeyCredential)) return false;
    const body = { name, question, response: credential.toJSON() as unknown };
    return (await this.#send('/passkeys', body)).ok;
  }

  #send<Body>(path: string, body: unknown): Promise<JsonReply<Body>> {
    return requestJson(this.#base + path, { method: 'POST', body });
  }
}
