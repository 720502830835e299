import type { TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import type { ListModel } from './list-model.ts';
import { type ReportPhase, reportView } from './report-view.ts';
import type { Visitor } from './visitor.ts';

/** What a reader tells the newsroom of a comment. */
export class Report {
  readonly #model: ListModel;
  readonly #visitor: Visitor;
  #comment: PublishedComment | undefined;
  #phase: ReportPhase = 'asking';

  constructor(model: ListModel, visitor: Visitor) {
    this.#model = model;
    this.#visitor = visitor;
  }

  /** The dialog, while a comment is being reported. */
  view(level: number, localize: Localize<ListMessageKey>): TemplateResult | undefined {
    return this.#comment && reportView(this.#phase, level, this.#onSubmit, this.#onClose, localize);
  }

  /** Opens the dialog. */
  async ask(comment: PublishedComment): Promise<void> {
    this.#comment = comment;
    await this.#show('asking');
    this.#model.element.renderRoot.querySelector('dialog')?.showModal();
  }

  async #show(phase: ReportPhase, focus?: string): Promise<void> {
    const { element } = this.#model;
    this.#phase = phase;
    this.#model.redraw();
    await element.updateComplete;
    if (focus) element.renderRoot.querySelector<HTMLElement>(`dialog ${focus}`)?.focus();
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    // "Đóng" closes the dialog by itself.
    if ((event.submitter as HTMLButtonElement | null)?.value) return;
    event.preventDefault();
    if (this.#phase !== 'sending') void this.#send(new FormData(event.target as HTMLFormElement));
  };

  async #send(form: FormData): Promise<void> {
    const reason = form.get('reason');
    const note = (form.get('note') as string).trim() || undefined;
    if (!reason) return this.#show('empty', 'input');
    const id = this.#comment?.id;
    await this.#show('sending');
    const reply = await this.#visitor.ask(`/${id}/report`, {
      method: 'POST',
      body: { reason, note },
    });
    if (reply.ok) return this.#show('done', '[value]');
    const isKnown = reply.refusal.code === 'duplicate';
    return isKnown ? this.#show('already', '[value]') : this.#show('failed', 'button');
  }

  /** The button that opened it has the focus again, also where the browser does not see to it. */
  readonly #onClose = (): void => {
    const id = CSS.escape(this.#comment?.id ?? '');
    this.#comment = undefined;
    this.#model.redraw();
    this.#model.element.renderRoot
      .querySelector<HTMLElement>(`#comment-${id} [part~=report-button]`)
      ?.focus();
  };
}
