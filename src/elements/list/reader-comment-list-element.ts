// Over 250 lines: a good part is the description of the public tag, of which the manifest and the README are made.
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';

import { type ListMessageKey, listMessagesVi } from '../../messages/list.vi.ts';
import type { CommentSort } from '../../protocol/types.ts';
import { findArticleId } from '../article-id.ts';
import { baseStyles } from '../base.styles.ts';
import { CommentSentEvent } from '../events.ts';
import { Locale } from '../locale.ts';
import { buttonView } from './button-view.ts';
import { commentsView } from './comments-view.ts';
import { ListModel } from './list-model.ts';
import { ListOptions } from './list-options.ts';
import { headingView } from './list-view.ts';
import { styles } from './list.styles.ts';
import { commentOfHash } from './permalink.ts';
import { sortView } from './sort-view.ts';

/** How long before it comes into view the list is asked for. */
const rootMargin = '600px';
const newsIntervalMs = 60_000;

/**
 * The published comments of an article.
 *
 * What stands between the tags is shown where scripts do not run. Asked for when the reader comes near; until then, and
 * while the place is in view, the height of the window is kept for it, so that nothing moves.
 *
 * @tagname reader-comment-list
 *
 * @fires {CommentArticleEvent} reader-comment-article - The state of the article is known. Bubbles, composed.
 * @fires {CommentReplyEvent} reader-comment-reply - The reader wants to answer a comment. Bubbles, composed.
 *
 * @csspart frame - Everything the element draws.
 * @csspart heading - "Ý kiến bạn đọc (12)".
 * @csspart toolbar - The line of the order and of news.
 * @csspart sort - The order with its label.
 * @csspart sort-select - The choice of the order.
 * @csspart news-button - Shows the comments that have come since.
 * @csspart state - Says that the article takes no comments.
 * @csspart loading - Says that comments are on their way.
 * @csspart failed - Says that they could not be loaded.
 * @csspart retry-button - Loads again.
 * @csspart empty - Says that there are no comments.
 * @csspart first-button - Leads from a later page to the beginning.
 * @csspart own - The reader's own comments that wait for the newsroom, or are not published.
 * @csspart pending - Says that one waits.
 * @csspart refused - Says why one is not published.
 * @csspart refused-button - Puts that away.
 * @csspart list - The comments.
 * @csspart item - A comment with the answers to it.
 * @csspart comment - A comment.
 * @csspart byline - Who has written it, and when.
 * @csspart name - The name.
 * @csspart address - The place.
 * @csspart badge - What the newsroom has done with it.
 * @csspart staff-badge - It is the newsroom's own.
 * @csspart pinned-badge - It stands before all others.
 * @csspart pick-badge - The newsroom has chosen it.
 * @csspart verified-badge - What the site calls a reader it knows by its own login.
 * @csspart edited-badge - The newsroom has changed the text.
 * @csspart time-link - Leads to the comment by itself.
 * @csspart time - When it was published.
 * @csspart content - The text.
 * @csspart fold-button - Opens and folds a long text.
 * @csspart gone - Stands in place of a comment that was taken down or erased.
 * @csspart comment-actions - The buttons under a comment.
 * @csspart action - Each of them.
 * @csspart like-button - "Thích".
 * @csspart like-count - How many like it.
 * @csspart reply-button - "Trả lời".
 * @csspart share-button - "Sao chép liên kết".
 * @csspart report-button - "Báo vi phạm".
 * @csspart note - What became of the last of them.
 * @csspart replies - The answers to a comment.
 * @csspart replies-button - Loads more answers.
 * @csspart more-button - Loads more comments.
 * @csspart report - The dialog of a report.
 * @csspart report-form - The form in it.
 * @csspart report-heading - Its heading.
 * @csspart report-text - What became of the report.
 * @csspart error - Why it was not sent.
 * @csspart reason - One reason with its box.
 * @csspart report-note-label - Label of the note.
 * @csspart report-note - The note.
 * @csspart report-actions - The line of the dialog's buttons.
 * @csspart report-send-button - Sends the report.
 * @csspart report-close-button - Closes the dialog.
 *
 * @cssprop [--reader-comments-gap=1.25rem] - Space between comments.
 * @cssprop [--reader-comments-radius=0.25rem] - Radius of buttons, badges and the dialog.
 * @cssprop [--reader-comments-accent-color=#2668ab] - Ground of the sending button, focus ring, marks.
 * @cssprop [--reader-comments-accent-text-color=#fff] - Text on that ground.
 * @cssprop [--reader-comments-focus-color=var(--reader-comments-accent-color)] - Focus ring.
 * @cssprop [--reader-comments-error-color=color-mix(in srgb, #c8102e 55%, currentColor)] - Errors.
 * @cssprop [--reader-comments-muted-color=color-mix(in srgb, currentColor 75%, transparent)] - Places, times, small buttons.
 * @cssprop [--reader-comments-border-color=color-mix(in srgb, currentColor 55%, transparent)] - Edges of buttons.
 * @cssprop [--reader-comments-field-background=transparent] - Ground of fields and plain buttons.
 * @cssprop [--reader-comments-field-padding=0.5rem 0.75rem] - Space inside fields and buttons.
 * @cssprop [--reader-comments-heading-size=1.375em] - Size of the heading.
 * @cssprop [--reader-comments-heading-transform=none] - `uppercase` for a heading in capitals.
 * @cssprop [--reader-comments-scroll-margin=1rem] - Room for a page's sticky header above what takes the focus.
 * @cssprop [--reader-comments-list-height=100vh] - Height kept for the list before it is there.
 *
 * @cssstate waiting - Not yet asked for.
 * @cssstate loading - On its way.
 * @cssstate failed - Not to be had.
 * @cssstate ready - There.
 * @cssstate reserved - Its height is kept.
 */
export class ReaderCommentListElement extends ListOptions {
  static override styles: CSSResultGroup = [baseStyles, styles];

  /** Registers the class for a tag; a second call for the same tag does nothing. */
  static define(
    tag = 'reader-comment-list',
    registry: CustomElementRegistry = customElements,
  ): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  readonly #internals: ElementInternals = this.attachInternals();
  readonly #locale = new Locale<ListMessageKey>(
    listMessagesVi,
    { en: async () => (await import('../../messages/list.en.ts')).listMessagesEn },
    () => this.requestUpdate('messages'),
  );
  readonly #model = new ListModel(this);
  #life = new AbortController();
  #sight: IntersectionObserver | undefined;
  #isReserved = true;
  #place = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#sight = new IntersectionObserver(this.#onSight, { rootMargin });
    this.#sight.observe(this);
    window.addEventListener('hashchange', this.#onHash, { signal });
    document.addEventListener(CommentSentEvent.type, this.#onSent, { signal });
    document.addEventListener('visibilitychange', this.#onMinute, { signal });
    const timer = setInterval(this.#onMinute, newsIntervalMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life.abort();
    this.#sight?.disconnect();
    // A move within the page is no farewell: it is over before the microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.#model.stop();
    });
  }

  /** Takes the reader to the heading. */
  override focus(): void {
    void this.#model.moveFocus();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // What a press needs is on its way before the press is over.
    for (const type of ['pointerdown', 'focusin']) {
      root.addEventListener(type, () => void this.#model.assist(), { once: true });
    }
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.isConnected) void this.#locale.use(this);
    if (changed.size > 0) this.#model.long?.forget();
    this.#model.localize = this.#locale.localize(
      this.#model.assistant?.messages,
      this.messages,
      this.newsroom,
    );
  }

  protected override updated(): void {
    if (this.isConnected && this.#model.localize) this.#followArticle();
    // Not by an attribute: the reader's own choice stands above it.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#model.sort;
    // Of a long list, style and layout would be made anew for it with each update. WebKit needs that of a short one: where
    // an item has grown, what follows is found by a pointer in its old place until then.
    const { long, phase } = this.#model;
    if (long && this.#internals.states.has(phase)) return;
    this.#keepHeight(this.getBoundingClientRect().top > innerHeight);
  }

  protected override render(): TemplateResult | typeof nothing {
    const model = this.#model;
    const { localize, page, phase, sort } = model;
    if (!localize || page?.article.state === 'hidden') return nothing;
    const { language } = this.#locale;
    const level = this.headingLevel || 2;
    const count = page?.article.count ?? 0;
    const isFailed = phase === 'failed';
    return html`<section
      part="frame"
      lang=${language}
      aria-labelledby="comments-heading"
      aria-busy=${phase === 'loading'}
    >
      ${headingView(count, level, { localize })}
      ${
        page
          ? html`<div part="toolbar">
              ${count ? sortView(sort, this.#onSort, localize) : nothing}
              ${model.assistant?.news(localize)}
            </div>`
          : nothing
      }
      ${
        page && !isFailed
          ? commentsView(model, page, language, localize)
          : html`<p part=${isFailed ? 'failed' : 'loading'}>
              ${localize(isFailed ? 'list.failed' : 'list.loading')}
            </p>`
      }
      ${isFailed ? buttonView('retry', localize('retry'), this.#onRetry) : nothing}
      <div class="unseen" role="status"></div>
      ${model.assistant?.dialog(level + 1, localize)}
    </section>`;
  }

  /** Turns to the page's article. */
  #followArticle(): void {
    const article = this.article || findArticleId(document);
    const place = `${this.endpoint} ${article}`;
    if (this.#place === place) return;
    this.#place = place;
    this.#model.turnTo(article, this.sort);
    this.#isReserved = true;
    this.#sight?.disconnect();
    this.#sight?.observe(this);
    this.#onHash();
  }

  /** Lets go of the height once the list is there, and nobody sees what follows move. */
  #keepHeight(isOutOfSight: boolean): void {
    const { phase, page } = this.#model;
    const isThere = phase === 'ready' || phase === 'failed';
    if (isThere && (isOutOfSight || page?.article.state === 'hidden')) this.#isReserved = false;
    const { states } = this.#internals;
    states.clear();
    states.add(phase);
    if (this.#isReserved) states.add('reserved');
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    const isNear = Boolean(entries.at(-1)?.isIntersecting);
    if (isNear && this.#place && this.#model.phase === 'waiting') void this.#model.open();
    this.#keepHeight(!isNear);
  };

  readonly #onHash = (): void => {
    const model = this.#model;
    const id = commentOfHash();
    if (!id) return;
    // So that the list is not loaded from its start meanwhile.
    if (!model.page) model.phase = 'loading';
    void model.assist().then(async (assistant) => {
      await (assistant ? assistant.lead(id) : model.open());
    });
  };

  readonly #onMinute = (): void => {
    const { phase } = this.#model;
    if (phase !== 'ready' || document.visibilityState !== 'visible') return;
    void this.#model.assist().then((assistant) => assistant?.lookForNews());
  };

  readonly #onSent = (event: Event): void => {
    const { article, answer } = event as CommentSentEvent;
    const [form] = event.composedPath() as { endpoint?: unknown }[];
    const endpoint = String(form?.endpoint);
    void this.#model.assist().then((assistant) => assistant?.welcome(endpoint, article, answer));
  };

  readonly #onSort = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    void this.#model.help(({ reading }) => reading.sortBy(value as CommentSort));
  };

  readonly #onRetry = (): void => {
    void this.#model.open().then(() => this.#model.moveFocus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-comment-list': ReaderCommentListElement;
  }
}
