import { adoptStyles, type TemplateResult } from 'lit';

import { listActionMessagesVi } from '../../messages/list-actions.vi.ts';
import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { CommentAnswer, PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { aboveView } from './above-view.ts';
import type { CommentAction } from './actions-view.ts';
import { buttonView } from './button-view.ts';
import type { CommentContext } from './comment-view.ts';
import { copyText } from './copy-text.ts';
import { lead } from './lead.ts';
import { Likes } from './likes.ts';
import { assistantStyles } from './list-assistant.styles.ts';
import type { ListModel } from './list-model.ts';
import { lookForNews } from './look-for-news.ts';
import { findOwnComments, keepReceipt, type OwnComment } from './own-comments.ts';
import { linkTo } from './permalink.ts';
import { Reading } from './reading.ts';
import { Report } from './report.ts';
import { Visitor } from './visitor.ts';

/** What a list needs once the reader does something: fetched then, or where this browser keeps something for it. */
export class ListAssistant {
  messages: Readonly<Partial<Record<ListMessageKey, string>>> = listActionMessagesVi;
  /** Goes on in the list. */
  readonly reading: Reading;
  readonly #model: ListModel;
  readonly #likes: Likes;
  readonly #report: Report;
  #note: { readonly id: string; readonly key: ListMessageKey } | undefined;

  constructor(model: ListModel) {
    this.#model = model;
    const visitor = new Visitor(model.ask);
    this.reading = new Reading(model);
    this.#likes = new Likes(this.reading, visitor);
    this.#report = new Report(model, visitor);
    const root = model.element.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, assistantStyles]);
  }

  /** Whether the reader likes a comment. */
  isLiked(id: string): boolean {
    return this.#likes.has(id);
  }

  /** What became of the last action on a comment. */
  noteOn(id: string): ListMessageKey | undefined {
    return this.#note?.id === id ? this.#note.key : undefined;
  }

  /** What stands above the comments. */
  above(context: CommentContext, localize: Localize<ListMessageKey>): TemplateResult {
    const { own, isFromStart } = this.#model;
    const onFirst = (): void => void this.reading.fromStart();
    return aboveView(own, isFromStart ? undefined : onFirst, context, localize);
  }

  /** The offer of the comments that have come since, while there are any. */
  news(localize: Localize<ListMessageKey>): TemplateResult | undefined {
    const { news } = this.#model;
    if (news === 0) return undefined;
    return buttonView('news', localize('list.new', { n: news }), () => {
      this.#model.sort = 'newest';
      void this.reading.fromStart();
    });
  }

  /** The dialog of a report, while there is one. */
  dialog(level: number, localize: Localize<ListMessageKey>): TemplateResult | undefined {
    return this.#report.view(level, localize);
  }

  /** Does what a button says. */
  async run(action: CommentAction, comment: PublishedComment): Promise<void> {
    const { id } = comment;
    const { element } = this.#model;
    this.#note = undefined;
    if (action === 'report') await this.#report.ask(comment);
    else if (action === 'like') {
      if (!(await this.#likes.toggle(id))) this.#tell(id, 'like.failed');
    } else if (await copyText(linkTo(id), element.renderRoot as ShadowRoot))
      this.#tell(id, 'share.done');
  }

  /** The reader's own comments that wait for the newsroom, or were refused. */
  async findOwn(): Promise<readonly OwnComment[]> {
    const own = await findOwnComments(this.#place, this.#model.ask, Date.now());
    if (own.every((one) => 'comment' in one)) return own;
    const { withRefusals } = await import('./refusals.ts');
    return withRefusals(own, this.#model);
  }

  /** Takes up a comment that the reader has just sent by the form of `endpoint`: shown to them alone until it is decided on. */
  async welcome(endpoint: string, article: string, answer: CommentAnswer): Promise<void> {
    const model = this.#model;
    if (placeOf(endpoint, article) !== this.#place) return;
    const { comment } = answer;
    if (answer.status === 'pending') {
      keepReceipt(this.#place, answer, Date.now());
      model.own = await this.findOwn();
    } else if (comment) model.own = [{ comment, isPending: false }, ...model.own];
    model.redraw();
  }

  /** Asks how many comments have come since. */
  lookForNews(): Promise<void> {
    return lookForNews(this.#model);
  }

  /** Leads the reader to one comment. */
  lead(id: string): Promise<void> {
    return lead(this.#model, this.reading, id);
  }

  get #place(): string {
    return placeOf(this.#model.element.endpoint, this.#model.article);
  }

  #tell(id: string, key: ListMessageKey): void {
    this.#note = { id, key };
    this.#model.say(key);
    this.#model.redraw();
  }
}

const placeOf = (endpoint: string, article: string): string =>
  `${endpoint.replace(/\/$/, '')} ${article}`;
