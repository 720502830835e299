import type { FormMessageKey } from '../../messages/form.vi.ts';
import { normalizeField } from '../../protocol/fields.ts';
import { countGraphemes } from '../../text/count-graphemes.ts';
import type { Localize } from '../localize.ts';
import type { FormModel } from './form-model.ts';

/** Counts what is left of the comment's length, and says it. */
export class ContentCounter {
  readonly #model: FormModel;
  #length = 0;

  constructor(model: FormModel) {
    this.#model = model;
  }

  /** Counts anew, and has the form drawn. */
  count(): void {
    this.#length = countGraphemes(normalizeField.content(this.#model.fields.read('content')));
    this.#model.element.requestUpdate();
  }

  /** How much of the limit is left, in words. */
  words(localize: Localize<FormMessageKey>): string {
    return localize(...this.#message);
  }

  /** Says them from the page's threshold on. */
  speak(): void {
    const { maxLength, counterThreshold } = this.#model.element;
    if (this.#length * 100 >= maxLength * counterThreshold) this.#model.say(...this.#message);
  }

  get #message(): readonly [FormMessageKey, { readonly n: number }] {
    const left = this.#model.element.maxLength - this.#length;
    return [left < 0 ? 'content.over' : 'content.left', { n: Math.abs(left) }];
  }
}
