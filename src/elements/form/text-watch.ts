const pollMs = 500;

/**
 * Watches a text field while it has the focus: programs that dictate or rewrite text set its value without any event.
 * `onPause` is called once each time the text has stood still for at least 500 ms after a change.
 */
export class TextWatch {
  readonly #read: () => string;
  readonly #onChange: () => void;
  readonly #onPause: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = '';
  #isPausePending = false;

  constructor(read: () => string, onChange: () => void, onPause: () => void) {
    this.#read = read;
    this.#onChange = onChange;
    this.#onPause = onPause;
  }

  /** Begins to watch; called when the field gets the focus. */
  start(): void {
    this.stop();
    this.#last = this.#read();
    this.#timer = setInterval(() => this.#tick(), pollMs);
  }

  /** Ends watching; a pending call of `onPause` is dropped with it. */
  stop(): void {
    clearInterval(this.#timer);
    this.#isPausePending = false;
  }

  #tick(): void {
    const value = this.#read();
    if (value !== this.#last) {
      this.#last = value;
      this.#isPausePending = true;
      this.#onChange();
    } else if (this.#isPausePending) {
      this.#isPausePending = false;
      this.#onPause();
    }
  }
}
