import type { CommentReplies, CommentSort, PublishedComment } from '../../protocol/types.ts';
import type { ListModel } from './list-model.ts';
import { changeComment, joinById } from './threads.ts';

/** Goes on in a list on the reader's word. */
export class Reading {
  readonly #model: ListModel;
  /** What is under way: a second press of the same button does nothing. */
  readonly #busy = new Set<string>();

  constructor(model: ListModel) {
    this.#model = model;
  }

  /** Loads the list from its start, and takes the reader there. */
  async fromStart(): Promise<void> {
    const model = this.#model;
    await model.open();
    await model.moveFocus(model.page?.comments[0]?.id);
  }

  /** Loads what follows; the focus goes to the first of it. */
  more(): Promise<void> {
    const model = this.#model;
    return this.#once('', async () => {
      const { page, signal } = model;
      const more = await model.load(page?.next ?? null, signal);
      // Without it the list grows all the same, more slowly with each page.
      model.long ??= await import('./long-list.ts').then(
        ({ LongList }) => new LongList(model),
        () => undefined,
      );
      if (signal.aborted || !model.page) return;
      model.isMoreFailed = !more;
      model.redraw();
      if (!more) return model.say('list.failed');
      const { comments } = model.page;
      const all = joinById(comments, more.comments);
      model.page = { ...model.page, comments: all, next: more.next };
      await this.#welcome(all.slice(comments.length), !more.next);
    });
  }

  /** Loads more answers to a comment. */
  moreReplies({ id, replies }: PublishedComment): Promise<void> {
    const model = this.#model;
    return this.#once(id, async () => {
      const { signal } = model;
      const query = { after: replies?.next };
      const reply = await model.ask(`/${id}/replies`, { query, signal });
      if (signal.aborted) return;
      const body: Partial<CommentReplies> = reply.ok ? reply.body : {};
      const { items, count = 0, next = null } = body;
      if (!items) return model.say('list.failed');
      const shown = replies?.items ?? [];
      const all = joinById(shown, items);
      this.change(id, (thread) => ({ ...thread, replies: { items: all, count, next } }));
      await this.#welcome(all.slice(shown.length), false);
    });
  }

  /** Turns to another order. */
  async sortBy(sort: CommentSort): Promise<void> {
    const model = this.#model;
    model.sort = sort;
    if (await model.open()) model.say('sort.done.sr', { sort: model.localize?.(`sort.${sort}`) });
  }

  /** Changes a comment that is shown. */
  change(id: string, edit: (comment: PublishedComment) => PublishedComment): void {
    const model = this.#model;
    if (!model.page) return;
    model.page = { ...model.page, comments: changeComment(model.page.comments, id, edit) };
    model.redraw();
  }

  async #once(what: string, run: () => Promise<void>): Promise<void> {
    if (this.#busy.has(what)) return;
    this.#busy.add(what);
    await run();
    this.#busy.delete(what);
  }

  async #welcome(fresh: readonly PublishedComment[], isEnd: boolean): Promise<void> {
    const model = this.#model;
    model.long?.add(fresh);
    model.say('list.loaded.sr', { n: fresh.length }, isEnd ? 'list.end' : undefined);
    // The comments are laid out for the focus, in a task of its own.
    await model.long?.rest();
    await model.moveFocus(fresh[0]?.id);
  }
}
