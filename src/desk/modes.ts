import type { DeskModes, DeskModesConflict } from '../protocol/desk-articles.ts';
import type { ModesDraft } from './desk-client.ts';
import type { DeskModel } from './desk-model.ts';
import { problemText } from './problem-text.ts';
import type { JsonRefusal } from './request-json.ts';

/** How comments are taken on the site and in its sections, in their dialog (M-2). */
export class Modes {
  /** Nothing while they are on their way. */
  all: DeskModes | undefined;
  /** Why they were not saved, in words. */
  problem = '';

  readonly #model: DeskModel;
  #isBusy = false;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  async open(): Promise<void> {
    const model = this.#model;
    this.all = undefined;
    this.problem = '';
    await model.open('modes');
    const reply = await model.client.modes();
    if (model.dialog !== 'modes') return;
    if (!reply.ok) {
      model.close();
      return model.refuse(reply.refusal);
    }
    this.all = reply.body;
    await model.focus('#modes-heading');
  }

  /** Saves what was changed in the dialog; where somebody was faster, they are shown as they are now. */
  async save(draft: ModesDraft): Promise<void> {
    const { all } = this;
    const model = this.#model;
    if (!all || this.#isBusy) return;
    if (draft.site === undefined && draft.sections.length === 0) return model.close();
    this.#isBusy = true;
    const reply = await model.client.setModes({ ...draft, version: all.version });
    this.#isBusy = false;
    if (!reply.ok) return this.#refuse(reply.refusal);
    model.close();
    model.say('act.saved');
  }

  #refuse(refusal: JsonRefusal): void {
    const model = this.#model;
    const { code, body } = refusal;
    if (code === 'unauthorized' || code === 'second-step-missing') return model.refuse(refusal);
    const conflict = body['conflict'] as DeskModesConflict | undefined;
    if (code === 'version-changed' && conflict?.modes) {
      this.all = conflict.modes;
      this.problem = model.localize('modes.conflict');
    } else this.problem = problemText(refusal, model.localize, model.times);
    void model.focus('#modes-heading');
  }
}
