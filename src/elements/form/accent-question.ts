import { adoptStyles, type TemplateResult } from 'lit';

import { formAccentMessagesVi } from '../../messages/form-accents.vi.ts';
import type { FormMessageKey } from '../../messages/form.vi.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { isUnaccentedVietnamese } from '../../text/unaccented-vietnamese.ts';
import type { Localize } from '../localize.ts';
import { accentHintView, accentQuestionView } from './accent-views.ts';
import { accentStyles } from './accent.styles.ts';
import type { FormModel } from './form-model.ts';

/**
 * Sees that a comment is Vietnamese without accents, and asks once about each such text (T-10). A file of its own,
 * fetched when a text looks as if it might be.
 */
export class AccentQuestion {
  /** The words that came along, as the looks did. */
  readonly messages: typeof formAccentMessagesVi = formAccentMessagesVi;
  readonly #model: FormModel;
  /** The text that was asked about last. */
  #asked = '';
  #shown: 'hint' | 'question' | undefined;

  constructor(model: FormModel) {
    this.#model = model;
    const root = model.element.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, accentStyles]);
  }

  /** Takes back what it shows, for the text is another one, or on its way. */
  hide(): void {
    if (!this.#shown) return;
    this.#shown = undefined;
    this.#model.element.requestUpdate();
  }

  /** Says how accents are typed, where they are missing. */
  look(): void {
    this.#shown = this.#findText() === undefined ? undefined : 'hint';
    this.#model.element.requestUpdate();
  }

  /** Whether the comment is not to go yet: the reader is asked, or told that it would be refused. */
  async holdsBack(): Promise<boolean> {
    const model = this.#model;
    const text = this.#findText();
    this.hide();
    if (text === undefined) return false;
    if (model.element.accents === 'require') {
      const errors = [{ field: 'content', code: 'no-accents' }] as const;
      await model.refuse({ code: 'invalid-fields', errors });
      return true;
    }
    if (text === this.#asked) return false;
    this.#asked = text;
    this.#shown = 'question';
    model.show({ kind: 'idle' });
    await model.moveFocus('[part=accents]');
    return true;
  }

  /** What stands above the button. */
  view(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    if (!this.#shown) return undefined;
    return this.#shown === 'hint'
      ? accentHintView(localize)
      : accentQuestionView(this.#onEdit, this.#onSend, localize);
  }

  #findText(): string | undefined {
    const text = normalizeText(this.#model.fields.read('content'));
    return isUnaccentedVietnamese(text) ? text : undefined;
  }

  readonly #onEdit = (): void => {
    this.hide();
    this.#model.fields.focus('content');
  };

  readonly #onSend = async (): Promise<void> => {
    this.hide();
    // The button goes with the question.
    await this.#model.moveFocus('[part=submit-button]');
    await this.#model.send();
  };
}
