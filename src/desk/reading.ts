import type { DeskComment } from '../protocol/desk.ts';
import type { DeskModel } from './desk-model.ts';

/** Where the focus goes when another comment is shown. */
export const commentHeading = '#comment-heading';

/** The comment in full. */
export class Reading {
  readonly #model: DeskModel;
  #reading = new AbortController();
  #afterwards: (() => void) | undefined;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  /** Shows a comment: what the list knows of it at once, the rest as it comes. */
  async show(comment: DeskComment | undefined, isFocused = true): Promise<void> {
    const model = this.#model;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    Object.assign(model, { current: comment, detail: undefined, isDetailFailed: false });
    Object.assign(model, { mode: 'reading', draft: '', conflict: undefined, problem: '' });
    model.isDetailShown = comment !== undefined && (isFocused || model.isDetailShown);
    model.redraw();
    if (isFocused) await model.focus(comment ? commentHeading : '#list-heading');
    this.#revealRow();
    if (comment) await this.#load(comment.id, signal);
  }

  /** Loads again what is known of the comment. */
  async reload(): Promise<void> {
    const { current } = this.#model;
    if (current) await this.#load(current.id, this.#reading.signal);
  }

  /** Goes to the comment that stands `step` places further down. */
  async go(step: 1 | -1): Promise<void> {
    const model = this.#model;
    const index = model.list.findIndex(({ id }) => id === model.current?.id);
    const next = model.list[index < 0 ? 0 : index + step];
    if (!next) return model.say(step > 0 ? 'act.last.sr' : 'act.first.sr');
    await this.show(next);
    if (index + step >= model.list.length - 2) model.redraw();
  }

  /** On a phone: back to the list. */
  async back(): Promise<void> {
    const model = this.#model;
    model.isDetailShown = false;
    const { current } = model;
    await model.focus(current ? `#row-${CSS.escape(current.id)}` : '#list-heading');
  }

  /** Does something by which what is being written would be lost: at once, or after the editor has said so. */
  guard(run: () => void): void {
    if (!this.#model.isDraftChanged) return run();
    this.#afterwards = run;
    void this.#model.open('leave');
  }

  /** The answer to whether what is being written may be lost. */
  leave(isLeft: boolean): void {
    const model = this.#model;
    const run = this.#afterwards;
    this.#afterwards = undefined;
    model.close();
    if (!isLeft) return void model.focus('textarea');
    Object.assign(model, { mode: 'reading', draft: '' });
    run?.();
  }

  async #load(id: string, signal: AbortSignal): Promise<void> {
    const model = this.#model;
    const reply = await model.client.comment(id, signal);
    if (signal.aborted || model.current?.id !== id) return;
    model.isDetailFailed = !reply.ok;
    if (reply.ok) {
      model.detail = reply.body;
      model.replace(reply.body.comment);
    } else model.refuse(reply.refusal);
    model.redraw();
  }

  #revealRow(): void {
    const { current, element } = this.#model;
    const row = current && element.renderRoot.querySelector(`#row-${CSS.escape(current.id)}`);
    row?.scrollIntoView({ block: 'nearest' });
  }
}
