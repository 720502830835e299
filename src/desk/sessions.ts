import type { DeskModel } from './desk-model.ts';
import type { SignInClient, SignInSession } from './sign-in-client.ts';

/** Where the editor is signed in. */
export class Sessions {
  /** Nothing while they are on their way. */
  all: readonly SignInSession[] | undefined;
  /** Token of the session in this browser. */
  current = '';
  /** What became of the last action. */
  note = '';

  readonly #model: DeskModel;
  readonly #client: () => SignInClient;

  constructor(model: DeskModel, client: () => SignInClient) {
    this.#model = model;
    this.#client = client;
  }

  async open(): Promise<void> {
    this.note = '';
    await this.#model.open('sessions');
    await this.#load();
  }

  async end(token: string): Promise<void> {
    await this.#client().endSession(token);
    await this.#ended();
  }

  async endOthers(): Promise<void> {
    await this.#client().endOtherSessions();
    await this.#ended();
  }

  async addPasskey(): Promise<void> {
    const isAdded = await this.#client().addPasskey(navigator.userAgent.slice(0, 60));
    this.#note(isAdded ? 'passkey.added' : 'passkey.failed');
  }

  async #ended(): Promise<void> {
    await this.#load();
    this.#note('session.ended');
    // The button that was pressed may be gone.
    await this.#model.focus('#sessions-heading');
  }

  async #load(): Promise<void> {
    const client = this.#client();
    const [all, current] = await Promise.all([client.sessions(), client.currentSession()]);
    this.all = all.ok ? all.body : [];
    this.current = (current.ok && current.body.session?.token) || '';
    if (!all.ok) this.#model.refuse(all.refusal);
    this.#model.redraw();
  }

  #note(key: 'session.ended' | 'passkey.added' | 'passkey.failed'): void {
    this.note = this.#model.localize(key);
    this.#model.say(key);
    this.#model.redraw();
  }
}
