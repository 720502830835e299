import type {
  DeskBulkAnswer,
  DeskDecision,
  DeskQueue,
  DeskSelection,
  RejectReason,
} from '../protocol/desk.ts';
import type { DeskModel } from './desk-model.ts';
import type { Listing } from './listing.ts';
import { queueAfter, statusAfter } from './permissions.ts';
import type { Reading } from './reading.ts';
import type { Undo } from './undo.ts';

/** What is about to be done with many comments. */
export interface BulkPlan {
  readonly decision: DeskDecision;
  readonly reason?: RejectReason | undefined;
  /** What it would do; nothing while the service is asked. */
  readonly preview?: DeskBulkAnswer;
}

const decisionsIn: Readonly<Record<DeskQueue, readonly DeskDecision[]>> = {
  reported: ['keep', 'remove'],
  suspect: ['publish', 'reject', 'spam'],
  new: ['publish', 'reject', 'spam'],
  published: ['remove'],
  rejected: ['publish', 'restore'],
  spam: ['publish', 'restore'],
  removed: ['publish'],
};

/** Decisions about many comments at once, with a look before (M-9). */
export class Bulk {
  plan: BulkPlan | undefined;

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

  /** What can be done with what the list shows. */
  get decisions(): readonly DeskDecision[] {
    const { queue, search } = this.#model;
    return search ? ['publish', 'reject', 'spam', 'remove', 'restore'] : decisionsIn[queue];
  }

  /** Whether there is more than the list shows. */
  get canSelectAll(): boolean {
    return this.#model.next !== null;
  }

  /** Selects all that fit the filter or the search, shown or not. */
  selectAll(): void {
    this.#listing.selectShown();
    this.#model.isAllSelected = true;
    this.#model.say(this.#listing.isNarrowed ? 'list.selectedFound' : 'list.selectedAll');
    this.#model.redraw();
  }

  /** Asks what a decision would do, and shows it. */
  async prepare(decision: DeskDecision): Promise<void> {
    this.plan = { decision };
    await this.#model.open('bulk');
    await this.#preview();
  }

  /** Does what was shown. */
  async run(reason: RejectReason | undefined): Promise<void> {
    const model = this.#model;
    if (!this.plan?.preview || model.isBusy) return;
    const { decision, preview } = this.plan;
    model.isBusy = true;
    const { ids = [] } = preview;
    // Those that were shown and counted, as far as nobody has decided on them meanwhile.
    const selection = model.search ? { ids } : { ids, queue: model.queue };
    const draft = { selection, decision, reason };
    const reply = await model.client.bulk(draft);
    model.isBusy = false;
    model.close();
    this.plan = undefined;
    if (!reply.ok) return model.refuse(reply.refusal);
    await this.#finish(reply.body, decision);
  }

  async #finish({ count, skipped, undo }: DeskBulkAnswer, decision: DeskDecision): Promise<void> {
    const model = this.#model;
    const { localize, queue } = model;
    const status = localize(`status.${statusAfter[decision]}`);
    const more = skipped > 0 ? ` ${localize('bulk.skipped', { n: skipped })}` : '';
    const text = localize('act.done', { n: count, status }) + more;
    const isShownGone = model.current && model.selected.has(model.current.id);
    if (undo !== undefined) {
      const movedTo = queueAfter[decision];
      this.#undo.offer({ token: undo, text, queue, at: 0, movedTo });
    } else this.#undo.forget();
    await this.#listing.load();
    if (isShownGone) await this.#reading.show(undefined, false);
    await model.focus('#list-heading');
    model.tell(text);
  }

  async #preview(): Promise<void> {
    const model = this.#model;
    const { plan } = this;
    if (!plan) return;
    const { decision } = plan;
    const selection = this.#selection;
    const reply = await model.client.bulk({ selection, decision, preview: true });
    if (this.plan !== plan) return;
    if (!reply.ok) {
      model.close();
      this.plan = undefined;
      return model.refuse(reply.refusal);
    }
    this.plan = { ...plan, preview: reply.body };
    await model.focus('#bulk-heading');
  }

  get #selection(): DeskSelection {
    const { filter, isAllSelected, queue, search, selected } = this.#model;
    if (!isAllSelected) return { ids: [...selected] };
    const { article: within, flag, status } = filter;
    const article = within && { article: within.id };
    if (search) return { query: search, ...article, ...(status && { status }) };
    const { from, to } = this.#listing.period;
    return {
      queue,
      ...article,
      ...(flag && { flag }),
      ...(from && { from }),
      ...(to && { to }),
    };
  }
}
