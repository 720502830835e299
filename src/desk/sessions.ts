import type { DeskMessageKey } from '../messages/desk.vi.ts';
import type { DeskModel } from './desk-model.ts';
import type { OwnPasskey, SignInClient, SignInSession } from './sign-in-client.ts';

/** Where the editor is signed in, and with which passkeys it can be done again. */
export class Sessions {
  /** Nothing while they are on their way. */
  all: readonly SignInSession[] | undefined;
  passkeys: readonly OwnPasskey[] = [];
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
    await this.#load();
    this.#note(isAdded ? 'passkey.added' : 'passkey.failed');
  }

  async removePasskey(id: string): Promise<void> {
    const reply = await this.#client().removePasskey(id);
    await this.#load();
    if (reply.ok) this.#note('passkey.removed');
    else if (reply.refusal.code === 'move-refused') this.#note('passkey.last');
    else this.#model.refuse(reply.refusal);
    // The button that was pressed may be gone.
    await this.#model.focus('#sessions-heading');
  }

  async #ended(): Promise<void> {
    await this.#load();
    this.#note('session.ended');
    // The button that was pressed may be gone.
    await this.#model.focus('#sessions-heading');
  }

  async #load(): Promise<void> {
    const [sessions, passkeys] = await Promise.all([
      this.#client().sessions(),
      this.#client().passkeys(),
    ]);
    this.all = sessions.ok ? sessions.body.sessions : [];
    this.passkeys = passkeys.ok ? passkeys.body.passkeys : [];
    for (const reply of [sessions, passkeys]) if (!reply.ok) this.#model.refuse(reply.refusal);
    this.#model.redraw();
  }

  #note(key: DeskMessageKey): void {
    this.note = this.#model.localize(key);
    this.#model.say(key);
    this.#model.redraw();
  }
}
