import { type FormMessageKey, type FormMessages, formMessagesVi } from '../../messages/form.vi.ts';
import { createLocalize, type Localize } from '../localize.ts';
import type { FormOptions } from './form-options.ts';

/** Languages besides Vietnamese, each a file of its own, fetched when a page is in it. */
const loaders: Readonly<Record<string, () => Promise<Partial<FormMessages>>>> = {
  en: async () => (await import('../../messages/form.en.ts')).formMessagesEn,
};

/** That of the nearest element with `lang`, the hosts of shadow roots included: `:lang()` ends at them in Firefox. */
export function languageOf(element: Element): string {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  const { host } = element.getRootNode() as ShadowRoot;
  return lang ?? (host ? languageOf(host) : '');
}

/** The language of the form and its words. */
export class FormLocale {
  /** BCP 47; `vi` for every language there are no words for. */
  language = 'vi';

  #messages: Partial<FormMessages> | undefined = formMessagesVi;
  readonly #onChange: () => void;

  /** `onChange` is called when the words of another language have come. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Turns to the language an element is in, by its own `lang` or that of its surroundings; Vietnamese where there are no words. */
  async use(element: FormOptions): Promise<void> {
    const { lang, hasUpdated: isDrawn } = element;
    const language = (lang || languageOf(element)).slice(0, 2).toLowerCase();
    const next = Object.hasOwn(loaders, language) ? language : 'vi';
    if (next === this.language) return;
    this.language = next;
    const load = loaders[next];
    // A form that stands keeps its words, and what was typed into it, until the others are there.
    if (!load) this.#messages = formMessagesVi;
    else if (!isDrawn) this.#messages = undefined;
    const messages = await load?.().catch(() => undefined);
    if (!load || this.language !== next) return;
    if (!messages) this.language = 'vi';
    this.#messages = messages ?? formMessagesVi;
    this.#onChange();
  }

  /**
   * The look-up; nothing while the words are on their way. `later` are Vietnamese words that came after the first
   * file (those of other languages come whole), `overrides` the page's own wording (C-2).
   */
  localize(
    later: Partial<FormMessages> | undefined,
    overrides: Partial<FormMessages> | null,
    newsroom: string,
  ): Localize<FormMessageKey> | undefined {
    if (!this.#messages) return undefined;
    const all = { ...later, ...this.#messages, ...overrides } as FormMessages;
    return createLocalize(this.language, all, { newsroom: newsroom || all.newsroom });
  }
}
