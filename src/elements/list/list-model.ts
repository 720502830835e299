import type { ListMessageKey } from '../../messages/list.vi.ts';
import type {
  CommentAnswer,
  CommentPage,
  CommentPlace,
  CommentReplies,
  CommentSort,
  PublishedComment,
} from '../../protocol/types.ts';
import type { Reply } from '../client.ts';
import { CommentArticleEvent } from '../events.ts';
import { createAnnouncer } from '../form/announcer.ts';
import type { Localize, MessageParameters } from '../localize.ts';
import type { ListOptions } from './list-options.ts';
import { findOwnComments, keepReceipt, type OwnComment } from './own-comments.ts';
import { request } from './request.ts';
import { changeComment, joinById, withReply } from './threads.ts';
import type { Ask } from './visitor.ts';

/** Where the list stands: not yet asked for, on its way, not to be had, or there. */
export type ListPhase = 'waiting' | 'loading' | 'failed' | 'ready';

/** What one list shows, and how it gets there. The element draws it. */
export class ListModel {
  phase: ListPhase = 'waiting';
  sort: CommentSort = 'newest';
  /** Id of the article. */
  article = '';
  /** The article and all comments loaded so far. */
  page: CommentPage | undefined;
  /** Whether it begins where the list begins. */
  isFromStart = true;
  /** Whether what follows could not be loaded. */
  isMoreFailed = false;
  /** How many comments have been published since. */
  news = 0;
  /** Id of the comment that the reader was led to. */
  marked = '';
  own: readonly OwnComment[] = [];
  localize: Localize<ListMessageKey> | undefined;

  readonly element: ListOptions;
  readonly #announce: (message: string) => void;
  #reading = new AbortController();
  #busy: string | undefined;

  constructor(element: ListOptions) {
    this.element = element;
    this.#announce = createAnnouncer(
      () => element.announcer ?? element.renderRoot.querySelector('[role=status]'),
    );
  }

  /** What the reader's own comments are kept under. */
  get place(): string {
    return `${this.element.endpoint.replace(/\/$/, '')} ${this.article}`;
  }

  /** Asks the service, with the page's own headers. */
  readonly ask: Ask = (path, options) => {
    const { endpoint, headers } = this.element;
    return request(endpoint, path, { headers, ...options });
  };

  /** Speaks messages. */
  say(
    ...messages: readonly (readonly [key: ListMessageKey, parameters?: MessageParameters])[]
  ): void {
    const { localize } = this;
    this.#announce(messages.map((message) => localize?.(...message) ?? '').join(' '));
  }

  /** Takes the reader to a comment, or to the heading. */
  async moveFocus(id: string | undefined, block: ScrollLogicalPosition = 'nearest'): Promise<void> {
    const { element } = this;
    await element.updateComplete;
    const node = element.renderRoot.querySelector<HTMLElement>(
      `#${id === undefined ? 'comments-heading' : `comment-${CSS.escape(id)}`}`,
    );
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block });
  }

  /** Turns to an article, of which nothing is loaded yet. */
  turnTo(article: string, sort: CommentSort): void {
    this.#begin();
    this.article = article;
    this.sort = sort;
    this.phase = 'waiting';
    this.page = undefined;
    this.own = [];
    this.marked = '';
  }

  /** Ends what nobody waits for any more. */
  stop(): void {
    this.#begin();
    if (this.phase === 'loading') this.phase = this.page ? 'ready' : 'waiting';
  }

  /** Loads the list anew, from its start or from a cursor; whether it is there then. */
  async open(after: string | null = null): Promise<boolean> {
    const signal = this.#begin();
    this.phase = 'loading';
    this.element.requestUpdate();
    const [page, own] = await Promise.all([
      this.#load(after, signal),
      findOwnComments(this.place, this.ask, Date.now()),
    ]);
    if (signal.aborted) return false;
    this.phase = page ? 'ready' : 'failed';
    this.own = own;
    if (page) this.#show(page, after === null);
    else this.say(['list.failed']);
    this.element.requestUpdate();
    return page !== undefined;
  }

  /** Loads what follows; the focus goes to the first of it (A-14). */
  more(): Promise<void> {
    return this.#once('more', async (signal) => {
      const next = await this.#load(this.page?.next ?? null, signal);
      if (signal.aborted || !this.page) return;
      this.isMoreFailed = !next;
      this.element.requestUpdate();
      if (!next) return this.say(['list.failed']);
      const before = this.page.comments;
      const comments = joinById(before, next.comments);
      this.page = { ...this.page, comments, next: next.next };
      await this.#welcome(comments.slice(before.length), next.next === null);
    });
  }

  /** Loads more answers to a comment. */
  moreReplies({ id, replies }: PublishedComment): Promise<void> {
    return this.#once(id, async (signal) => {
      const reply = await this.ask(`/${id}/replies`, { query: { after: replies?.next }, signal });
      if (signal.aborted) return;
      const { items, count, next } = (reply.ok ? reply.body : {}) as Partial<CommentReplies>;
      if (!items) return this.say(['list.failed']);
      const before = replies?.items ?? [];
      this.change(id, (thread) => ({
        ...thread,
        replies: { items: joinById(before, items), count: count ?? 0, next: next ?? null },
      }));
      await this.#welcome(
        items.filter((item) => !before.some((one) => one.id === item.id)),
        false,
      );
    });
  }

  /** Turns to another order. */
  async sortBy(sort: CommentSort): Promise<void> {
    this.sort = sort;
    if (await this.open()) this.say(['sort.done.sr', { sort: this.localize?.(`sort.${sort}`) }]);
  }

  /** Leads the reader to one comment, also where it stands on a later page; nothing for one that is not to be had. */
  async lead(id: string): Promise<void> {
    if (!this.#has(id)) {
      const signal = this.#begin();
      const reply = await this.ask(`/${encodeURIComponent(id)}`, {
        query: { sort: this.sort },
        signal,
      });
      if (signal.aborted) return;
      const { article, thread, reply: answer, after } = placeIn(reply);
      if (!thread || article?.id !== this.article) {
        if (this.phase !== 'ready') await this.open();
        return;
      }
      if (!(await this.open(after)) || !this.page) return;
      const comments = this.page.comments.some((one) => one.id === thread.id)
        ? this.page.comments
        : [thread, ...this.page.comments];
      this.page = { ...this.page, comments };
      if (answer) this.change(thread.id, (one) => withReply(one, answer));
    }
    this.marked = id;
    this.element.requestUpdate();
    await this.moveFocus(id, 'center');
  }

  /** Changes a comment that is shown. */
  change(id: string, edit: (comment: PublishedComment) => PublishedComment): void {
    if (!this.page) return;
    this.page = { ...this.page, comments: changeComment(this.page.comments, id, edit) };
    this.element.requestUpdate();
  }

  /** Takes up a comment that the reader has just sent: shown to them alone until it is decided on. */
  async welcomeOwn(answer: CommentAnswer): Promise<void> {
    if (answer.status === 'published') {
      if (answer.comment) this.own = [{ comment: answer.comment, isPending: false }, ...this.own];
    } else {
      keepReceipt(this.place, answer, Date.now());
      this.own = await findOwnComments(this.place, this.ask, Date.now());
    }
    this.element.requestUpdate();
  }

  /** Asks how many comments there are by now. */
  async lookForNews(): Promise<void> {
    const { page, article } = this;
    if (this.phase !== 'ready' || !page) return;
    const reply = await this.ask('/count', { query: { article } });
    const { [article]: count = 0 } = Object(reply.ok && reply.body['counts']) as Record<
      string,
      number
    >;
    const news = count - page.article.count;
    if (this.page !== page || news <= this.news) return;
    this.news = news;
    this.say(['list.new', { n: news }]);
    this.element.requestUpdate();
  }

  #has(id: string): boolean {
    return Boolean(
      this.page?.comments.some(
        (one) => one.id === id || one.replies?.items.some((reply) => reply.id === id),
      ),
    );
  }

  #begin(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#busy = undefined;
    return this.#reading.signal;
  }

  /** A second press while the first is under way does nothing. */
  async #once(what: string, run: (signal: AbortSignal) => Promise<void> | void): Promise<void> {
    if (this.#busy === what) return;
    this.#busy = what;
    await run(this.#reading.signal);
    this.#busy = undefined;
  }

  async #load(after: string | null, signal: AbortSignal): Promise<CommentPage | undefined> {
    const { article, sort } = this;
    const reply = await this.ask('', { query: { article, sort, after }, signal });
    const page = (reply.ok ? reply.body : {}) as Partial<CommentPage>;
    return page.article && Array.isArray(page.comments) ? (page as CommentPage) : undefined;
  }

  #show(page: CommentPage, isFromStart: boolean): void {
    this.page = page;
    this.isFromStart = isFromStart;
    this.isMoreFailed = false;
    this.news = 0;
    this.element.dispatchEvent(new CommentArticleEvent(this.article, page.article));
  }

  async #welcome(fresh: readonly PublishedComment[], isEnd: boolean): Promise<void> {
    this.say(['list.loaded.sr', { n: fresh.length }], ...(isEnd ? ([['list.end']] as const) : []));
    await this.moveFocus(fresh[0]?.id);
  }
}

const placeIn = (reply: Reply): Partial<CommentPlace> => (reply.ok ? reply.body : {});
