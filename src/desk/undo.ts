import type { DeskComment, DeskQueue } from '../protocol/desk.ts';
import type { DeskModel } from './desk-model.ts';
import type { Listing } from './listing.ts';
import { commentHeading, type Reading } from './reading.ts';

/** How long the service takes something back (M-9). */
export const undoSeconds = 10;

/** Something that can be taken back. */
export interface Undoable {
  readonly token: string;
  /** What was done, in words. */
  readonly text: string;
  /** The queue the comments were in, and the place of the first. */
  readonly queue: DeskQueue;
  readonly at: number;
  readonly movedTo: DeskQueue | undefined;
}

/** What was done last, while it can be taken back. */
export class Undo {
  /** Nothing where there is nothing to take back. */
  last: Undoable | undefined;
  /** Seconds that are left. */
  left = 0;

  readonly #model: DeskModel;
  readonly #listing: Listing;
  readonly #reading: Reading;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(model: DeskModel, listing: Listing, reading: Reading) {
    this.#model = model;
    this.#listing = listing;
    this.#reading = reading;
  }

  /** Offers to take something back, in place of what came before. */
  offer(undoable: Undoable): void {
    this.forget();
    this.last = undoable;
    this.left = undoSeconds;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#model.redraw();
  }

  /** Offers it no more. */
  forget(): void {
    clearInterval(this.#timer);
    // Where the button had the focus, it goes on at the comment.
    const { activeElement } = this.#model.element.renderRoot as ShadowRoot;
    if (this.last && activeElement?.id === 'undo-button') void this.#model.focus(this.#place);
    this.last = undefined;
    this.#model.redraw();
  }

  /** Takes back what was done last. */
  async run(): Promise<void> {
    const model = this.#model;
    const { last } = this;
    if (!last || model.isBusy) return;
    this.forget();
    model.isBusy = true;
    const reply = await model.client.undo(last.token);
    model.isBusy = false;
    if (!reply.ok) return model.refuse(reply.refusal);
    await this.#show(reply.body.comments, last);
    model.say('act.undone');
  }

  async #show(comments: readonly DeskComment[], last: Undoable): Promise<void> {
    const model = this.#model;
    for (const comment of comments) model.replace(comment);
    const [first] = comments;
    if (last.movedTo && !model.search && model.queue === last.queue) {
      // Of many, which have places of their own, the list is read again.
      if (comments.length > 1) await this.#listing.load();
      else this.#listing.insert(comments, last.at, last.movedTo);
    }
    if (first) await this.#reading.show(first);
  }

  get #place(): string {
    return this.#model.current ? commentHeading : '#list-heading';
  }

  #tick(): void {
    this.left -= 1;
    if (this.left <= 0) this.forget();
    this.#model.redraw();
  }
}
