import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
  unsafeCSS,
} from 'lit';

import { countMessagesEn } from '../../messages/count.en.ts';
import { type CountMessages, countMessagesVi } from '../../messages/count.vi.ts';
import { CommentArticleEvent } from '../events.ts';
import { languageOf } from '../locale.ts';
import { createLocalize } from '../localize.ts';
import { countComments } from './count-source.ts';

/**
 * How many published comments an article has, for front pages: all numbers of a page come with one request.
 *
 * What stands between the tags is shown until there is a number, and where none is to be had.
 *
 * @tagname reader-comment-count
 *
 * @csspart number - The number.
 * @csspart unit - The words beside it, "ý kiến".
 *
 * @cssprop [--reader-comments-count-width=5.5em] - Width kept for the number, so that nothing moves when it comes.
 *
 * @cssstate none - There are no comments.
 */
export class ReaderCommentCountElement extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    article: {},
    lang: { reflect: true },
    messages: { type: Object },
    count: { state: true, attribute: false },
  };

  static override styles: CSSResultGroup = unsafeCSS(`
    :host {
      display: inline-block;
      min-inline-size: var(--reader-comments-count-width, 5.5em);
      white-space: nowrap;
    }
    :host([hidden]) {
      display: none;
    }
  `);

  /** Registers the class for a tag; a second call for the same tag does nothing. */
  static define(
    tag = 'reader-comment-count',
    registry: CustomElementRegistry = customElements,
  ): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  /** URL of the comment service, the same as the form's. */
  declare endpoint: string;
  /** Id of the article, at most 512 characters. */
  declare article: string;
  /** Language of the number (BCP 47); by default that of the nearest ancestor with `lang`. */
  declare lang: string;
  /** The page's own wording; as an attribute a JSON object. */
  declare messages: Partial<CountMessages> | null;
  declare private count: number | undefined;

  readonly #internals: ElementInternals = this.attachInternals();
  #place = '';

  constructor() {
    super();
    this.endpoint = '';
    this.article = '';
    this.messages = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(CommentArticleEvent.type, this.#onArticle);
    // Its surroundings may speak another language now.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(CommentArticleEvent.type, this.#onArticle);
  }

  protected override updated(): void {
    const { states } = this.#internals;
    states.clear();
    if (this.count === 0) states.add('none');
    if (this.isConnected) void this.#followArticle();
  }

  protected override render(): TemplateResult {
    const { count: n } = this;
    if (n === undefined) return html`<slot></slot>`;
    const language = /^en\b/i.test(this.lang || languageOf(this)) ? 'en' : 'vi';
    const words = { ...(language === 'en' ? countMessagesEn : countMessagesVi), ...this.messages };
    const localize = createLocalize(language, words, { n });
    const number = new Intl.NumberFormat(language).format(n);
    const [before, after] = localize('count.number').split(number);
    return html`<span part="unit">${before}</span
      ><span part="number">${number}</span
      ><span part="unit">${after}</span>`;
  }

  /** Turns to the page's article: until its number comes, what stands between the tags is shown. */
  async #followArticle(): Promise<void> {
    const { endpoint, article } = this;
    const place = endpoint && article ? `${endpoint} ${article}` : '';
    if (place === this.#place) return;
    this.#place = place;
    this.count = undefined;
    const count = place ? await countComments(endpoint, article) : undefined;
    if (place === this.#place) this.count ??= count;
  }

  readonly #onArticle = (event: Event): void => {
    const { article, count } = event as CommentArticleEvent;
    if (article === this.article) this.count = count;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-comment-count': ReaderCommentCountElement;
  }
}
