import type { LitElement } from 'lit';

import {
  type DeskComment,
  type DeskDecision,
  type DeskQueue,
  type RejectReason,
  rejectReasons,
} from '../protocol/desk.ts';
import { ArticleSettings } from './article-settings.ts';
import { Authors } from './authors.ts';
import { BackWay, isNarrow } from './back-way.ts';
import { Bulk } from './bulk.ts';
import { Decisions } from './decisions.ts';
import { DeskClient } from './desk-client.ts';
import { type DeskDialog, DeskModel } from './desk-model.ts';
import { LazyDialog } from './lazy-dialog.ts';
import { Listing } from './listing.ts';
import { followCounts } from './live-counts.ts';
import { Modes } from './modes.ts';
import { Reading } from './reading.ts';
import { Sessions } from './sessions.ts';
import { ShortcutKeeper } from './shortcut-keeper.ts';
import type { ShortcutAction } from './shortcuts.ts';
import { readWelcome, SignIn } from './sign-in.ts';
import { SignInClient } from './sign-in-client.ts';
import { Undo } from './undo.ts';

/** The element that shows the desk. */
export interface DeskHost extends LitElement {
  /** URL of the comment service. */
  readonly endpoint: string;
  /** What stands beside the newsroom's texts: its name. */
  readonly newsroom: string;
}

/** The desk with all its parts: what the views show, and what their buttons set going. */
export class Desk {
  readonly model: DeskModel;
  readonly listing: Listing;
  readonly reading: Reading;
  readonly backWay: BackWay;
  readonly undo: Undo;
  readonly decisions: Decisions;
  readonly bulk: Bulk;
  readonly authors: Authors;
  readonly article: ArticleSettings;
  readonly modes: Modes;
  readonly words: LazyDialog;
  readonly stats: LazyDialog;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly shortcuts: ShortcutKeeper;
  /** A reason was asked for and none was chosen. */
  isReasonMissing = false;
  /** The reason that is chosen, whose text for the reader is shown. */
  reason: RejectReason | undefined;

  readonly #element: DeskHost;
  #signInClient: SignInClient | undefined;
  #life = new AbortController();

  constructor(element: DeskHost) {
    this.#element = element;
    const model = (this.model = new DeskModel(element));
    const client = (): SignInClient =>
      (this.#signInClient ??= new SignInClient(this.#element.endpoint));
    this.listing = new Listing(model);
    this.reading = new Reading(model);
    this.backWay = new BackWay(model, this.reading);
    this.undo = new Undo(model, this.listing, this.reading);
    this.decisions = new Decisions(model, this.listing, this.reading, this.undo);
    this.bulk = new Bulk(model, this.listing, this.reading, this.undo);
    this.authors = new Authors(model, Date.now);
    this.article = new ArticleSettings(model);
    this.modes = new Modes(model);
    this.words = new LazyDialog(model, async () =>
      (await import('./words/words-dialog.ts')).createWordsDialog(model),
    );
    this.stats = new LazyDialog(model, async () =>
      (await import('./stats/stats-dialog.ts')).createStatsDialog(model),
    );
    this.signIn = new SignIn(model, client, () => void this.enter());
    this.sessions = new Sessions(model, client);
    this.shortcuts = new ShortcutKeeper(model, (action) => this.#onShortcut(action));
    model.onSignedOut = (isSecondStepMissing) => this.#onSignedOut(isSecondStepMissing);
  }

  /** Begins, at the page or at a welcome link. */
  start(): void {
    this.model.client = new DeskClient(this.#element.endpoint);
    const welcome = readWelcome(location.hash);
    if (welcome) void this.signIn.welcome(welcome);
    else void this.enter();
  }

  /** Ends what nobody waits for any more. */
  stop(): void {
    this.#life.abort();
    this.undo.forget();
  }

  /** Goes to the desk, if somebody is signed in. What was open before a session ended is still there. */
  async enter(): Promise<void> {
    const { model } = this;
    const isBack = model.editor !== undefined;
    const reply = await model.client.me();
    if (!reply.ok) {
      if (model.phase === 'starting') model.phase = 'failed';
      return model.refuse(reply.refusal);
    }
    const wasSigningIn = model.phase === 'signing-in';
    Object.assign(model, { editor: reply.body, phase: 'working', problem: '' });
    model.draftShown = model.draft;
    this.#follow();
    if (wasSigningIn) await model.focus(isBack && model.current ? '#comment-heading' : 'main');
    if (isBack && model.isDraftChanged) return model.redraw();
    await this.#refreshCounts();
    await this.listing.load();
    const [first] = model.list;
    if (first && !model.current && !isNarrow()) await this.reading.show(first, false);
  }

  /** Shows the queue that was chosen. */
  openQueue(queue: DeskQueue): void {
    this.reading.guard(() => {
      void this.listing.openQueue(queue).then(() => this.#showFirst());
    });
  }

  /** Shows a comment of the list. */
  show(comment: DeskComment): void {
    this.reading.guard(() => void this.reading.show(comment));
  }

  /** Shows what has come since. */
  showNews(): void {
    void this.listing.load().then(() => this.model.focus('#list-heading'));
  }

  /** Decides; a reason is asked for first where one is needed. */
  decide(decision: DeskDecision): void {
    if (!this.decisions.canDecide(decision)) return;
    this.reading.guard(() => {
      if (decision === 'reject') void this.#askReason();
      else void this.decisions.decide(decision);
    });
  }

  /** Goes on where the dialog of reasons is confirmed. */
  reject(reason: RejectReason | undefined, note: string): void {
    this.isReasonMissing = !reason;
    if (!reason) return void this.model.focus('dialog input[type=radio]');
    this.model.close();
    void this.decisions.decide('reject', reason, note);
  }

  /** Shows what the reader is told of a reason. */
  chooseReason(reason: string): void {
    this.reason = rejectReasons.find((one) => one === reason);
    this.isReasonMissing = false;
    this.model.redraw();
  }

  /** Does with many what was shown; a reason is asked for where one is needed. */
  confirmBulk(reason: RejectReason | undefined): void {
    this.isReasonMissing = this.bulk.plan?.decision === 'reject' && !reason;
    if (this.isReasonMissing) void this.model.focus('dialog input[type=radio]');
    else void this.bulk.run(reason);
  }

  /** The dialog is closed, by a button or by Escape. The news may come when the next is open, which may be of the same kind. */
  onDialogClosed(dialog: DeskDialog, { isConnected, open }: HTMLDialogElement): void {
    const isOver = this.model.dialog === dialog && isConnected && !open;
    if (this.model.dialog && !isOver) return;
    this.model.dialog = undefined;
    void this.model.returnFocus();
    this.bulk.plan = undefined;
    this.reason = undefined;
    this.isReasonMissing = false;
    this.shortcuts.change(undefined);
  }

  /** Signs the editor out. */
  async signOut(): Promise<void> {
    await (this.#signInClient ??= new SignInClient(this.#element.endpoint)).signOut();
    // Nothing of what was read stays on the page.
    location.reload();
  }

  async #askReason(): Promise<void> {
    this.isReasonMissing = false;
    this.reason = undefined;
    await this.model.open('reject');
  }

  async #showFirst(): Promise<void> {
    const [first] = this.model.list;
    await this.reading.show(isNarrow() ? undefined : first, false);
  }

  #follow(): void {
    this.#life.abort();
    this.#life = new AbortController();
    const url = this.model.client.liveUrl;
    const onCounts = this.listing.take.bind(this.listing);
    followCounts({ url, onCounts, poll: () => this.#refreshCounts() }, this.#life.signal);
  }

  async #refreshCounts(): Promise<void> {
    const reply = await this.model.client.counts();
    if (reply.ok) this.listing.take(reply.body.counts);
    else if (reply.refusal.code === 'unauthorized') this.model.refuse(reply.refusal);
  }

  #onSignedOut(isSecondStepMissing: boolean): void {
    this.#life.abort();
    this.model.close();
    if (isSecondStepMissing) return void this.signIn.setUp();
    const isEnded = this.model.editor !== undefined;
    void this.signIn.show({ kind: 'password', isEnded }, isEnded ? '#sign-in-heading' : '#email');
  }

  #onShortcut(action: ShortcutAction): void {
    const { model, reading } = this;
    if (action === 'next') reading.guard(() => void reading.go(1));
    else if (action === 'previous') reading.guard(() => void reading.go(-1));
    else if (action === 'search') void model.focus('#search');
    else if (action === 'undo') void this.undo.run();
    else if (action === 'edit') {
      if (model.mode === 'reading') void this.decisions.write('editing');
    } else this.decide(action);
  }
}
