import {
  type DeskComment,
  type DeskQueue,
  deskQueues,
  maxQueueCount,
  type QueueCounts,
} from '../protocol/desk.ts';
import type { DeskQuery } from './desk-client.ts';
import type { DeskFilter, DeskModel } from './desk-model.ts';

/** Below so many the list is filled up by itself. */
const fewLeft = 8;

const startOfDay = (day: string | undefined, more = 0): string | undefined => {
  const date = new Date(`${day}T00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + more);
  return date.toISOString();
};

/** The list of comments: a queue or what a search has found. */
export class Listing {
  readonly #model: DeskModel;
  #reading = new AbortController();
  #isLoadingMore = false;
  /** How many the queue had when the list was loaded; it is told of what came since. */
  #known = 0;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  /** The days of the filter as instants. */
  get period(): { from: string | undefined; to: string | undefined } {
    const { from, to } = this.#model.filter;
    return { from: startOfDay(from), to: startOfDay(to, 1) };
  }

  /** Whether the list shows less than a whole queue. */
  get isNarrowed(): boolean {
    const { filter, search } = this.#model;
    return search !== '' || Boolean(filter.article ?? filter.flag ?? filter.from ?? filter.to);
  }

  /** Turns to a queue. */
  async openQueue(queue: DeskQueue): Promise<void> {
    const model = this.#model;
    const { article } = model.filter;
    Object.assign(model, { queue, search: '', filter: { article } });
    await this.load();
  }

  /** Searches; without words, the queue is shown again. */
  async find(words: string): Promise<void> {
    const model = this.#model;
    model.search = words.trim();
    await this.load();
    model.say(model.list.length > 0 ? 'queue.loaded.sr' : 'search.none', { n: model.list.length });
  }

  /** Narrows the list down. */
  async narrow(change: DeskFilter): Promise<void> {
    this.#model.filter = { ...this.#model.filter, ...change };
    await this.load();
    this.#model.say('queue.loaded.sr', { n: this.#model.list.length });
  }

  /** Loads the list from its start. What is being read stays. */
  async load(): Promise<void> {
    const model = this.#model;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    Object.assign(model, { listPhase: 'loading', news: 0, problem: '' });
    this.unselect();
    model.redraw();
    const reply = await this.#ask(null, signal);
    if (signal.aborted) return;
    if (reply.ok) {
      Object.assign(model, { list: reply.body.comments, next: reply.body.next });
      this.#known = this.#count();
    } else model.refuse(reply.refusal);
    model.listPhase = reply.ok ? 'ready' : 'failed';
    model.redraw();
  }

  /** Loads what follows. */
  async loadMore(isAsked = true): Promise<void> {
    const model = this.#model;
    if (this.#isLoadingMore || model.next === null) return;
    this.#isLoadingMore = true;
    const { signal } = this.#reading;
    const reply = await this.#ask(model.next, signal);
    this.#isLoadingMore = false;
    if (signal.aborted) return;
    if (!reply.ok) return model.refuse(reply.refusal);
    const shown = new Set(model.list.map(({ id }) => id));
    const more = reply.body.comments.filter(({ id }) => !shown.has(id));
    model.list = [...model.list, ...more];
    model.next = reply.body.next;
    const [first] = more;
    if (!isAsked) return model.redraw();
    model.say('queue.loaded.sr', { n: more.length });
    await model.focus(first ? `#row-${CSS.escape(first.id)}` : 'main');
  }

  /** Takes comments out of the list that are in it no more, and fills it up; the counts follow before the service tells them. */
  remove(gone: readonly DeskComment[], to: DeskQueue | undefined): void {
    const model = this.#model;
    if (model.search) return;
    const ids = new Set(gone.map(({ id }) => id));
    const before = model.list.length;
    model.list = model.list.filter(({ id }) => !ids.has(id));
    const moved = before - model.list.length;
    this.#move(model.queue, to, moved);
    if (model.list.length < fewLeft) void this.loadMore(false);
  }

  /** Puts comments back where they were. */
  insert(comments: readonly DeskComment[], at: number, from: DeskQueue | undefined): void {
    const model = this.#model;
    const list = [...model.list];
    const ids = new Set(list.map(({ id }) => id));
    const fresh = comments.filter(({ id }) => !ids.has(id));
    list.splice(at, 0, ...fresh);
    model.list = list;
    this.#move(from, model.queue, fresh.length);
  }

  /** Takes the counts of the service; what came to the queue is offered, the list does not move under the hand. */
  take(counts: QueueCounts): void {
    const model = this.#model;
    model.counts = counts;
    this.#known = Math.min(this.#known, this.#count());
    model.news = !this.isNarrowed && model.listPhase === 'ready' ? this.#count() - this.#known : 0;
    model.redraw();
  }

  /** Selects a comment, or selects it no more. */
  select(id: string, isSelected: boolean): void {
    const model = this.#model;
    const selected = new Set(model.selected);
    if (isSelected) selected.add(id);
    else selected.delete(id);
    Object.assign(model, { selected, isAllSelected: false });
    model.redraw();
  }

  /** Selects all that are shown. */
  selectShown(): void {
    const model = this.#model;
    model.selected = new Set(model.list.map(({ id }) => id));
    model.isAllSelected = false;
    model.say('list.selected', { n: model.selected.size });
    model.redraw();
  }

  /** Selects nothing. */
  unselect(): void {
    Object.assign(this.#model, { selected: new Set(), isAllSelected: false });
    this.#model.redraw();
  }

  #count(): number {
    return this.#model.counts?.[this.#model.queue] ?? 0;
  }

  #move(from: DeskQueue | undefined, to: DeskQueue | undefined, n: number): void {
    const { counts, queue } = this.#model;
    if (!counts) return;
    const changed = Object.fromEntries(
      deskQueues.map((one) => {
        // "10,000 and more" stays it.
        if (counts[one] >= maxQueueCount) return [one, counts[one]];
        return [one, Math.max(0, counts[one] + (one === to ? n : 0) - (one === from ? n : 0))];
      }),
    ) as Record<DeskQueue, number>;
    if (from === queue) this.#known -= n;
    if (to === queue) this.#known += n;
    this.take(changed);
  }

  #ask(after: string | null, signal: AbortSignal): ReturnType<DeskModel['client']['comments']> {
    const { client, filter, queue, search } = this.#model;
    const article = filter.article?.id;
    if (search)
      return client.search({ query: search, status: filter.status, article, after }, signal);
    const { flag, order } = filter;
    const query: DeskQuery = { queue, article, flag, ...this.period, order, after };
    return client.comments(query, signal);
  }
}
