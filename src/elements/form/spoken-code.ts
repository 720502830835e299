import { html, nothing, type TemplateResult } from 'lit';

import { formSpeechMessagesVi } from '../../messages/form-speech.vi.ts';
import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { CommentDraft, SpeechChallenge } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { pause } from '../pause.ts';
import type { CodeKeeper } from './code-keeper.ts';
import type { CodeWays } from './code-ways.ts';
import type { FormModel } from './form-model.ts';

/** A screen reader says first that there is a new code. */
const leadSeconds = 1;

/** A sound that has not begun by then does not begin. */
const startTimeoutMs = 3000;

/** "Nghe mã" and what it does: the code as it is heard. A file of its own, fetched where a server offers speech. */
export class SpokenCode implements CodeWays {
  kind: 'picture' | 'speech' | undefined;
  readonly messages: typeof formSpeechMessagesVi = formSpeechMessagesVi;
  readonly #model: FormModel;
  readonly #keeper: CodeKeeper;
  #playing: AudioContext | undefined;
  #heard: SpeechChallenge | undefined;
  #failed: SpeechChallenge | undefined;

  constructor(model: FormModel, keeper: CodeKeeper) {
    this.#model = model;
    this.#keeper = keeper;
  }

  reword(localize: Localize<FormMessageKey>): Localize<FormMessageKey> {
    const { challenge } = this.#model.code;
    const isSpeech = this.kind === 'speech';
    const keys: Partial<Record<FormMessageKey, FormMessageKey>> = {
      'code.hint': isSpeech ? 'code.hint.spoken' : 'code.hint.listen',
      'code.image.alt': 'code.image.alt.listen',
      ...(isSpeech && { 'code.wrong': 'code.wrong.spoken' }),
      ...(challenge && challenge === this.#failed && { 'code.spoken': 'code.audioFailed' }),
    };
    return (key, parameters) => localize(keys[key] ?? key, parameters);
  }

  /** The button that lets the code be heard, and the way back to a picture. */
  view(localize: Localize<FormMessageKey>): TemplateResult {
    return html`<button part="listen-button" type="button" @click=${this.#press}>
        ${localize(this.#label)}
      </button>
      ${
        this.kind === 'speech'
          ? html`<button part="picture-button" type="button" @click=${this.#showPicture}>
            ${localize('code.picture')}
          </button>`
          : nothing
      }`;
  }

  below(): undefined {
    return undefined;
  }

  complete(draft: CommentDraft): CommentDraft {
    this.stop();
    return draft;
  }

  stop(): void {
    void this.#playing?.close();
    this.#playing = undefined;
    this.#model.element.requestUpdate();
  }

  get #label(): FormMessageKey {
    if (this.#playing) return 'code.stop';
    const { challenge } = this.#model.code;
    return challenge && challenge === this.#heard ? 'code.listen.again' : 'code.listen';
  }

  /** Plays the code at hand, asking for one to be heard if there is none; stops what is playing. */
  readonly #press = async (): Promise<void> => {
    if (this.#playing) return this.stop();
    // Before the code is there: a browser lets sound begin by a press alone.
    const context = new AudioContext();
    const isNew = this.#model.code.kind !== 'spoken';
    this.kind = 'speech';
    if (isNew) await this.#keeper.renew();
    const { kind, challenge } = this.#model.code;
    if (kind !== 'spoken') return context.close();
    return this.#play(context, challenge, isNew ? leadSeconds : 0);
  };

  async #play(context: AudioContext, challenge: SpeechChallenge, lead: number): Promise<void> {
    this.stop();
    this.#playing = context;
    this.#heard = challenge;
    this.#failed = undefined;
    try {
      const bytes = Uint8Array.from(atob(challenge.audio), (byte) => byte.charCodeAt(0));
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(bytes.buffer);
      await Promise.race([context.resume(), pause(startTimeoutMs)]);
      if (this.#playing !== context) return;
      if (context.state !== 'running') throw new Error('There is no sound here');
      source.connect(context.destination);
      source.addEventListener('ended', () => {
        if (this.#playing === context) this.stop();
      });
      source.start(context.currentTime + lead);
    } catch {
      if (this.#playing !== context) return;
      this.#failed = challenge;
      this.stop();
      this.#model.say('code.audioFailed');
    }
  }

  readonly #showPicture = async (): Promise<void> => {
    this.stop();
    // This button goes: the focus stays with the other one.
    await this.#model.moveFocus('[part=listen-button]');
    this.kind = 'picture';
    await this.#keeper.renew();
  };
}
