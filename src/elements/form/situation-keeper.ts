import type { RefusalCode } from '../client.ts';
import type { CommentArticleEvent, CommentReplyEvent } from '../events.ts';
import type { FormModel } from './form-model.ts';
import type { ArticleStanding, FormSituation } from './form-situation.ts';

/** Holds what the form knows of an answer and of its article, from when there is something to know. */
export class SituationKeeper {
  /** Nothing while the article is open, without a date, and nobody is answered. */
  situation: FormSituation | undefined;
  readonly #model: FormModel;

  constructor(model: FormModel) {
    this.#model = model;
  }

  /** Takes in what a list has said. */
  async hear(event: CommentReplyEvent | CommentArticleEvent): Promise<void> {
    if ('state' in event) await this.turn(event);
    else await (await this.#load())?.answer(event);
  }

  /** The article stands as the server says. */
  async turn(article: ArticleStanding = { state: 'open' }): Promise<void> {
    if (article.state === 'open' && !article.closesAt && !this.situation) return;
    await (await this.#load())?.turn(article);
  }

  /** An answer was found in a draft. */
  async show(): Promise<void> {
    if (this.#model.reply && (await this.#load())) this.#model.element.requestUpdate();
  }

  /** Takes from a refusal what it says of either. */
  async onRefusal(code: RefusalCode): Promise<void> {
    // What is sent next answers nobody.
    if (code === 'parent-gone') this.#model.reply = undefined;
    if (code === 'article-closed') await this.turn({ state: 'closed' });
  }

  /** Another article, of which nothing is known yet. */
  reset(): void {
    this.#model.reply = undefined;
    this.situation?.reset();
  }

  async #load(): Promise<FormSituation | undefined> {
    // Without this file the server still refuses what it does not take.
    const loaded = await import('./form-situation.ts').catch(() => undefined);
    if (loaded) this.situation ??= new loaded.FormSituation(this.#model);
    return this.situation;
  }
}
