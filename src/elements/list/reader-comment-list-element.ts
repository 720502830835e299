import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { CommentSort } from '../../protocol/types.ts';
import { findArticleId } from '../article-id.ts';
import { CommentSentEvent } from '../events.ts';
import type { Localize } from '../localize.ts';
import { actionsView } from './actions-view.ts';
import { type CommentContext, commentView } from './comment-view.ts';
import { foldView, isLong } from './fold-view.ts';
import { createFormatTime } from './format-time.ts';
import { ListActions } from './list-actions.ts';
import { ListLocale } from './list-locale.ts';
import { ListModel } from './list-model.ts';
import { ListOptions } from './list-options.ts';
import { headingView, listView } from './list-view.ts';
import { styles } from './list.styles.ts';
import { watchForNews } from './news-watch.ts';
import { commentOfHash, linkTo } from './permalink.ts';
import { reportView } from './report-view.ts';
import { sortView } from './sort-view.ts';

/** How long before it comes into view the list is asked for. */
const rootMargin = '600px';

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
 * @csspart own - The reader's own comments that wait for the newsroom.
 * @csspart pending - Says so.
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
  static override styles: CSSResultGroup = styles;

  /** Registers the class for a tag; a second call for the same tag does nothing. */
  static define(
    tag = 'reader-comment-list',
    registry: CustomElementRegistry = customElements,
  ): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  readonly #internals: ElementInternals = this.attachInternals();
  readonly #locale = new ListLocale(() => this.requestUpdate());
  readonly #model = new ListModel(this);
  readonly #actions = new ListActions(this.#model);
  /** Ids of the long comments that are shown whole. */
  readonly #unfolded = new Set<string>();
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
    watchForNews(() => void this.#model.lookForNews(), signal);
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
    void this.#model.moveFocus(undefined);
  }

  protected override willUpdate(): void {
    if (this.isConnected) void this.#locale.use(this);
    this.#model.localize = this.#locale.localize(this.messages, this.newsroom);
  }

  protected override updated(): void {
    if (this.isConnected && this.#model.localize) this.#followArticle();
    // Not by an attribute: the reader's own choice stands above it.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#model.sort;
    this.#keepHeight(this.getBoundingClientRect().top > innerHeight);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize, page, phase } = this.#model;
    if (!localize || page?.article.state === 'hidden') return nothing;
    const level = this.headingLevel || 2;
    return html`<section
      part="frame"
      lang=${this.#locale.language}
      aria-labelledby="comments-heading"
      aria-busy=${phase === 'loading'}
    >
      ${headingView(page?.article.count ?? 0, level, { localize })}
      ${
        page
          ? html`<div part="toolbar">
              ${page.article.count > 0 ? sortView(this.#model.sort, this.#onSort, localize) : nothing}
              ${this.#button('news', this.#model.news > 0, 'list.new', this.#onNews, localize)}
            </div>`
          : nothing
      }
      ${phase === 'failed' || !page ? this.#absence(localize) : this.#comments(localize)}
      <div class="unseen" role="status"></div>
      ${
        this.#actions.reported
          ? reportView(
              this.#actions.report,
              level + 1,
              this.#onReport,
              () => this.#actions.endReport(),
              localize,
            )
          : nothing
      }
    </section>`;
  }

  #absence(localize: Localize<ListMessageKey>): TemplateResult {
    return this.#model.phase === 'failed'
      ? html`<div part="failed">
          <p>${localize('list.failed')}</p>
          ${this.#button('retry', true, 'retry', this.#onRetry, localize)}
        </div>`
      : html`<p part="loading">${localize('list.loading')}</p>`;
  }

  #comments(localize: Localize<ListMessageKey>): unknown {
    const { page, own, isFromStart, isMoreFailed, marked } = this.#model;
    if (!page) return nothing;
    const plain: CommentContext = {
      localize,
      formatTime: createFormatTime(this.#locale.language, this.timeZone, localize, Date.now),
      linkTo,
      marked,
      fold: (comment, whole) => {
        const { id, content } = comment;
        if (!isLong(content)) return whole;
        const isOpen = this.#unfolded.has(id);
        const toggle = (): void => {
          if (isOpen) this.#unfolded.delete(id);
          else this.#unfolded.add(id);
          this.requestUpdate();
        };
        return foldView(whole, isOpen, toggle, localize);
      },
    };
    const context: CommentContext = {
      ...plain,
      actions: (comment, thread) =>
        actionsView(
          comment,
          this.#actions.stateOf(comment),
          (action) => void this.#actions.run(action, comment, thread),
          localize,
        ),
      moreReplies: (thread) => {
        const { items = [], count = 0, next = null } = thread.replies ?? {};
        const onMore = (): void => void this.#model.moreReplies(thread);
        return this.#button(
          'replies',
          next !== null,
          'replies.show',
          onMore,
          localize,
          count - items.length,
        );
      },
    };
    const ownContext: CommentContext = {
      ...plain,
      actions: () => html`<p part="pending">${localize('item.mine.pending')}</p>`,
    };
    return listView(
      page,
      {
        above: [
          own.length > 0
            ? html`<ul part="own" role="list">
                ${own.map(({ comment, isPending }) =>
                  commentView(comment, isPending ? ownContext : plain),
                )}
              </ul>`
            : nothing,
          this.#button('first', !isFromStart, 'list.first', this.#onFirst, localize),
        ],
        below: [
          isMoreFailed ? html`<p part="failed">${localize('list.failed')}</p>` : nothing,
          this.#button(
            'more',
            page.next !== null,
            isMoreFailed ? 'retry' : 'list.more',
            () => void this.#model.more(),
            localize,
          ),
        ],
      },
      context,
    );
  }

  #button(
    part: string,
    isThere: boolean,
    words: ListMessageKey,
    onClick: () => void,
    localize: Localize<ListMessageKey>,
    n = this.#model.news,
  ): TemplateResult | typeof nothing {
    return isThere
      ? html`<button part="${part}-button" type="button" @click=${onClick}>
          ${localize(words, { n })}
        </button>`
      : nothing;
  }

  /** Turns to the page's article. */
  #followArticle(): void {
    const model = this.#model;
    const article = this.article || findArticleId(document);
    const place = `${this.endpoint} ${article}`;
    if (this.#place === place) return;
    this.#place = place;
    model.turnTo(article, this.sort);
    this.#isReserved = true;
    this.#sight?.disconnect();
    this.#sight?.observe(this);
    if (commentOfHash()) this.#begin();
  }

  #begin(): void {
    if (this.#model.phase !== 'waiting') return;
    const id = commentOfHash();
    void (id ? this.#model.lead(id) : this.#model.open());
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
    if (isNear && this.#place) this.#begin();
    this.#keepHeight(!isNear);
  };

  readonly #onHash = (): void => {
    const id = commentOfHash();
    if (id) void this.#model.lead(id);
  };

  readonly #onSent = (event: Event): void => {
    const { article, answer } = event as CommentSentEvent;
    const [form] = event.composedPath() as { endpoint?: unknown }[];
    const place = `${String(form?.endpoint).replace(/\/$/, '')} ${article}`;
    if (place === this.#model.place) void this.#model.welcomeOwn(answer);
  };

  readonly #onSort = (event: Event): void => {
    void this.#model.sortBy((event.target as HTMLSelectElement).value as CommentSort);
  };

  readonly #onNews = (): void => {
    this.#model.sort = 'newest';
    this.#onFirst();
  };

  readonly #onFirst = (): void => {
    void this.#model.open().then(() => this.#model.moveFocus(this.#model.page?.comments[0]?.id));
  };

  readonly #onRetry = (): void => {
    void this.#model.open().then(() => this.#model.moveFocus(undefined));
  };

  readonly #onReport = (event: SubmitEvent): void => {
    // "Đóng" closes the dialog by itself.
    if ((event.submitter as HTMLButtonElement | null)?.value) return;
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [reason, note] = ['reason', 'note'].map((name) => data.get(name) as string | null);
    void this.#actions.sendReport(reason ?? '', note?.trim() ?? '');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-comment-list': ReaderCommentListElement;
  }
}
