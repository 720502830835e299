// Over 250 lines: a short method for each thing that the form may ask; what they answer is decided in modules of their own.
import { adoptStyles, type TemplateResult } from 'lit';

import { formCheckMessagesVi } from '../../messages/form-checks.vi.ts';
import type { FormMessageKey, FormMessages } from '../../messages/form.vi.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { CommentDraft } from '../../protocol/types.ts';
import type { Refusal } from '../client.ts';
import type { Localize } from '../localize.ts';
import { pause } from '../pause.ts';
import { AccentKeeper } from './accent-keeper.ts';
import type { Attempt } from './attempt.ts';
import { draftNoteView } from './assistant-views.ts';
import { CodeKeeper } from './code-keeper.ts';
import { ConsentKeeper } from './consent-keeper.ts';
import { ContentCounter } from './content-counter.ts';
import { fieldNames, type FormFieldName } from './control-ids.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { draftFields } from './draft-storage.ts';
import { EmailTypo } from './email-typo.ts';
import type { Explainer } from './explain.ts';
import { fieldOf } from './field-of.ts';
import { findFieldProblem } from './field-problems.ts';
import type { FormModel } from './form-model.ts';
import { PointerPress } from './pointer-press.ts';
import { fieldText } from './problem-texts.ts';
import { readerPage } from './reader-page.ts';
import type * as RefusalTexts from './refusal-texts.ts';
import { SituationKeeper } from './situation-keeper.ts';
import { TextWatch } from './text-watch.ts';
import { touchedStyles } from './touched.styles.ts';

/** Nobody waits longer to hear in general words that something went wrong. */
const wordsTimeoutMs = 3000;

/**
 * Everything that helps the reader before the server has its say: checks, counter, draft, email typos, and the words
 * for all of them. A file of its own, fetched at the first touch; without it the form sends and shows the server's
 * answers in general words (design.md §7).
 */
export class FormAssistant implements Explainer {
  readonly code: CodeKeeper;
  readonly situation: SituationKeeper;
  readonly #model: FormModel;
  readonly #draft: DraftKeeper;
  readonly #accents: AccentKeeper;
  readonly #consents: ConsentKeeper;
  readonly #counter: ContentCounter;
  readonly #typo: EmailTypo;
  readonly #watch: TextWatch;
  readonly #press = new PointerPress();
  /** Fields changed since the last attempt: only these are judged anew, so that what the server alone saw stays said. */
  readonly #edited = new Set<FormFieldName>();
  #article = '';
  #refusals: typeof RefusalTexts | undefined;

  constructor(model: FormModel) {
    this.#model = model;
    this.#draft = new DraftKeeper(model);
    this.#accents = new AccentKeeper(model);
    this.#consents = new ConsentKeeper(model);
    this.situation = new SituationKeeper(model);
    this.code = new CodeKeeper(model, ({ notice, article }) => {
      void this.#consents.show(notice);
      void this.situation.turn(article);
    });
    this.#counter = new ContentCounter(model);
    this.#typo = new EmailTypo(model, () => this.#onInput('email'));
    this.#watch = new TextWatch(
      () => model.fields.read('content'),
      () => this.#onInput('content'),
      () => this.#counter.speak(),
    );
    if (!model.element.endpoint) {
      console.error('<reader-comment-form> needs its attribute "endpoint"');
    }
    const root = model.element.renderRoot as ShadowRoot;
    adoptStyles(root, [...root.adoptedStyleSheets, touchedStyles]);
    void this.#consents.show(model.element.notice);
    const { activeElement } = root;
    // Left while this file was on its way; a draft that comes back now was looked at when it was typed.
    if (fieldOf(activeElement) !== 'email') this.#typo.look();
    this.open();
    // What was typed while this file was on its way is kept from now on.
    this.#draft.save();
    this.onEvent({ type: 'focusin', target: activeElement });
  }

  /** The words that came along. */
  get messages(): Partial<FormMessages> {
    return {
      ...formCheckMessagesVi,
      ...this.#refusals?.messages,
      ...this.#accents.messages,
      ...this.code.ways?.messages,
      ...this.#consents.messages,
      ...this.situation.situation?.messages,
    };
  }

  /** Turns to the model's thread: fills the empty fields with its draft. With another article the form begins anew. */
  open(): void {
    const { fields, element, article } = this.#model;
    const isOther = this.#article !== '' && this.#article !== article;
    this.#article = article;
    if (isOther) {
      this.#model.stop();
      this.#model.code = { kind: 'waiting' };
      fields.write('content', '');
      fields.write('challenge.answer', '');
      this.situation.reset();
      this.#model.show({ kind: 'idle' });
    }
    this.#draft.restore();
    void this.situation.show();
    this.#counter.count();
    if (this.#draft.isRestored)
      void element.updateComplete.then(() => this.#model.say('draft.restored'));
  }

  /** Keeps the draft as it stands. */
  keepDraft(): void {
    this.#draft.save();
  }

  /** The server has taken the comment, or the reader threw the draft away. */
  forget(): void {
    this.#model.reply = undefined;
    this.#draft.forget();
    this.#consents.clear();
    this.#counter.count();
  }

  /** Every field that is shown, judged in the form's order. */
  findProblems(): readonly FieldProblem[] {
    this.#edited.clear();
    return fieldNames
      .filter((field) => this.#model.fields.control(field))
      .map((field) => this.#judge(field))
      .filter((problem) => !!problem);
  }

  /** Whether there is nothing to send yet: the reader is asked something, or no code has come. */
  async holdsBack(): Promise<boolean | undefined> {
    return (await this.#accents.holdsBack()) || this.code.await();
  }

  /** The next try to send a draft. */
  attempt(draft: CommentDraft): Attempt {
    return this.#draft.attempt(this.code.ways?.complete(draft) ?? draft);
  }

  /** Takes from a refusal what the next try needs. */
  async onRefusal(refusal: Refusal): Promise<void> {
    const { code, notice } = refusal;
    // The server knows the key for another comment.
    if (code === 'key-reused') this.#draft.forgetAttempt();
    if (code === 'origin-refused') {
      console.error(
        `<reader-comment-form> may not send from ${location.origin}: the service has to allow it (--allow-origin)`,
      );
    }
    await this.code.offer(refusal);
    await this.#loadRefusalTexts(refusal);
    await this.situation.onRefusal(code);
    await this.#consents.show(notice);
    // Last, for what the refusal brought is put up as soon as this is done, and would stand over what is fetched.
    this.code.replaceUsed(refusal);
  }

  /** Words of what only a server refuses; where every field has its words, nothing is fetched. */
  async #loadRefusalTexts({ code, errors }: Refusal): Promise<void> {
    if (/^(?:off|net)/.test(code)) return;
    if (Array.isArray(errors) && errors.every((one) => one && this.fieldText(one))) return;
    const { element } = this.#model;
    const loading = import('./refusal-texts.ts').catch(() => {});
    const loaded = await Promise.race([loading, pause(wordsTimeoutMs)]);
    this.#refusals ??= loaded ?? undefined;
    element.requestUpdate();
    await element.updateComplete;
  }

  /** What a draft holds beside the fields: what is answered, what was agreed to, and where the reader stands. */
  additions(): Pick<CommentDraft, 'page' | 'parent' | 'consents' | 'trap'> {
    const { reply, element } = this.#model;
    const trap = element.renderRoot.querySelector<HTMLInputElement>('#trap')?.value;
    return {
      ...readerPage(),
      ...(reply && { parent: reply.id }),
      ...this.#consents.read(),
      ...(trap && { trap }),
    };
  }

  /** Follows what the reader does. */
  onEvent({ type, target }: Pick<Event, 'type' | 'target'>): void {
    const field = fieldOf(target);
    if (type === 'pointerdown') this.#press.begin();
    if (type === 'click' && (target as Element).matches('[part=refresh-button]')) {
      void this.code.renew().then((isNew) => {
        if (isNew) this.#replaceProblem('challenge.answer');
      });
    }
    if (!field) return;
    if (type === 'focusin' && field === 'content') this.#onFocusContent();
    if (type === 'focusout') this.#onFocusOut(field);
    if (type === 'input') this.#onInput(field);
  }

  /** The page goes on without the form. */
  stop(): void {
    this.code.stop();
    this.#watch.stop();
  }

  fieldText(problem: FieldProblem): string | undefined {
    return this.#model.localize && fieldText(problem, this.#model.localize);
  }

  refusalText(refusal: Refusal): string | undefined {
    const { localize, language, element } = this.#model;
    // No promise that nothing is doubled where the key may be unknown at the other end.
    if (refusal.code === 'timeout' && element.encoding === 'form') return undefined;
    return localize && this.#refusals?.refusalText(refusal, localize, language);
  }

  /** How much of the limit is left, in words. */
  counter(localize: Localize<FormMessageKey>): string {
    return this.#counter.words(localize);
  }

  /** The likely meant email, if another one is. */
  suggestion(localize: Localize<FormMessageKey>): TemplateResult | undefined {
    return this.#typo.view(localize);
  }

  /** The other ways to a code, and what the reader is told and asked: about personal data, and about missing accents. */
  consents(localize: Localize<FormMessageKey>): unknown {
    return [
      this.code.ways?.below(localize),
      this.#consents.view(localize),
      this.#accents.view(localize),
    ];
  }

  /** That a draft was found again, and until when the article takes comments. */
  note(localize: Localize<FormMessageKey>): readonly (TemplateResult | undefined)[] {
    return [
      this.#draft.isRestored ? draftNoteView(() => this.#discard(), localize) : undefined,
      this.situation.situation?.closingView(localize),
    ];
  }

  /** The field grows with its text from now on; earlier, a draft put into it would move the page. */
  #onFocusContent(): void {
    this.#model.fields.control('content')?.classList.add('growing');
    this.#watch.start();
  }

  #onFocusOut(field: FormFieldName): void {
    this.#watch.stop();
    this.#press.after(() => {
      if (field === 'email') this.#typo.look();
      if (field === 'content') void this.#accents.look();
      if (this.#edited.has(field)) this.#replaceProblem(field, this.#judge(field));
    });
  }

  /** After each change: the draft is kept; an error that is no longer true goes, a new one never comes. */
  #onInput(field: FormFieldName): void {
    this.#edited.add(field);
    this.#draft.save();
    if (field === 'email') this.#typo.forget();
    if (field === 'content') this.#accents.forget();
    if (!this.#judge(field)) this.#replaceProblem(field);
    this.#counter.count();
  }

  /** Puts another problem, or none, in the place of a field's; a field that was right stays so. */
  #replaceProblem(field: FormFieldName, problem?: FieldProblem): void {
    const { phase } = this.#model;
    if (phase.kind !== 'refused') return;
    const text = problem && this.fieldText(problem);
    const problems = phase.problems
      .map((old) => (old.field !== field ? old : problem && text && { ...problem, field, text }))
      .filter((left) => !!left);
    this.#model.show(problems.length > 0 ? { kind: 'refused', problems } : { kind: 'idle' });
  }

  #judge(field: FormFieldName): FieldProblem | undefined {
    if (field === 'consents') return this.#consents.findProblem();
    const { fields, element, code } = this.#model;
    return findFieldProblem(field, fields.read(field), element, code);
  }

  #discard(): void {
    const { fields } = this.#model;
    for (const field of draftFields) fields.write(field, '');
    fields.focus('content');
    this.forget();
  }
}
