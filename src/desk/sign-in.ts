import type { DeskMessageKey } from '../messages/desk.vi.ts';
import type { DeskModel } from './desk-model.ts';
import { problemText } from './problem-text.ts';
import type { JsonRefusal, JsonReply } from './request-json.ts';
import type { SecondStep, SignInClient } from './sign-in-client.ts';

/** Fewer signs make no password. */
export const minPasswordLength = 12;

/** Where somebody stands who is not yet at the desk. */
export type SignInStep =
  | { readonly kind: 'password'; readonly isEnded: boolean }
  | { readonly kind: 'code'; readonly way: 'app' | 'backup' }
  /** A welcome link, which sets the first password. */
  | { readonly kind: 'welcome'; readonly token: string; readonly email: string }
  /** The account has no second step, and the password is not at hand. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'setup'; readonly secondStep: SecondStep }
  | { readonly kind: 'backup'; readonly codes: readonly string[]; readonly isCopied: boolean };

/** Something that is wrong in a field, or with the whole form. */
export interface SignInError {
  readonly field: 'email' | 'password' | 'code' | 'form';
  readonly text: string;
}

/** The token of a welcome link, in the fragment of the address: no server log sees it there. */
export const readWelcome = (hash: string): string | undefined =>
  new URLSearchParams(hash.slice(1)).get('welcome') ?? undefined;

/** The way to the desk: password, second step, welcome. */
export class SignIn {
  step: SignInStep = { kind: 'password', isEnded: false };
  error: SignInError | undefined;

  readonly #model: DeskModel;
  readonly #client: () => SignInClient;
  readonly #onDone: () => void;
  /** For the second step of an account that has none yet; forgotten with it. */
  #password = '';

  /** @param onDone - Called when somebody is signed in. */
  constructor(model: DeskModel, client: () => SignInClient, onDone: () => void) {
    this.#model = model;
    this.#client = client;
    this.#onDone = onDone;
  }

  /** Shows a step, with the focus at its beginning. */
  async show(step: SignInStep, focus = '#sign-in-heading'): Promise<void> {
    this.step = step;
    this.error = undefined;
    this.#model.phase = 'signing-in';
    await this.#model.focus(focus);
  }

  async withPassword(email: string, password: string): Promise<void> {
    if (!email.trim()) return this.#wrong('email', 'signIn.email.empty');
    if (!password) return this.#wrong('password', 'signIn.password.empty');
    const reply = await this.#wait(() => this.#client().signIn(email.trim(), password));
    if (!reply) return;
    if (!reply.ok) return this.#refused(reply.refusal, 'password', 'signIn.wrong');
    this.#password = password;
    const { next } = reply.body;
    if (next === 'second-step') await this.show({ kind: 'code', way: 'app' }, '#code');
    else if (next === 'passkey') await this.withPasskey();
    else if (next === 'set-up') await this.setUp();
    else this.#done();
  }

  async withPasskey(): Promise<void> {
    if (this.#model.isBusy) return;
    if (await this.#client().signInWithPasskey()) this.#done();
    else this.#wrong('form', 'signIn.passkeyFailed');
  }

  /** Confirms with a code, at the sign-in or for the first time. */
  async withCode(code: string): Promise<void> {
    const { step } = this;
    const digits = code.replaceAll(/\s/g, '');
    if (!digits) return this.#wrong('code', 'code.empty');
    const client = this.#client();
    const reply = await this.#wait(() =>
      step.kind === 'code' ? client.confirm(digits, step.way) : client.confirmSecondStep(digits),
    );
    if (!reply) return;
    if (!reply.ok) return this.#refused(reply.refusal, 'code', 'code.wrong');
    if (step.kind !== 'setup') return this.#done();
    const codes = step.secondStep.backupCodes;
    await this.show({ kind: 'backup', codes, isCopied: false });
  }

  /** Shows a welcome link, with whom it is for. */
  async welcome(token: string): Promise<void> {
    await this.show({ kind: 'welcome', token, email: '' });
    const reply = await this.#client().lookAtWelcome(token);
    if (this.step.kind !== 'welcome') return;
    if (reply.ok) this.step = { kind: 'welcome', token, email: reply.body.email };
    else this.#refused(reply.refusal, 'form', 'welcome.expired');
    this.#model.redraw();
  }

  async withWelcome(password: string): Promise<void> {
    const { step } = this;
    if (step.kind !== 'welcome') return;
    if (password.length < minPasswordLength) return this.#wrong('password', 'welcome.short');
    const reply = await this.#wait(() => this.#client().setPassword(step.token, password));
    if (!reply) return;
    if (!reply.ok) return this.#refused(reply.refusal, 'form', 'welcome.expired');
    history.replaceState(null, '', location.pathname + location.search);
    await this.setUp(password);
  }

  /** Turns on the second step of an account that has none. */
  async setUp(password: string = this.#password): Promise<void> {
    if (!password) {
      if (this.step.kind === 'confirm') this.#wrong('password', 'signIn.password.empty');
      else await this.show({ kind: 'confirm' });
      return;
    }
    const reply = await this.#wait(() => this.#client().setUpSecondStep(password));
    if (!reply) return;
    if (reply.ok) return this.show({ kind: 'setup', secondStep: reply.body });
    this.#password = '';
    if (this.step.kind !== 'confirm') await this.show({ kind: 'confirm' });
    this.#refused(reply.refusal, 'password', 'signIn.wrong');
  }

  async copyCodes(): Promise<void> {
    const { step } = this;
    if (step.kind !== 'backup') return;
    await navigator.clipboard.writeText(step.codes.join('\n'));
    this.step = { ...step, isCopied: true };
    this.#model.say('backup.copied');
    this.#model.redraw();
  }

  /** Goes to the desk. */
  finish(): void {
    this.#done();
  }

  #done(): void {
    this.error = undefined;
    this.#onDone();
  }

  /** Nobody is asked to wait twice. */
  async #wait<Body>(request: () => Promise<JsonReply<Body>>): Promise<JsonReply<Body> | undefined> {
    const model = this.#model;
    if (model.isBusy) return undefined;
    model.isBusy = true;
    this.error = undefined;
    model.redraw();
    const reply = await request();
    model.isBusy = false;
    model.redraw();
    return reply;
  }

  #wrong(field: SignInError['field'], key: DeskMessageKey): void {
    this.#fail(field, this.#model.localize(key, { n: minPasswordLength }));
  }

  #refused(refusal: JsonRefusal, field: SignInError['field'], key: DeskMessageKey): void {
    const { localize, times } = this.#model;
    const isTheirs = [400, 401, 403, 422].includes(refusal.status);
    this.#fail(
      isTheirs ? field : 'form',
      isTheirs ? localize(key) : problemText(refusal, localize, times),
    );
  }

  #fail(field: SignInError['field'], text: string): void {
    this.error = { field, text };
    void this.#model.focus(field === 'form' ? '#sign-in-error' : `#${field}`);
  }
}
