import type { LitElement } from 'lit';

import { createAnnouncer } from '../elements/form/announcer.ts';
import type { Localize, MessageParameters } from '../elements/localize.ts';
import type { DeskMessageKey, DeskMessages } from '../messages/desk.vi.ts';
import type {
  CommentStatus,
  DeskArticle,
  DeskComment,
  DeskCommentDetail,
  DeskConflict,
  DeskEditor,
  DeskQueue,
  QueueCounts,
} from '../protocol/desk.ts';
import type { DeskClient } from './desk-client.ts';
import type { DeskTimes } from './desk-times.ts';
import { type DeskPower, may } from './permissions.ts';
import { problemText } from './problem-text.ts';
import type { JsonRefusal } from './request-json.ts';

/** What the list is narrowed down to. */
export interface DeskFilter {
  readonly article?: DeskArticle | undefined;
  readonly flag?: string | undefined;
  /** Days as a date field has them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order?: string | undefined;
  /** Of a search. */
  readonly status?: CommentStatus | undefined;
}

/** Which dialog is open. */
export type DeskDialog =
  | 'reject'
  | 'bulk'
  | 'keys'
  | 'sessions'
  | 'leave'
  | 'article'
  | 'modes'
  | 'words'
  | 'stats';

/** What is being done with the comment: read, edited, or answered for the newsroom. */
export type DeskMode = 'reading' | 'editing' | 'replying';

/** What the desk shows. Its parts change it and have it drawn; views read it. */
export class DeskModel {
  phase: 'starting' | 'failed' | 'signing-in' | 'working' = 'starting';
  editor: DeskEditor | undefined;
  queue: DeskQueue = 'new';
  filter: DeskFilter = {};
  /** What is searched for; empty while a queue is shown. */
  search = '';
  counts: QueueCounts | undefined;
  listPhase: 'loading' | 'ready' | 'failed' = 'loading';
  list: readonly DeskComment[] = [];
  next: string | null = null;
  /** Comments that have come since the list was loaded. */
  news = 0;
  current: DeskComment | undefined;
  detail: DeskCommentDetail | undefined;
  isDetailFailed = false;
  mode: DeskMode = 'reading';
  /** What is being written, in place of the text or as an answer. */
  draft = '';
  /** What it was at first. */
  draftStart = '';
  /** What its field is drawn with: a field that is typed into is left alone, for input methods. */
  draftShown = '';
  conflict: DeskConflict | undefined;
  /** What went wrong last, in words. */
  problem = '';
  /** Something is on its way that must not be sent twice. */
  isBusy = false;
  /** On a phone: the comment is shown in place of the list. */
  isDetailShown = false;
  dialog: DeskDialog | undefined;
  selected: ReadonlySet<string> = new Set();
  isAllSelected = false;

  /** Vietnamese words that came with a part loaded later. */
  laterMessages: Partial<DeskMessages> | undefined;

  /** BCP 47. */
  declare language: string;
  declare localize: Localize<DeskMessageKey>;
  declare times: DeskTimes;
  declare client: DeskClient;

  /** What is to be done when a refusal says that nobody is signed in. */
  onSignedOut: (isSecondStepMissing: boolean) => void = () => {};

  readonly element: LitElement;
  #opener: HTMLElement | null = null;
  readonly #announce: (message: string) => void;

  constructor(element: LitElement) {
    this.element = element;
    this.#announce = createAnnouncer(() => element.renderRoot.querySelector('[role=status]'));
  }

  /** Draws what has changed. */
  redraw(): void {
    this.element.requestUpdate();
  }

  /** Speaks a message. */
  say(key: DeskMessageKey, parameters?: MessageParameters): void {
    this.tell(this.localize(key, parameters));
  }

  /** Speaks a text. */
  tell(text: string): void {
    this.#announce(text);
  }

  /** Whether the editor may do something. */
  may(power: DeskPower): boolean {
    return may(this.editor?.role, power);
  }

  /** Whether something is being written that would be lost. */
  get isDraftChanged(): boolean {
    return this.mode !== 'reading' && this.draft !== this.draftStart;
  }

  /** Moves the focus to the first node that a selector finds, once it is drawn. */
  async focus(selector: string): Promise<void> {
    this.redraw();
    await this.element.updateComplete;
    const node = this.element.renderRoot.querySelector<HTMLElement>(selector);
    node?.focus();
  }

  /** Opens a dialog; the focus returns to where it was when it is closed. */
  async open(dialog: DeskDialog): Promise<void> {
    this.#opener = this.#focused;
    this.dialog = dialog;
    this.redraw();
    await this.element.updateComplete;
    const node = this.element.renderRoot.querySelector('dialog');
    if (node && !node.open) node.showModal();
  }

  /** Closes the dialog. */
  close(): void {
    this.element.renderRoot.querySelector('dialog')?.close();
    this.dialog = undefined;
    this.redraw();
  }

  /** Takes the focus back to where it was before a dialog, where the browser does not see to it. */
  async returnFocus(): Promise<void> {
    const opener = this.#opener;
    this.#opener = null;
    this.redraw();
    await this.element.updateComplete;
    if (!this.#focused) opener?.focus();
  }

  get #focused(): HTMLElement | null {
    return (this.element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  /** Says what a refusal means; one for want of a session leads to the sign-in. */
  refuse(refusal: JsonRefusal): void {
    const { code } = refusal;
    if (code === 'aborted') return;
    if (code === 'unauthorized' || code === 'second-step-missing') {
      this.onSignedOut(code === 'second-step-missing');
      return;
    }
    this.problem = problemText(refusal, this.localize, this.times);
    this.tell(this.problem);
    this.redraw();
  }

  /** Puts a changed comment in place of the one that is shown, wherever it is. */
  replace(comment: DeskComment): void {
    const { id } = comment;
    this.list = this.list.map((one) => (one.id === id ? comment : one));
    if (this.current?.id === id) this.current = comment;
    if (this.detail?.comment.id === id) this.detail = { ...this.detail, comment };
  }
}
