import type { DeskModel } from './desk-model.ts';
import type { Reading } from './reading.ts';

/** Whether list and comment stand in one column. */
export const isNarrow = (): boolean => matchMedia('(max-width: 55.99rem)').matches;

/** What the browser's history remembers of a comment that was opened. */
const mark = 'reader-comments desk comment';

/** On a phone: the browser's own way back, by button or gesture, leads from a comment to the list. */
export class BackWay {
  readonly #model: DeskModel;
  readonly #reading: Reading;
  /** The last entry of the history is that of a comment; one is left over where the page was loaded again. */
  #isMarked = history.state === mark;

  constructor(model: DeskModel, reading: Reading) {
    this.#model = model;
    this.#reading = reading;
  }

  /** Keeps the history in step with what is shown. */
  follow(): void {
    const { isDetailShown } = this.#model;
    if (isDetailShown && !this.#isMarked && isNarrow()) this.#mark();
    else if (!isDetailShown && this.#isMarked) {
      this.#isMarked = false;
      history.back();
    }
  }

  /** Somebody has gone back. */
  readonly onPopState = (): void => {
    const model = this.#model;
    if (!this.#isMarked) return;
    this.#isMarked = false;
    const { dialog } = model;
    // One step back closes what lies on top, and loses nothing that is being written.
    if (dialog || model.isDraftChanged) this.#mark();
    if (dialog) model.close();
    else this.#reading.guard(() => void this.#reading.back());
  };

  #mark(): void {
    history.pushState(mark, '');
    this.#isMarked = true;
  }
}
