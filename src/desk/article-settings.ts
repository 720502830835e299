import type { DeskArticleConflict, DeskArticleSettings } from '../protocol/desk-articles.ts';
import type { ArticleDraft } from './desk-client.ts';
import type { DeskModel } from './desk-model.ts';
import { problemText } from './problem-text.ts';
import type { JsonRefusal } from './request-json.ts';

/** How comments of one article are taken, in its dialog (M-2). */
export class ArticleSettings {
  /** Nothing while it is on its way. */
  article: DeskArticleSettings | undefined;
  /** Names of the sections there are. */
  sections: readonly string[] = [];
  /** Why it was not saved, in words. */
  problem = '';
  /** The closing time is typed in part, or in no year of ours. */
  isTimeWrong = false;

  readonly #model: DeskModel;
  #isBusy = false;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  async open(id: string): Promise<void> {
    const model = this.#model;
    this.article = undefined;
    this.problem = '';
    this.isTimeWrong = false;
    await model.open('article');
    const [reply, modes] = await Promise.all([model.client.article(id), model.client.modes()]);
    if (model.dialog !== 'article') return;
    if (!reply.ok) {
      model.close();
      return model.refuse(reply.refusal);
    }
    this.article = reply.body;
    // Names to choose from are a help; without them one is typed.
    this.sections = modes.ok ? modes.body.sections.map(({ name }) => name) : [];
    await model.focus('#article-heading');
  }

  /** Saves what was changed in the dialog; where somebody was faster, it is shown as it is now. */
  async save(draft: ArticleDraft): Promise<void> {
    const { article } = this;
    const model = this.#model;
    if (!article || this.#isBusy) return;
    if (Object.keys(draft).length === 0) return model.close();
    this.isTimeWrong = false;
    this.#isBusy = true;
    const { id, version } = article;
    const reply = await model.client.setArticle(id, { ...draft, version });
    this.#isBusy = false;
    if (!reply.ok) return this.#refuse(reply.refusal);
    model.close();
    model.say('act.saved');
  }

  /** Says that the closing time is not one. */
  refuseTime(): void {
    this.isTimeWrong = true;
    void this.#model.focus('#closes-at');
  }

  #refuse(refusal: JsonRefusal): void {
    const model = this.#model;
    const { code, body } = refusal;
    if (code === 'unauthorized' || code === 'second-step-missing') return model.refuse(refusal);
    const conflict = body['conflict'] as DeskArticleConflict | undefined;
    if (code === 'version-changed' && conflict?.article) {
      this.article = conflict.article;
      const editor = conflict.last?.who ?? model.localize('act.somebody');
      this.problem = model.localize('article.conflict', { editor });
    } else this.problem = problemText(refusal, model.localize, model.times);
    void model.focus('#article-heading');
  }
}
