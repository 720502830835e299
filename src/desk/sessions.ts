import type { DeskModel } from './desk-model.ts';
import type { SignInClient, SignInSession } from './sign-in-client.ts';

/** Where the editor is signed in. */
export class Sessions {
  /** Nothing while they are on their way. */
  all: readonly SignInSession[] | undefined;
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

  async end(id: string): Promise<void> {
    await this.#client().endSession(id);
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
    const reply = await this.#client().sessions();
    this.all = reply.ok ? reply.body.sessions : [];
    if (!reply.ok) this.#model.refuse(reply.refusal);
    this.#model.redraw();
  }

  #note(key: 'session.ended' | 'passkey.added' | 'passkey.failed'): void {
    this.note = this.#model.localize(key);
    this.#model.say(key);
    this.#model.redraw();
  }
}
