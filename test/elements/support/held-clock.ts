interface Timer {
  readonly id: number;
  readonly run: () => void;
  readonly everyMs: number | undefined;
  dueMs: number;
}

type Callback = () => void;

// Bound: a browser refuses to run them as methods of another object.
const real = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  setInterval: globalThis.setInterval.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
  clearInterval: globalThis.clearInterval.bind(globalThis),
};

/** Tasks that an answer of the played server needs to get to the form. */
const turnsToSettle = 6;

/** Lets what has been set going come to an end, without any timer of the page. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < turnsToSettle; turn += 1) {
    await new Promise((resolve) => real.setTimeout(resolve));
  }
}

/** Holds the page's timers, so that a test says how much time goes by. */
export class HeldClock {
  #nowMs = 0;
  // Out of the way of the browser's own, which may still be cleared by their numbers.
  #lastId = 1_000_000_000;
  #timers: Timer[] = [];

  /** Number of timers that are set. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** From now on time stands still for new timers. */
  hold(): void {
    this.#timers = [];
    Object.assign(globalThis, {
      setTimeout: (run: Callback, afterMs = 0) => this.#add(run, afterMs, undefined),
      setInterval: (run: Callback, everyMs = 0) => this.#add(run, everyMs, everyMs),
      clearTimeout: (id: number) => this.#remove(id),
      clearInterval: (id: number) => this.#remove(id),
    });
  }

  /** Time runs by itself again. */
  release(): void {
    Object.assign(globalThis, real);
  }

  /** Lets time go by, and everything end that begins in it. */
  async advance(ms: number): Promise<void> {
    await settle();
    const endMs = this.#nowMs + ms;
    for (;;) {
      const [next] = this.#timers
        .filter((timer) => timer.dueMs <= endMs)
        .toSorted((one, other) => one.dueMs - other.dueMs);
      if (!next) break;
      this.#nowMs = next.dueMs;
      if (next.everyMs === undefined) this.#remove(next.id);
      else next.dueMs += next.everyMs;
      next.run();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #add(run: Callback, afterMs: number, everyMs: number | undefined): number {
    this.#lastId += 1;
    this.#timers.push({ id: this.#lastId, run, everyMs, dueMs: this.#nowMs + afterMs });
    return this.#lastId;
  }

  #remove(id: number): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
    real.clearTimeout(id);
  }
}

/** A clock that is let go after each test of the calling suite. */
export function useHeldClock(): HeldClock {
  const clock = new HeldClock();
  afterEach(() => clock.release());
  return clock;
}
