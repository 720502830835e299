import type { DeskModel } from './desk-model.ts';

/** What a dialog's own file brings: what it works with, and how that is drawn. */
export interface LoadedDialog {
  readonly view: () => unknown;
  open(): Promise<void>;
}

/** A dialog that comes with a file of its own for who opens it. */
export class LazyDialog {
  readonly #model: DeskModel;
  readonly #load: (model: DeskModel) => Promise<LoadedDialog>;
  #loaded: LoadedDialog | undefined;

  constructor(model: DeskModel, load: (model: DeskModel) => Promise<LoadedDialog>) {
    this.#model = model;
    this.#load = load;
  }

  /** The dialog, once it is there. */
  get view(): unknown {
    return this.#loaded?.view();
  }

  async open(): Promise<void> {
    const model = this.#model;
    try {
      this.#loaded ??= await this.#load(model);
    } catch {
      model.problem = model.localize('problem.network');
      model.tell(model.problem);
      return model.redraw();
    }
    await this.#loaded.open();
  }
}
