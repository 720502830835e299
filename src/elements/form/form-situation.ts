import { adoptStyles, type TemplateResult } from 'lit';

import type { FormMessageKey } from '../../messages/form.vi.ts';
import { formSituationMessagesVi } from '../../messages/form-situation.vi.ts';
import type { ArticleSummary } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import type { AnsweredComment } from './draft-storage.ts';
import type { FormModel } from './form-model.ts';
import { closingView, replyView, stateView } from './situation-views.ts';
import { situationStyles } from './situation.styles.ts';

/** What is known of the article. */
export type ArticleStanding = Pick<ArticleSummary, 'state'> & {
  readonly closesAt?: string | undefined;
};

/** Where the dates are told (T-21). */
const timeZone = 'Asia/Ho_Chi_Minh';

const formatDate = (atMs: number, language: string, time?: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    ...time,
    timeZone,
  }).format(atMs);

/**
 * Whom the reader answers, and whether the article takes comments (N-9). A file of its own, fetched when a list asks for
 * an answer, when one is found in a draft, and where an article closes.
 */
export class FormSituation {
  /** The words that came along. */
  readonly messages: typeof formSituationMessagesVi = formSituationMessagesVi;
  readonly #model: FormModel;
  readonly #now: () => number;
  #article: ArticleStanding = { state: 'open' };
  #hasText = false;

  /** `now` is the clock in milliseconds since 1970. */
  constructor(model: FormModel, now: () => number = Date.now) {
    this.#model = model;
    this.#now = now;
    const root = model.element.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, situationStyles]);
  }

  /** Whether the form is not to be seen: there is nothing in it that would be lost. */
  get isFormHidden(): boolean {
    return this.#article.state !== 'open' && !this.#hasText;
  }

  /** The element's states by it. */
  get states(): readonly string[] {
    const { state } = this.#article;
    if (state === 'open') return [];
    return state === 'hidden' && !this.#hasText ? ['closed', 'hidden'] : ['closed'];
  }

  /** Takes up whom the reader wants to answer, and takes the reader to the field. */
  async answer({ id, name }: AnsweredComment): Promise<void> {
    const model = this.#model;
    if (this.#article.state !== 'open') return model.moveFocus('[part=state], textarea');
    model.reply = { id, name };
    if (model.phase.kind === 'sent') model.show({ kind: 'idle' });
    await this.#drawn();
    await model.moveFocus('textarea');
    model.say('reply.to', { name });
  }

  /** The article stands otherwise. What was typed stays where it is, also where nothing can be sent any more. */
  async turn(article: ArticleStanding): Promise<void> {
    const { fields, element, localize } = this.#model;
    this.#article = { closesAt: this.#article.closesAt, ...article };
    this.#hasText = fields.read('content') !== '';
    const wasIn = element.renderRoot.querySelector('form :focus');
    await this.#drawn();
    // The focus would be nowhere.
    if (wasIn && this.isFormHidden && localize) await this.#model.moveFocus('[part=state]');
  }

  /** Another article, of which nothing is known yet. */
  reset(): void {
    this.#article = { state: 'open' };
  }

  /** Stands above the comment. */
  replyView(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    const { reply } = this.#model;
    return reply && replyView(reply.name, this.#cancel, localize);
  }

  /** Stands above the form, unless a refusal has said the same. */
  stateView(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    const { state } = this.#article;
    const { phase, language } = this.#model;
    if (state === 'open' || phase.kind === 'failed') return undefined;
    if (state === 'readonly') return stateView(localize('state.readonly'));
    const closedAtMs = this.#closesAtMs;
    if (!closedAtMs || closedAtMs > this.#now()) return stateView(localize('state.closed'));
    return stateView(localize('state.closedAuto', { date: formatDate(closedAtMs, language) }));
  }

  /** Stands beside the button. */
  closingView(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    const closesAtMs = this.#closesAtMs;
    if (this.#article.state !== 'open' || !closesAtMs || closesAtMs < this.#now()) return undefined;
    const time = { hour: '2-digit', minute: '2-digit' } as const;
    const date = formatDate(closesAtMs, this.#model.language, time);
    return closingView(localize('state.closing', { date }));
  }

  get #closesAtMs(): number {
    return Date.parse(this.#article.closesAt ?? '') || 0;
  }

  readonly #cancel = async (): Promise<void> => {
    this.#model.reply = undefined;
    await this.#drawn();
    await this.#model.moveFocus('textarea');
  };

  /** Keeps it with the draft, too. */
  async #drawn(): Promise<void> {
    this.#model.assistant?.keepDraft();
    this.#model.element.requestUpdate();
    await this.#model.element.updateComplete;
  }
}
