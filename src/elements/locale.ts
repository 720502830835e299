import type { LitElement } from 'lit';

import { createLocalize, type Localize } from './localize.ts';

/** That of the nearest element with `lang`, the hosts of shadow roots included: `:lang()` ends at them in Firefox. */
export function languageOf(element: Element): string {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  const { host } = element.getRootNode() as ShadowRoot;
  return lang ?? (host ? languageOf(host) : '');
}

/** Words that are there, by their keys. */
type Words<Key extends string> = Partial<Readonly<Record<Key | 'newsroom', string>>>;

/** The language of an element and its words. */
export class Locale<Key extends string> {
  /** BCP 47; `vi` for every language there are no words for. */
  language = 'vi';

  readonly #vietnamese: Words<Key>;
  readonly #loaders: Readonly<Record<string, () => Promise<Words<Key>>>>;
  readonly #onChange: () => void;
  #messages: Words<Key> | undefined;

  /**
   * `loaders` fetch the words of other languages, each a file of its own; `onChange` is called when they have come.
   */
  constructor(
    vietnamese: Words<Key>,
    loaders: Readonly<Record<string, () => Promise<Words<Key>>>>,
    onChange: () => void,
  ) {
    this.#messages = this.#vietnamese = vietnamese;
    this.#loaders = loaders;
    this.#onChange = onChange;
  }

  /** Turns to the language an element is in, by its own `lang` or that of its surroundings; Vietnamese where there are no words. */
  async use(element: LitElement): Promise<void> {
    const { lang, hasUpdated: isDrawn } = element;
    const language = (lang || languageOf(element)).slice(0, 2).toLowerCase();
    const next = Object.hasOwn(this.#loaders, language) ? language : 'vi';
    if (next === this.language) return;
    this.language = next;
    const load = this.#loaders[next];
    // An element that stands keeps its words, and what was typed into it, until the others are there.
    if (!load) this.#messages = this.#vietnamese;
    else if (!isDrawn) this.#messages = undefined;
    const messages = await load?.().catch(() => undefined);
    if (!load || this.language !== next) return;
    if (!messages) this.language = 'vi';
    this.#messages = messages ?? this.#vietnamese;
    this.#onChange();
  }

  /**
   * The look-up; nothing while the words are on their way. `later` are Vietnamese words that came after the first
   * file (those of other languages come whole), `overrides` the page's own wording (C-2).
   */
  localize(
    later: Words<Key> | undefined,
    overrides: Words<Key> | null,
    newsroom: string,
  ): Localize<Key> | undefined {
    if (!this.#messages) return undefined;
    const all = { ...later, ...this.#messages, ...overrides } as Record<Key | 'newsroom', string>;
    return createLocalize<Key>(this.language, all, { newsroom: newsroom || all.newsroom });
  }
}
