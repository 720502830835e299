import { adoptStyles, type TemplateResult } from 'lit';

import { formChoiceMessagesVi } from '../../messages/form-choice.vi.ts';
import type { FormMessageKey, FormMessages } from '../../messages/form.vi.ts';
import type { ChallengeAnswer, CommentDraft, OfferedKind, WorkTask } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import { pause } from '../pause.ts';
import { choiceView } from './code-choice-view.ts';
import { choiceStyles } from './code-choice.styles.ts';
import type { CodeKeeper } from './code-keeper.ts';
import type { CodeState } from './code-state.ts';
import type { CodeWays } from './code-ways.ts';
import { doWork } from './do-work.ts';
import type { FormModel } from './form-model.ts';
import type { SpokenCode } from './spoken-code.ts';

/** Work that is not done by then is told to have failed. */
const patienceMs = 60_000;

/** Work that was begun. */
interface WorkRun {
  readonly task: WorkTask;
  readonly ending: AbortController;
  readonly done: Promise<void>;
  state: 'checking' | 'done' | 'failed';
  /** What was found. */
  key?: string | undefined;
}

/** Words about a code to be read that are said otherwise where there is none. */
const workWords: Partial<Record<FormMessageKey, FormMessageKey>> = {
  'code.loaded': 'pow.checking',
  'code.unavailable': 'pow.failed',
  'code.wrong': 'pow.expired',
  'code.expired': 'pow.expired',
  'code.spent': 'pow.expired',
};

/**
 * "Không nhập được mã?": the choice between picture, speech, work and none, and the work itself, which nobody sees. A file
 * of its own, fetched where a server offers work or takes comments without a code.
 */
export class CodeChoice implements CodeWays {
  readonly #model: FormModel;
  readonly #keeper: CodeKeeper;
  #spoken: SpokenCode | undefined;
  #offered: readonly OfferedKind[] = [];
  #chosen: OfferedKind | undefined;
  #run: WorkRun | undefined;

  constructor(model: FormModel, keeper: CodeKeeper) {
    this.#model = model;
    this.#keeper = keeper;
    const root = model.element.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, choiceStyles]);
  }

  get kind(): OfferedKind | undefined {
    return this.#spoken?.kind ?? this.#chosen;
  }

  get messages(): Partial<FormMessages> {
    return { ...formChoiceMessagesVi, ...this.#spoken?.messages };
  }

  get shown(): CodeState {
    return this.#isUnseen ? { kind: 'none' } : this.#model.code;
  }

  /** Takes in what the server says; false where its challenge cannot be met here, so that another is to be asked for. */
  turn({ challenge, kinds = this.#offered }: Partial<ChallengeAnswer>): boolean {
    const canWork = isSecureContext;
    this.#offered = kinds.filter((kind) => kind !== 'work' || canWork);
    if (kinds.includes('speech')) void this.#offerSpeech();
    if (canWork || challenge?.kind !== 'work') return true;
    this.#chosen = 'picture';
    return false;
  }

  reword(localize: Localize<FormMessageKey>): Localize<FormMessageKey> {
    this.#follow();
    const words = this.#spoken?.reword(localize) ?? localize;
    const isFailed = this.#run?.state === 'failed';
    return (key, parameters) => {
      const isOther = this.#isUnseen || (isFailed && key === 'code.unavailable');
      return words((isOther && workWords[key]) || key, parameters);
    };
  }

  view(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    return this.#spoken?.view(localize);
  }

  below(localize: Localize<FormMessageKey>): TemplateResult {
    const { phase, code } = this.#model;
    const isSkipped = code.kind === 'none';
    const state = this.#isUnseen && (isSkipped ? 'skipped' : (this.#run?.state ?? 'checking'));
    const present = isSkipped ? 'none' : this.#isUnseen ? 'work' : 'picture';
    // Speech has its button beside the picture.
    const others = this.#offered.filter((kind) => kind !== present && kind !== 'speech');
    return choiceView({ phase, state, others, onChoose: this.#choose }, localize);
  }

  async settle(): Promise<boolean> {
    this.#follow();
    const run = this.#run;
    if (!run) return false;
    await Promise.race([run.done, pause(patienceMs)]);
    if (this.#run !== run) {
      // The form has left the page meanwhile, or the reader has chosen otherwise.
      this.#model.show({ kind: 'idle' });
      return true;
    }
    if (run.key) return false;
    run.state = 'failed';
    await this.#model.refuse({
      code: 'invalid-fields',
      errors: [{ field: 'challenge.answer', code: 'unavailable' }],
    });
    return true;
  }

  complete(draft: CommentDraft): CommentDraft {
    this.#spoken?.stop();
    const { code } = this.#model;
    if (code.kind === 'none') return { ...draft, challenge: { kind: 'none' } };
    const key = this.#run?.key;
    if (!key || !draft.challenge || !('token' in draft.challenge)) return draft;
    const found = code.kind === 'work' ? { answer: key } : { workKey: key };
    return { ...draft, challenge: { ...draft.challenge, ...found } };
  }

  stop(): void {
    this.#spoken?.stop();
    if (this.#run?.state !== 'checking') return;
    this.#run.ending.abort();
    this.#run = undefined;
  }

  /** Whether there is no code to be read or heard. */
  get #isUnseen(): boolean {
    const { kind } = this.#model.code;
    return kind === 'work' || kind === 'none' || (kind === 'loading' && this.#chosen === 'work');
  }

  /** Begins with the work of another challenge as soon as there is one. */
  #follow(): void {
    const { code, element } = this.#model;
    const task = code.challenge?.work;
    if (task === this.#run?.task || !element.isConnected) return;
    this.#run?.ending.abort();
    this.#run = task && this.#begin(task);
  }

  #begin(task: WorkTask): WorkRun {
    const ending = new AbortController();
    const done = doWork(task, ending.signal).then((key) => {
      run.key = key;
      run.state = key ? 'done' : 'failed';
      if (this.#run === run) this.#model.element.requestUpdate();
    });
    const run: WorkRun = { task, ending, done, state: 'checking' };
    return run;
  }

  readonly #choose = async (kind: OfferedKind): Promise<void> => {
    const model = this.#model;
    this.stop();
    this.#chosen = kind;
    if (this.#spoken) this.#spoken.kind = undefined;
    if (kind === 'none') {
      model.code = { kind };
      model.say('code.skipped');
    }
    const renewing = kind === 'none' ? undefined : this.#keeper.renew();
    // The button that was pressed is gone.
    await model.moveFocus('#code');
    await renewing;
  };

  async #offerSpeech(): Promise<void> {
    const loaded = await import('./spoken-code.ts').catch(() => undefined);
    if (loaded) this.#spoken ??= new loaded.SpokenCode(this.#model, this.#keeper);
    this.#model.element.requestUpdate();
  }
}
