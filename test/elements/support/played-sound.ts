/** A sound that ends when the test says so. */
export interface PlayedSound {
  readonly isPlaying: boolean;
  /** When each sound began, in seconds from the press. */
  readonly starts: readonly number[];
  /** Lets the sound come to its end. */
  end(): void;
  /** Lets no further sound be decoded. */
  fail(): void;
}

/** Stands in for the page's `AudioContext` in the calling suite: nothing is heard, and time does not pass. */
export function usePlayedSound(): PlayedSound {
  const original = globalThis.AudioContext;
  let starts: number[] = [];
  let isFailing = false;
  let playing: EventTarget | undefined;

  class SilentContext {
    state = 'suspended';
    readonly currentTime = 0;
    readonly destination = {};
    #source: typeof playing;

    createBufferSource(): EventTarget {
      const start = (seconds: number): void => {
        starts.push(seconds);
        playing = this.#source;
      };
      this.#source = Object.assign(new EventTarget(), { start, connect() {} });
      return this.#source;
    }

    async decodeAudioData(): Promise<object> {
      if (isFailing) throw new DOMException('no sound', 'EncodingError');
      return {};
    }

    async resume(): Promise<void> {
      this.state = 'running';
    }

    async close(): Promise<void> {
      if (playing === this.#source) playing = undefined;
    }
  }

  beforeEach(() => {
    starts = [];
    isFailing = false;
    playing = undefined;
    Object.assign(globalThis, { AudioContext: SilentContext });
  });
  afterEach(() => {
    globalThis.AudioContext = original;
  });
  return {
    get isPlaying() {
      return playing !== undefined;
    },
    get starts() {
      return starts;
    },
    end() {
      playing?.dispatchEvent(new Event('ended'));
    },
    fail() {
      isFailing = true;
    },
  };
}
