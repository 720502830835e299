import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';

import { Locale } from '../elements/locale.ts';
import { deskAccountMessagesVi } from '../messages/desk-account.vi.ts';
import { deskArticleMessagesVi } from '../messages/desk-articles.vi.ts';
import { type DeskMessageKey, type DeskMessages, deskMessagesVi } from '../messages/desk.vi.ts';
import { reasonMessagesVi } from '../messages/reasons.vi.ts';
import { commentStyles } from './comment.styles.ts';
import { controlStyles } from './control.styles.ts';
import { Desk } from './desk.ts';
import { createDeskTimes } from './desk-times.ts';
import { dialogStyles } from './dialog.styles.ts';
import { dialogView } from './dialogs/dialog-view.ts';
import { listStyles } from './list.styles.ts';
import { shellStyles } from './shell.styles.ts';
import { signInStyles } from './sign-in.styles.ts';
import { undoStyles } from './undo.styles.ts';
import { shellView } from './views/shell-view.ts';
import { signInView } from './views/sign-in-view.ts';
import { startView } from './views/start-view.ts';
import { undoView } from './views/undo-view.ts';

/** How often waiting times are written anew. */
const minuteMs = 60_000;

/** The newsroom's desk: a page of its own, where editors read, edit and decide. */
export class ReaderCommentsDeskElement extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    lang: { reflect: true },
    newsroom: {},
    timeZone: { attribute: 'time-zone' },
    messages: { type: Object },
  };
  static override styles: CSSResultGroup = [
    controlStyles,
    shellStyles,
    undoStyles,
    listStyles,
    commentStyles,
    dialogStyles,
    signInStyles,
  ];

  /** Registers the class for a tag; a second call for the same tag does nothing. */
  static define(
    tag = 'reader-comments-desk',
    registry: CustomElementRegistry = customElements,
  ): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  /** URL of the comment service. */
  declare endpoint: string;
  /** Language of the desk (BCP 47); by default that of the page. */
  declare lang: string;
  /** Name of the newsroom in the texts; by default "Tòa soạn". */
  declare newsroom: string;
  /** Time zone of the times (IANA); by default Asia/Ho_Chi_Minh. */
  declare timeZone: string;
  /** The site's own wording of any message (C-2). */
  declare messages: Partial<DeskMessages> | null;

  readonly #locale = new Locale<DeskMessageKey>(
    { ...deskMessagesVi, ...deskAccountMessagesVi, ...deskArticleMessagesVi, ...reasonMessagesVi },
    { en: async () => (await import('../messages/desk.en.ts')).deskMessagesEn },
    () => this.requestUpdate(),
  );
  readonly #desk = new Desk(this);
  #life = new AbortController();
  #isStarted = false;

  constructor() {
    super();
    this.endpoint = '/comments';
    this.newsroom = '';
    this.timeZone = '';
    this.messages = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    const { signal } = this.#life;
    document.addEventListener('keydown', this.#desk.shortcuts.onKey, { signal });
    window.addEventListener('beforeunload', this.#onLeave, { signal });
    window.addEventListener('popstate', this.#desk.backWay.onPopState, { signal });
    const timer = setInterval(() => this.requestUpdate(), minuteMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life.abort();
    this.#desk.stop();
  }

  protected override willUpdate(): void {
    if (this.isConnected) void this.#locale.use(this);
    const { model } = this.#desk;
    const localize = this.#locale.localize(model.laterMessages, this.messages, this.newsroom);
    if (!localize) return;
    model.language = this.#locale.language;
    model.localize = localize;
    model.times = createDeskTimes(this.#locale.language, this.timeZone, Date.now);
  }

  protected override updated(): void {
    this.#desk.backWay.follow();
    if (this.#isStarted || !this.#hasWords) return;
    this.#isStarted = true;
    this.#desk.start();
  }

  protected override render(): TemplateResult {
    return html`<div class="desk" lang=${this.#locale.language}>
      ${this.#hasWords ? this.#content() : ''}
      <div class="unseen" role="status"></div>
    </div>`;
  }

  get #hasWords(): boolean {
    return this.#locale.localize(undefined, null, '') !== undefined;
  }

  #content(): TemplateResult {
    const desk = this.#desk;
    const { phase } = desk.model;
    if (phase === 'signing-in') return signInView(desk);
    if (phase !== 'working') return startView(desk);
    return html`${shellView(desk)}${undoView(desk)}${dialogView(desk)}`;
  }

  /** What is being written is not lost by a slip. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#desk.model.isDraftChanged) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-comments-desk': ReaderCommentsDeskElement;
  }
}
