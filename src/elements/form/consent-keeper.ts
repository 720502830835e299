import { adoptStyles, type TemplateResult } from 'lit';

import type { FormMessageKey, FormMessages } from '../../messages/form.vi.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { CommentDraft, PrivacyNotice } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import type { ConsentBoxes } from './consent-boxes.ts';
import type { FormModel } from './form-model.ts';

/** Holds the notice that is put to the reader, with its boxes, from when there is one. */
export class ConsentKeeper {
  readonly #model: FormModel;
  #boxes: ConsentBoxes | undefined;

  constructor(model: FormModel) {
    this.#model = model;
  }

  /** The words that came with the boxes. */
  get messages(): Partial<FormMessages> | undefined {
    return this.#boxes?.messages;
  }

  /** Shows a notice that is new to the form, its boxes unticked; resolves when it is drawn. */
  async show(notice: PrivacyNotice | null | undefined): Promise<void> {
    if (!notice || notice.hash === this.#boxes?.notice.hash) return;
    const { element } = this.#model;
    const root = element.renderRoot as ShadowRoot;
    // Without this file the server refuses, and its refusal is another occasion to fetch it.
    const loaded = await import('./consent-boxes.ts').catch(() => undefined);
    if (!loaded) return;
    const boxes = new loaded.ConsentBoxes(notice, root);
    boxes.clear();
    if (!this.#boxes) adoptStyles(root, [...root.adoptedStyleSheets, boxes.styles]);
    this.#boxes = boxes;
    element.requestUpdate();
    await element.updateComplete;
  }

  /** Each comment is agreed to for itself. */
  clear(): void {
    this.#boxes?.clear();
  }

  /** What goes with a draft; nothing where no notice was shown. */
  read(): Pick<CommentDraft, 'consents'> {
    return this.#boxes ? { consents: this.#boxes.read() } : {};
  }

  /** A box that has to be ticked. */
  findProblem(): FieldProblem | undefined {
    return this.#boxes?.findProblem();
  }

  view(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    return this.#boxes?.view(this.#model.phase, localize);
  }
}
