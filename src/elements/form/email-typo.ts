import type { TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import { normalizeField } from '../../protocol/fields.ts';
import { suggestEmail } from '../../text/suggest-email.ts';
import type { Localize } from '../localize.ts';
import { suggestionView } from './assistant-views.ts';
import type { FormModel } from './form-model.ts';

/** Names the likely meant email after a typo, and puts it in when asked to (T-8). */
export class EmailTypo {
  readonly #model: FormModel;
  readonly #onUse: () => void;
  #suggestion = '';

  /** `onUse` is called when the field holds the other email. */
  constructor(model: FormModel, onUse: () => void) {
    this.#model = model;
    this.#onUse = onUse;
  }

  /** Looks at the email as it stands, and says what it may have been meant to be. */
  look(): void {
    const email = normalizeField.email(this.#model.fields.read('email'));
    this.#suggestion = suggestEmail(email) ?? '';
    const suggestion = this.#suggestion;
    if (suggestion) this.#model.say('email.suggest', { suggestion });
    this.#model.element.requestUpdate();
  }

  /** The email is being changed. */
  forget(): void {
    this.#suggestion = '';
  }

  /** The suggestion, if there is one. */
  view(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    if (!this.#suggestion) return undefined;
    return suggestionView(this.#suggestion, () => this.#use(), localize);
  }

  #use(): void {
    const { fields } = this.#model;
    fields.write('email', this.#suggestion);
    fields.focus('email');
    this.#onUse();
  }
}
