import type { FieldProblem } from '../../protocol/problem.ts';
import type { ChallengeAnswer } from '../../protocol/types.ts';
import { post, type Refusal } from '../client.ts';
import { CodeSource } from './code-source.ts';
import { codeUrl } from './code-url.ts';
import type { FormModel } from './form-model.ts';
import type { SpokenCode } from './spoken-code.ts';

/** Sees to it that the form has a code to be read, and says when another one has come. */
export class CodeKeeper {
  /** What lets the code be heard, where that is offered. */
  spoken: SpokenCode | undefined;
  readonly #model: FormModel;
  readonly #source: CodeSource;

  /** `onAnswer` gets what comes with a code: the notice on personal data, and how the article stands. */
  constructor(model: FormModel, onAnswer: (answer: Partial<ChallengeAnswer>) => void) {
    this.#model = model;
    this.#source = new CodeSource(model, async (signal) => {
      const { article, language, element } = model;
      const request = { article, kind: this.#kind, lang: language };
      const reply = await post(codeUrl(element), request, { headers: element.headers, signal });
      if (reply.ok) {
        const answer = reply.body as unknown as ChallengeAnswer;
        onAnswer(answer);
        if (answer.kinds?.includes('speech')) void this.#offerSpeech();
      }
      return reply;
    });
  }

  /** Waits for a code on its way. True when there is nothing to send yet: no code came, or its answer is to be given. */
  async await(): Promise<boolean> {
    const model = this.#model;
    if (model.code.challenge || model.code.kind === 'none') return false;
    const kind = await this.#source.arrival();
    if (kind === 'none') return false;
    if (kind === 'waiting') {
      // The form has left the page meanwhile.
      model.show({ kind: 'idle' });
    } else if (model.code.challenge) {
      model.show({ kind: 'idle' });
      await model.moveFocus('#code');
      model.say('code.loaded');
    } else {
      const errors: FieldProblem[] = [{ field: 'challenge.answer', code: 'unavailable' }];
      await model.refuse({ code: 'invalid-fields', errors });
    }
    return true;
  }

  /** Asks for a code unless a living one is at hand. */
  async ensure(): Promise<void> {
    const { code, fields, element } = this.#model;
    if (code.kind === 'none') return;
    const isNew = await this.#source.ensure(fields.read('challenge.answer') !== '');
    // Said only to who is there: elsewhere in the form it would talk into the reader's typing (design.md §8).
    if (isNew && element.renderRoot.querySelector('[part="code-field"] :focus')) {
      this.#model.say('code.loaded');
    }
  }

  /** Puts another code in the place of the present one, and says so; whether one has come. */
  async renew(): Promise<boolean> {
    await this.#load();
    const { code } = this.#model;
    // Otherwise yet another was asked for meanwhile, and is spoken of when it comes.
    if (code.kind !== 'loading')
      this.#model.say(code.challenge ? 'code.loaded' : 'code.unavailable');
    return !!code.challenge;
  }

  /**
   * Puts another code in the place of one that a refusal has used up, unless it brought one of the kind the reader
   * uses: a backend of the site's own brings none. Not before the focus has gone to the summary: a field the reader is
   * in is not written into.
   */
  replaceUsed({ code, challenge }: Refusal): void {
    if (!(challenge || code.startsWith('challenge-')) || challenge?.kind === this.#kind) return;
    setTimeout(() => {
      if (this.#model.code.kind !== 'none') void this.#load();
    });
  }

  /** Ends a request that nobody waits for any more, and what is being heard. */
  stop(): void {
    this.#source.stop();
    this.spoken?.stop();
  }

  async #offerSpeech(): Promise<void> {
    // Without this file there is the picture.
    const loaded = await import('./spoken-code.ts').catch(() => undefined);
    if (loaded) this.spoken ??= new loaded.SpokenCode(this.#model, this);
    this.#model.element.requestUpdate();
  }

  get #kind(): 'picture' | 'speech' {
    return this.spoken?.kind ?? 'picture';
  }

  #load(): Promise<void> {
    this.spoken?.stop();
    this.#model.fields.write('challenge.answer', '');
    return this.#source.load();
  }
}
