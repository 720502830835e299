/** Workers as a test wants them. */
export interface PlayedWorkers {
  /** How many were made, and how many of them have ended. */
  made: number;
  ended: number;
  /** What happens to the next: it answers when told, breaks off, or is refused when it is made. */
  behaviour: 'held' | 'broken' | 'refused';
  /** Lets all that are held answer. */
  answer(key: string | undefined): void;
}

/** Workers that the test plays, in the place of the browser's, for each test of the calling suite. */
export function usePlayedWorkers(): PlayedWorkers {
  const original = globalThis.Worker;
  let held: PlayedWorker[] = [];
  const workers: PlayedWorkers = {
    made: 0,
    ended: 0,
    behaviour: 'held',
    answer(key) {
      for (const worker of held) worker.dispatchEvent(new MessageEvent('message', { data: key }));
    },
  };

  class PlayedWorker extends EventTarget {
    constructor() {
      super();
      if (workers.behaviour === 'refused') throw new DOMException('refused', 'SecurityError');
      workers.made += 1;
      held.push(this);
    }

    postMessage(): void {
      if (workers.behaviour === 'broken') setTimeout(() => this.dispatchEvent(new Event('error')));
    }

    terminate(): void {
      if (held.includes(this)) workers.ended += 1;
      held = held.filter((one) => one !== this);
    }
  }

  beforeEach(() => {
    Object.assign(workers, { made: 0, ended: 0, behaviour: 'held' });
    held = [];
    globalThis.Worker = PlayedWorker as unknown as typeof Worker;
  });
  afterEach(() => {
    globalThis.Worker = original;
  });
  return workers;
}
