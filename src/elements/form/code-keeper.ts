import type { FieldProblem } from '../../protocol/problem.ts';
import type { ChallengeAnswer, WorkChallenge } from '../../protocol/types.ts';
import { post, type Refusal, refuse } from '../client.ts';
import { CodeSource } from './code-source.ts';
import { codeUrl } from './code-url.ts';
import type { CodeWays } from './code-ways.ts';
import type { FormModel } from './form-model.ts';

/** Sees to it that the form has a code to be read, and says when another one has come. */
export class CodeKeeper {
  /** What there is beside the picture, where something is offered. */
  ways: CodeWays | undefined;
  readonly #model: FormModel;
  readonly #source: CodeSource;

  /** `onAnswer` gets what comes with a code: the notice on personal data, and how the article stands. */
  constructor(model: FormModel, onAnswer: (answer: Partial<ChallengeAnswer>) => void) {
    this.#model = model;
    this.#source = new CodeSource(model, async (signal) => {
      const { article, language, element } = model;
      const wish = { article, kind: this.ways?.kind, lang: language };
      const request = isSecureContext ? wish : { ...wish, work: false };
      const reply = await post(codeUrl(element), request, { headers: element.headers, signal });
      if (!reply.ok) return reply;
      const answer = reply.body as unknown as ChallengeAnswer;
      onAnswer(answer);
      return (await this.offer(answer)) ? reply : refuse('network');
    });
  }

  /** Waits for a code on its way. True when there is nothing to send yet: no code came, or its answer is to be given. */
  async await(): Promise<boolean | undefined> {
    const model = this.#model;
    const isHere = model.code.challenge || model.code.kind === 'none';
    const kind = isHere ? 'none' : await this.#source.arrival();
    if (kind === 'none' || kind === 'work') return this.ways?.settle?.();
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
   * Puts another code in the place of one that a refusal has used up, unless it brought one of the kind the reader uses
   * and that this page can meet: a backend of the site's own brings none. Not before the focus has gone to the summary:
   * a field the reader is in is not written into.
   */
  replaceUsed({ code, challenge }: Refusal): void {
    const used = this.#model.code.challenge;
    const canBeMet = isSecureContext || !(challenge as Partial<WorkChallenge> | undefined)?.work;
    if (challenge ? canBeMet && challenge.kind === used?.kind : !code.startsWith('challenge-'))
      return;
    setTimeout(() => {
      if (this.#model.code.kind !== 'none') void this.#load();
    });
  }

  /** Ends a request that nobody waits for any more, and what is being heard. */
  stop(): void {
    this.#source.stop();
    this.ways?.stop();
  }

  /** Fetches what there is beside a plain picture. False where the challenge cannot be met: another is to be asked for. */
  async offer(answer: Partial<ChallengeAnswer>): Promise<boolean> {
    const work = (answer.challenge as Partial<WorkChallenge> | undefined)?.work;
    if (!work && !answer.kinds?.[1]) return true;
    const taking = import('./offer-ways.ts').then(
      ({ offerWays }) => offerWays(this.#model, this, answer),
      () => false,
    );
    return !work || taking;
  }

  #load(): Promise<void> {
    this.ways?.stop();
    this.#model.fields.write('challenge.answer', '');
    return this.#source.load();
  }
}
