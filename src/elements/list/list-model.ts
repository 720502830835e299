import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { CommentPage, CommentSort } from '../../protocol/types.ts';
import { CommentArticleEvent } from '../events.ts';
import { createAnnouncer } from '../form/announcer.ts';
import type { Localize, MessageParameters } from '../localize.ts';
import type { ListAssistant } from './list-assistant.ts';
import type { ListOptions } from './list-options.ts';
import type { LongList } from './long-list.ts';
import type { OwnComment } from './own-comments.ts';
import { hasRecords } from './records.ts';
import { type Ask, request } from './request.ts';

/** Where the list stands: not yet asked for, on its way, not to be had, or there. */
export type ListPhase = 'waiting' | 'loading' | 'failed' | 'ready';

/** What one list shows, and how it gets there. The element draws it, the assistant does what the reader wants done. */
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
  /** The reader's comments that are not in the list. */
  own: readonly OwnComment[] = [];
  /** The look-up; nothing while the words of the language are on their way. */
  localize: Localize<ListMessageKey> | undefined;
  /** Nothing before the reader does something, and where it fails to load. */
  assistant: ListAssistant | undefined;
  /** Nothing before the list grows. */
  long: LongList | undefined;
  /** Ids of the long comments that are shown whole. */
  readonly unfolded: Set<string> = new Set();

  readonly element: ListOptions;
  readonly #announce: (message: string) => void;
  #reading = new AbortController();
  #loading: Promise<ListAssistant | undefined> | undefined;

  constructor(element: ListOptions) {
    this.element = element;
    this.#announce = createAnnouncer(
      () => element.announcer ?? element.renderRoot.querySelector('[role=status]'),
    );
  }

  /** Asks the service, with the page's own headers. */
  readonly ask: Ask = (path, options) => {
    const { endpoint, headers } = this.element;
    return request(endpoint, path, { headers, ...options });
  };

  /** Fetches the assistant, once; nothing where it cannot be had. */
  assist(): Promise<ListAssistant | undefined> {
    this.#loading ??= import('./list-assistant.ts').then(
      ({ ListAssistant }) => {
        this.assistant = new ListAssistant(this);
        this.redraw();
        return this.assistant;
      },
      () => {
        this.#loading = undefined;
        return undefined;
      },
    );
    return this.#loading;
  }

  /** Has the assistant do something. */
  async help(run: (assistant: ListAssistant) => unknown): Promise<void> {
    const assistant = await this.assist();
    if (assistant) await run(assistant);
    else this.say('list.failed');
  }

  /** Draws what has changed. */
  redraw(): void {
    this.element.requestUpdate();
  }

  /** Speaks a message, and another behind it. */
  say(key: ListMessageKey, parameters?: MessageParameters, then?: ListMessageKey): void {
    const { localize } = this;
    if (localize) this.#announce(localize(key, parameters) + (then ? ` ${localize(then)}` : ''));
  }

  /** Takes the reader to a comment, or to the heading. */
  async moveFocus(id?: string, block: ScrollLogicalPosition = 'nearest'): Promise<void> {
    const { element } = this;
    await element.updateComplete;
    const selector = id === undefined ? 'h2' : `#comment-${CSS.escape(id)}`;
    const node = element.renderRoot.querySelector<HTMLElement>(selector);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block });
  }

  /** Turns to an article, of which nothing is loaded yet. */
  turnTo(article: string, sort: CommentSort): void {
    this.begin();
    this.article = article;
    this.sort = sort;
    this.phase = 'waiting';
    this.page = undefined;
    this.own = [];
    this.marked = '';
  }

  /** Ends what nobody waits for any more. */
  stop(): void {
    this.begin();
    if (this.phase === 'loading') this.phase = this.page ? 'ready' : 'waiting';
  }

  /** Aborted once nobody waits for what is being read. */
  get signal(): AbortSignal {
    return this.#reading.signal;
  }

  /** Ends what is being read, for something else is. */
  begin(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    return this.#reading.signal;
  }

  /** Loads the list anew, from its start or from a cursor; whether it is there then. */
  async open(after: string | null = null): Promise<boolean> {
    const signal = this.begin();
    this.phase = 'loading';
    this.redraw();
    const [page, own] = await Promise.all([
      this.load(after, signal),
      hasRecords() ? this.assist().then((assistant) => assistant?.findOwn()) : undefined,
    ]);
    await this.long?.clear(signal);
    if (signal.aborted) return false;
    this.own = own ?? [];
    this.phase = page ? 'ready' : 'failed';
    this.redraw();
    if (page) {
      this.page = page;
      this.isFromStart = after === null;
      this.isMoreFailed = false;
      this.news = 0;
      this.element.dispatchEvent(new CommentArticleEvent(this.article, page.article));
    } else this.say('list.failed');
    return page !== undefined;
  }

  /** Loads a page that begins at a cursor; nothing where it is not to be had. */
  async load(after: string | null, signal: AbortSignal): Promise<CommentPage | undefined> {
    const { article, sort } = this;
    const reply = await this.ask('', { query: { article, sort, after }, signal });
    const page = (reply.ok ? reply.body : {}) as Partial<CommentPage>;
    return page.article && page.comments ? (page as CommentPage) : undefined;
  }
}
