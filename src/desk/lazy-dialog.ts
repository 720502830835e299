import type { DeskModel } from './desk-model.ts';
import type { Words } from './words/words.ts';

/** The newsroom's words in their dialog, which comes with its own file for who opens it. */
export class LazyWords {
  readonly #model: DeskModel;
  #loaded: { readonly words: Words; readonly view: (words: Words) => unknown } | undefined;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  /** The dialog, once it is there. */
  get view(): unknown {
    return this.#loaded?.view(this.#loaded.words);
  }

  async open(): Promise<void> {
    const model = this.#model;
    try {
      const { Words: Loaded, wordsDialog } = await import('./words/words-dialog.ts');
      this.#loaded ??= { words: new Loaded(model), view: wordsDialog };
    } catch {
      model.problem = model.localize('problem.network');
      model.tell(model.problem);
      return model.redraw();
    }
    await this.#loaded.words.open();
  }
}
