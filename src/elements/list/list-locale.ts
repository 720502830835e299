import { type ListMessageKey, type ListMessages, listMessagesVi } from '../../messages/list.vi.ts';
import { languageOf } from '../form/form-locale.ts';
import { createLocalize, type Localize } from '../localize.ts';
import type { ListOptions } from './list-options.ts';

/** The language of the list and its words: Vietnamese come with it, English when a page is in it. */
export class ListLocale {
  /** BCP 47; `vi` for every language there are no words for. */
  language = 'vi';

  #messages: ListMessages | undefined = listMessagesVi;
  readonly #onChange: () => void;

  /** `onChange` is called when the words of another language have come. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Turns to the language an element is in, by its own `lang` or that of its surroundings. */
  async use(element: ListOptions): Promise<void> {
    const { lang, hasUpdated: isDrawn } = element;
    const isEnglish = /^en\b/i.test(lang || languageOf(element));
    const language = isEnglish ? 'en' : 'vi';
    if (language === this.language) return;
    this.language = language;
    if (!isEnglish) this.#messages = listMessagesVi;
    // A list that stands keeps its words until the others are there.
    else if (!isDrawn) this.#messages = undefined;
    if (!isEnglish) return;
    const english = await import('../../messages/list.en.ts').catch(() => undefined);
    if (this.language !== language) return;
    if (!english) this.language = 'vi';
    this.#messages = english?.listMessagesEn ?? listMessagesVi;
    this.#onChange();
  }

  /** The look-up; nothing while the words are on their way. `overrides` are the page's own wording (C-2). */
  localize(
    overrides: Partial<ListMessages> | null,
    newsroom: string,
  ): Localize<ListMessageKey> | undefined {
    if (!this.#messages) return undefined;
    const all = { ...this.#messages, ...overrides };
    return createLocalize(this.language, all, { newsroom: newsroom || all.newsroom });
  }
}
