import type { Challenge } from '../../protocol/types.ts';
import { type Reply, timeoutMs } from '../client.ts';
import { pause } from '../pause.ts';
import { type CodeState, codeStateOf } from './code-state.ts';

const repeatDelayMs = 1000;

/** What a source of codes works on. */
export interface CodeHolder {
  /** Where the code now stands; set whenever that changes. */
  code: CodeState;
}

/** Asks for challenges and knows when the present one has grown old. */
export class CodeSource {
  readonly #holder: CodeHolder;
  readonly #ask: (signal: AbortSignal) => Promise<Reply>;
  readonly #now: () => number;
  #request = new AbortController();
  #coming: Promise<void> | undefined;
  #dated: CodeState | undefined;
  #expiresAtMs = 0;

  /** `now` is a monotonic clock in milliseconds: a reader's clock may be set while the form is open. */
  constructor(
    holder: CodeHolder,
    ask: (signal: AbortSignal) => Promise<Reply>,
    now: () => number = () => performance.now(),
  ) {
    this.#holder = holder;
    this.#ask = ask;
    this.#now = now;
  }

  /**
   * Asks for a challenge unless a living one is at hand; one that has expired is renewed only while unanswered.
   * True when a new one has come by it.
   */
  async ensure(isAnswered: boolean): Promise<boolean> {
    const state = this.#holder.code;
    if (state.kind !== 'waiting' && (!this.#isExpired(state) || isAnswered)) return false;
    await this.load();
    return !!this.#holder.code.challenge;
  }

  /** Asks for a new challenge; what is under way is dropped. */
  load(): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    this.#holder.code = { kind: 'loading' };
    // An endpoint that is no URL: there is nobody to ask.
    this.#coming = this.#load(this.#request.signal).catch(() => {
      this.#holder.code = { kind: 'unavailable' };
    });
    return this.#coming;
  }

  /** Waits for a code on its way, asking for one if none is; says how it stands then, or after 15 s. */
  async arrival(): Promise<CodeState['kind']> {
    const isComing = this.#holder.code.kind === 'loading';
    await Promise.race([isComing ? this.#coming : this.load(), pause(timeoutMs)]);
    return this.#holder.code.kind;
  }

  /** Ends a request that nobody waits for any more; the next touch asks again. */
  stop(): void {
    this.#request.abort();
    if (this.#holder.code.kind === 'loading') this.#holder.code = { kind: 'waiting' };
  }

  /** A challenge's life is counted from when this source first sees it: it may have come with a refusal. */
  #isExpired(state: CodeState): boolean {
    if (!state.challenge) return false;
    if (this.#dated !== state) {
      this.#dated = state;
      this.#expiresAtMs = this.#now() + state.challenge.lifetimeSeconds * 1000;
    }
    return this.#now() >= this.#expiresAtMs;
  }

  async #load(signal: AbortSignal): Promise<void> {
    let reply = await this.#ask(signal);
    if (!reply.ok && !reply.refusal.retryAfterSeconds && !signal.aborted) {
      await pause(repeatDelayMs);
      if (!signal.aborted) reply = await this.#ask(signal);
    }
    if (signal.aborted) return;
    const challenge = reply.ok && (reply.body['challenge'] as Challenge);
    this.#holder.code = challenge ? codeStateOf(challenge) : { kind: 'unavailable' };
    this.#isExpired(this.#holder.code);
  }
}
