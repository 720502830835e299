import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import { CommentReplyEvent } from '../events.ts';
import type { ActionsState, CommentAction } from './actions-view.ts';
import { nameOf } from './comment-view.ts';
import type { ListModel } from './list-model.ts';
import { readRecord, writeRecord } from './local-record.ts';
import { copyText, linkTo } from './permalink.ts';
import type { ReportPhase } from './report-view.ts';
import { Visitor } from './visitor.ts';

const likesRecord = 'likes';
const maxLikes = 1000;

/** What a reader does with the comments of a list. */
export class ListActions {
  /** The comment that is being reported. */
  reported: PublishedComment | undefined;
  report: ReportPhase = 'asking';

  readonly #model: ListModel;
  readonly #visitor: Visitor;
  readonly #likes = new Set(readRecord(likesRecord));
  readonly #sending = new Set<string>();
  #note: { readonly id: string; readonly key: ListMessageKey } | undefined;

  constructor(model: ListModel) {
    this.#model = model;
    this.#visitor = new Visitor(model.ask);
  }

  /** How the buttons of a comment stand. */
  stateOf({ id }: PublishedComment): ActionsState {
    const { withoutLikes, withoutReplies, withoutReports } = this.#model.element;
    const isOpen = this.#model.page?.article.state === 'open';
    const isLeftOut: Readonly<Record<CommentAction, boolean>> = {
      like: withoutLikes,
      reply: withoutReplies || !isOpen,
      share: false,
      report: withoutReports,
    };
    return {
      offered: (['like', 'reply', 'share', 'report'] as const).filter((one) => !isLeftOut[one]),
      isLiked: this.#likes.has(id),
      note: this.#note?.id === id ? this.#note.key : undefined,
    };
  }

  /** Does what a button says. */
  async run(
    action: CommentAction,
    comment: PublishedComment,
    thread: PublishedComment,
  ): Promise<void> {
    const { element, article, localize } = this.#model;
    if (action === 'like') await this.#like(comment);
    else if (action === 'share') {
      if (await copyText(linkTo(comment.id), element.renderRoot))
        this.#tell(comment.id, 'share.done');
    } else if (action === 'reply') {
      const name = localize ? nameOf(comment, localize) : '';
      element.dispatchEvent(new CommentReplyEvent(article, thread.id, name));
    } else {
      this.reported = comment;
      this.report = 'asking';
      element.requestUpdate();
      await element.updateComplete;
      element.renderRoot.querySelector('dialog')?.showModal();
    }
  }

  /** Sends the report. */
  async sendReport(reason: string, note: string): Promise<void> {
    const { reported } = this;
    const { element } = this.#model;
    if (!reported || this.report === 'sending') return;
    const show = async (phase: ReportPhase, focus: string): Promise<void> => {
      this.report = phase;
      element.requestUpdate();
      await element.updateComplete;
      element.renderRoot.querySelector<HTMLElement>(`dialog ${focus}`)?.focus();
    };
    if (!reason) return show('empty', 'input');
    this.report = 'sending';
    element.requestUpdate();
    const reply = await this.#visitor.ask(`/${reported.id}/report`, {
      method: 'POST',
      body: { reason, ...(note && { note }) },
    });
    if (reply.ok) return show('done', '[value]');
    return reply.refusal.code === 'duplicate'
      ? show('already', '[value]')
      : show('failed', 'button');
  }

  /** The dialog is closed: the focus goes back to its button, as also browsers do that can. */
  endReport(): void {
    const { element } = this.#model;
    const { reported } = this;
    this.reported = undefined;
    element.requestUpdate();
    element.renderRoot
      .querySelector<HTMLElement>(
        `#comment-${CSS.escape(reported?.id ?? '')} [part~=report-button]`,
      )
      ?.focus();
  }

  /** Shown at once, and taken back where the service does not take it. */
  async #like({ id }: PublishedComment): Promise<void> {
    if (this.#sending.has(id)) return;
    this.#sending.add(id);
    const isLiked = !this.#likes.has(id);
    this.#setLike(id, isLiked);
    const method = isLiked ? 'PUT' : 'DELETE';
    const reply = await this.#visitor.ask(`/${id}/like`, { method });
    this.#sending.delete(id);
    if (reply.ok) return;
    this.#setLike(id, !isLiked);
    this.#tell(id, 'like.failed');
  }

  #setLike(id: string, isLiked: boolean): void {
    if (isLiked) this.#likes.add(id);
    else this.#likes.delete(id);
    writeRecord(likesRecord, [...this.#likes], maxLikes);
    this.#note = undefined;
    const likes = isLiked ? 1 : -1;
    this.#model.change(id, (comment) => ({
      ...comment,
      likes: Math.max(0, comment.likes + likes),
    }));
  }

  #tell(id: string, key: ListMessageKey): void {
    this.#note = { id, key };
    this.#model.say([key]);
    this.#model.element.requestUpdate();
  }
}
