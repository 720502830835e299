import type { TemplateResult } from 'lit';

import type { FormMessageKey, FormMessages } from '../../messages/form.vi.ts';
import type { Localize } from '../localize.ts';
import { pause } from '../pause.ts';
import type { AccentQuestion } from './accent-question.ts';
import type { FormModel } from './form-model.ts';

/** The question is a courtesy: nobody waits longer for it. */
const timeoutMs = 3000;

/** A text with fewer accented letters than one in ten may be without any. */
const mayLackAccents = (text: string): boolean =>
  text.replace(/[^\u00C0-\u036F\u1E00-\u1EFF]/g, '').length * 10 < text.length;

/** Holds the question about missing accents, from when there is a text to be asked about. */
export class AccentKeeper {
  readonly #model: FormModel;
  #question: AccentQuestion | undefined;

  constructor(model: FormModel) {
    this.#model = model;
  }

  /** The words that came with the question. */
  get messages(): Partial<FormMessages> | undefined {
    return this.#question?.messages;
  }

  /** The text has changed. */
  forget(): void {
    this.#question?.hide();
  }

  /** The reader has left the text. */
  async look(): Promise<void> {
    if (this.#model.element.accents === 'hint') (await this.#load())?.look();
  }

  /** Whether the comment is not to go yet. */
  async holdsBack(): Promise<boolean> {
    const { accents } = this.#model.element;
    if (accents === 'off' || accents === 'hint') return false;
    return (await this.#load())?.holdsBack() ?? false;
  }

  view(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    return this.#question?.view(localize);
  }

  async #load(): Promise<AccentQuestion | undefined> {
    const { element, fields } = this.#model;
    if (!this.#question && mayLackAccents(fields.read('content'))) {
      const loading = import('./accent-question.ts').catch(() => {});
      const loaded = await Promise.race([loading, pause(timeoutMs)]);
      if (loaded) {
        this.#question = new loaded.AccentQuestion(this.#model);
        element.requestUpdate();
        await element.updateComplete;
      }
    }
    return this.#question;
  }
}
