import {
  type DeskChange,
  type DeskComment,
  type DeskDecision,
  type DeskQueue,
  type RejectReason,
} from '../protocol/desk.ts';
import { conflictOf } from './desk-client.ts';
import type { DeskModel } from './desk-model.ts';
import type { Listing } from './listing.ts';
import { decisionsFor, queueAfter, statusAfter } from './permissions.ts';
import { commentHeading, type Reading } from './reading.ts';
import type { JsonReply } from './request-json.ts';
import type { Undo } from './undo.ts';

/** What editors do with one comment. */
export class Decisions {
  readonly #model: DeskModel;
  readonly #listing: Listing;
  readonly #reading: Reading;
  readonly #undo: Undo;

  constructor(model: DeskModel, listing: Listing, reading: Reading, undo: Undo) {
    this.#model = model;
    this.#listing = listing;
    this.#reading = reading;
    this.#undo = undo;
  }

  /** Whether a decision is offered for the comment that is shown. */
  canDecide(decision: DeskDecision): boolean {
    const { current } = this.#model;
    return (
      current !== undefined && this.#model.may('decide') && decisionsFor(current).includes(decision)
    );
  }

  /** Decides, and goes on to the next comment (M-10). */
  async decide(decision: DeskDecision, reason?: RejectReason, note?: string): Promise<void> {
    const { current, client } = this.#model;
    if (!current || !this.canDecide(decision)) return;
    const { id, version } = current;
    const draft = { version, decision, reason, note: note || undefined };
    const change = await this.#send(() => client.decide(id, draft));
    if (change) await this.#goOn(current, change, decision);
  }

  /** Begins to edit the text, or to answer for the newsroom. */
  async write(mode: 'editing' | 'replying'): Promise<void> {
    const model = this.#model;
    const { current } = model;
    if (!current || current.status === 'erased' || !model.may('edit')) return;
    model.mode = mode;
    model.draftStart = mode === 'editing' ? (current.editedContent ?? current.content) : '';
    model.draft = model.draftShown = model.draftStart;
    model.problem = '';
    await model.focus('textarea');
  }

  /** Ends writing without a trace. */
  async stopWriting(): Promise<void> {
    Object.assign(this.#model, { mode: 'reading', draft: '', problem: '' });
    await this.#model.focus(commentHeading);
  }

  /** Saves the edited text, and publishes it if wanted; `null` is the reader's own again. */
  async saveText(content: string | null, note: string, publish: boolean): Promise<void> {
    const { current, client } = this.#model;
    if (!current) return;
    if (content !== null && content.trim() === '') return this.#complain();
    const draft = { version: current.version, content, publish, note: note || undefined };
    const change = await this.#send(() => client.setText(current.id, draft));
    if (!change) return;
    this.#model.mode = 'reading';
    if (publish && change.comment.status === 'published' && current.status !== 'published') {
      await this.#goOn(current, change, 'publish');
    } else await this.#stay(change, 'act.saved');
  }

  /** Publishes an answer of the newsroom. */
  async reply(content: string): Promise<void> {
    const { current, client } = this.#model;
    if (!current) return;
    if (content.trim() === '') return this.#complain();
    const change = await this.#send(() => client.reply(current.id, content));
    if (!change) return;
    this.#model.mode = 'reading';
    this.#offerUndo(change, this.#model.localize('act.replied'), undefined);
    this.#model.say('act.replied');
    await this.#model.focus(commentHeading);
    await this.#reading.reload();
  }

  /** Pins a comment or picks it, or does so no more. */
  async mark(marks: { readonly pinned?: boolean; readonly pick?: boolean }): Promise<void> {
    const { current, client } = this.#model;
    if (!current) return;
    const change = await this.#send(() =>
      client.setMarks(current.id, { version: current.version, ...marks }),
    );
    if (change) await this.#stay(change, 'act.saved', false);
  }

  async #send(request: () => Promise<JsonReply<DeskChange>>): Promise<DeskChange | undefined> {
    const model = this.#model;
    if (model.isBusy) return undefined;
    Object.assign(model, { isBusy: true, problem: '', conflict: undefined });
    model.redraw();
    const reply = await request();
    model.isBusy = false;
    model.redraw();
    if (reply.ok) return reply.body;
    const conflict = conflictOf(reply.refusal);
    if (!conflict) model.refuse(reply.refusal);
    else if (conflict.comment.id === model.current?.id) {
      // What the editor was writing is kept beside what the other one has made of it.
      model.replace(conflict.comment);
      model.conflict = conflict;
      model.tell(conflictText(model));
      await model.focus(model.mode === 'reading' ? commentHeading : 'textarea');
      await this.#reading.reload();
    }
    return undefined;
  }

  async #goOn(before: DeskComment, change: DeskChange, decision: DeskDecision): Promise<void> {
    const model = this.#model;
    const { localize, list } = model;
    const at = list.findIndex(({ id }) => id === before.id);
    const status = localize(`status.${statusAfter[decision]}`);
    const text = localize('act.done', { n: 1, status });
    this.#offerUndo(change, text, queueAfter[decision]);
    model.replace(change.comment);
    this.#listing.remove([change.comment], queueAfter[decision]);
    const next = model.search ? model.list[at + 1] : (model.list[at] ?? model.list[at - 1]);
    await this.#reading.show(next);
    model.tell(next ? text : `${text} ${localize('queue.empty')}`);
  }

  async #stay(change: DeskChange, key: 'act.saved', isFocused = true): Promise<void> {
    const model = this.#model;
    model.replace(change.comment);
    this.#offerUndo(change, model.localize(key), undefined);
    model.say(key);
    if (isFocused) await model.focus(commentHeading);
    await this.#reading.reload();
  }

  #offerUndo({ undo, comment }: DeskChange, text: string, movedTo: DeskQueue | undefined): void {
    const { queue, list } = this.#model;
    if (undo === undefined) return this.#undo.forget();
    const at = Math.max(
      0,
      list.findIndex(({ id }) => id === comment.id),
    );
    this.#undo.offer({ token: undo, text, queue, at, movedTo });
  }

  #complain(): void {
    const model = this.#model;
    model.problem = model.localize('edit.empty');
    model.tell(model.problem);
    void model.focus('textarea');
  }
}

/** Who was first, and what became of it (M-4). */
export function conflictText({ conflict, localize }: DeskModel): string {
  const editor = conflict?.last?.who ?? localize('act.somebody');
  const status = localize(`status.${conflict?.comment.status ?? 'pending'}`);
  return localize('act.conflict', { editor, status });
}
