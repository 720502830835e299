// Over 250 lines: a good part is the description of the public tag, of which the manifest and the README are made.
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';

import { type FormMessageKey, formMessagesVi } from '../../messages/form.vi.ts';
import { findArticleId } from '../article-id.ts';
import { baseStyles } from '../base.styles.ts';
import type { CommentArticleEvent, CommentReplyEvent } from '../events.ts';
import { containKey } from './contain-keys.ts';
import type { FormFieldName } from './control-ids.ts';
import { hasDrafts } from './draft-prefix.ts';
import { Locale } from '../locale.ts';
import { FormModel } from './form-model.ts';
import { FormOptions } from './form-options.ts';
import { formView } from './form-view.ts';
import { styles } from './form.styles.ts';
import { sentView } from './sent-view.ts';

/** What the form follows: keys that stay in it, and what the reader does. */
const watchedEvents = 'keydown keypress keyup pointerdown focusin focusout input click'.split(' ');

/** What the list of the same article says, anywhere in the document. */
const heardEvents = ['reader-comment-reply', 'reader-comment-article'];

/**
 * The form a reader writes a comment with.
 *
 * What stands between the tags is shown where scripts do not run.
 *
 * @tagname reader-comment-form
 *
 * @fires {CommentSendEvent} reader-comment-send - A checked draft is about to be posted; cancelable. Bubbles, composed.
 * @fires {CommentSentEvent} reader-comment-sent - The server has taken the comment. Bubbles, composed.
 * @fires {CommentRefusedEvent} reader-comment-refused - The comment was not taken. Bubbles, composed.
 *
 * @csspart frame - Everything the element draws.
 * @csspart heading - "Ý kiến bạn đọc về bài viết này".
 * @csspart form - The form.
 * @csspart intro - What happens to a comment, and which fields are required.
 * @csspart field - One field with its label, hint and error.
 * @csspart label - Label of a field.
 * @csspart required-mark - The star of a required field.
 * @csspart optional-mark - What marks a field that may stay empty.
 * @csspart hint-line - The line of a field's hint, with the counter at its end.
 * @csspart hint - What to write into a field.
 * @csspart counter - How many characters are left.
 * @csspart error - What is wrong with a field.
 * @csspart input - Any text field.
 * @csspart textarea - The field of the comment.
 * @csspart name-input - The field of the name.
 * @csspart address-input - The field of the address.
 * @csspart email-input - The field of the email.
 * @csspart code-input - The field of the security code.
 * @csspart code-field - All of the security code.
 * @csspart code-line - The picture and the buttons beside it.
 * @csspart code-box - The place of the picture.
 * @csspart code-note - What stands there before the picture.
 * @csspart code-picture - The picture of the code.
 * @csspart refresh-button - Asks for another code.
 * @csspart listen-button - Lets the code be heard, or stops it.
 * @csspart picture-button - Goes back to a picture.
 * @csspart code-choice - How it stands without a code, and the other ways to send.
 * @csspart code-status - That the reader’s machine is checking, has checked, or that there is no code.
 * @csspart choose-button - Turns to another way.
 * @csspart suggestion - The likely meant email.
 * @csspart suggestion-button - Takes it.
 * @csspart consents - What the reader is told and asked about personal data.
 * @csspart consent - One box with its words.
 * @csspart consent-input - The box.
 * @csspart consent-label - Its words.
 * @csspart notice - The notice on personal data.
 * @csspart notice-summary - Opens it.
 * @csspart notice-text - Its text.
 * @csspart notice-link - Leads to the site's whole policy.
 * @csspart accents - The question about missing accents.
 * @csspart accents-text - Its words.
 * @csspart accents-hint - How accents are typed.
 * @csspart accents-actions - The line of its buttons.
 * @csspart accents-edit-button - Leads back to the comment.
 * @csspart accents-send-button - Sends it as it is.
 * @csspart actions - The line of the button.
 * @csspart submit-button - Sends the comment.
 * @csspart draft-note - Says that an unfinished comment was found again.
 * @csspart discard-button - Throws it away.
 * @csspart summary - Why the comment was not sent.
 * @csspart summary-heading - Its heading.
 * @csspart summary-text - Its text.
 * @csspart summary-list - The fields to correct.
 * @csspart summary-link - Leads to one of them.
 * @csspart retry-button - Sends again.
 * @csspart reply - Whom the comment answers.
 * @csspart cancel-reply-button - Makes it a comment of its own again.
 * @csspart state - Says that the article takes no comments.
 * @csspart closing - Until when it takes them.
 * @csspart sent - The confirmation.
 * @csspart sent-heading - Its heading.
 * @csspart sent-text - What happens next.
 * @csspart sent-content - What was sent.
 * @csspart another-button - Goes on to another comment.
 *
 * @cssprop [--reader-comments-gap=1.25rem] - Space between fields.
 * @cssprop [--reader-comments-radius=0.25rem] - Radius of fields, buttons and boxes.
 * @cssprop [--reader-comments-accent-color=#2668ab] - Ground of the sending button, focus ring.
 * @cssprop [--reader-comments-accent-text-color=#fff] - Text on that ground.
 * @cssprop [--reader-comments-focus-color=var(--reader-comments-accent-color)] - Focus ring.
 * @cssprop [--reader-comments-error-color=color-mix(in srgb, #c8102e 55%, currentColor)] - Errors and required marks.
 * @cssprop [--reader-comments-muted-color=color-mix(in srgb, currentColor 75%, transparent)] - Hints.
 * @cssprop [--reader-comments-border-color=color-mix(in srgb, currentColor 55%, transparent)] - Edges of fields and buttons.
 * @cssprop [--reader-comments-field-background=transparent] - Ground of fields and plain buttons.
 * @cssprop [--reader-comments-field-padding=0.5rem 0.75rem] - Space inside fields and buttons.
 * @cssprop [--reader-comments-heading-size=1.375em] - Size of the heading.
 * @cssprop [--reader-comments-heading-transform=none] - `uppercase` for a heading in capitals.
 * @cssprop [--reader-comments-scroll-margin=1rem] - Room for a page's sticky header above what takes the focus.
 *
 * @cssstate idle - Being written, nothing to correct.
 * @cssstate sending - On its way.
 * @cssstate refused - There are fields to correct.
 * @cssstate failed - Not sent, for a reason outside the fields.
 * @cssstate sent - Taken by the server.
 * @cssstate closed - The article takes no comments, beside one of those above.
 * @cssstate hidden - It is not to be seen either.
 */
export class ReaderCommentFormElement extends FormOptions {
  static override styles: CSSResultGroup = [baseStyles, styles];

  /** Registers the class for a tag; a second call for the same tag does nothing. */
  static define(
    tag = 'reader-comment-form',
    registry: CustomElementRegistry = customElements,
  ): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  readonly #internals: ElementInternals = this.attachInternals();
  readonly #locale = new Locale<FormMessageKey>(
    formMessagesVi,
    { en: async () => (await import('../../messages/form.en.ts')).formMessagesEn },
    () => this.requestUpdate(),
  );
  readonly #model = new FormModel(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#model.thread = '';
    for (const type of heardEvents) document.addEventListener(type, this.#onHeard);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of heardEvents) document.removeEventListener(type, this.#onHeard);
    // A move within the page is no farewell: it is over before the microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.#model.stop();
    });
  }

  /** Takes the reader to the first field, or to the confirmation while it stands. */
  override focus(options?: FocusOptions): void {
    const first = '[part=sent-heading], input, textarea';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus(options);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // On the root, where an event's target is still the field itself.
    for (const type of watchedEvents) root.addEventListener(type, this.#onEvent);
    return root;
  }

  protected override willUpdate(): void {
    if (this.isConnected) void this.#locale.use(this);
    const { assistant } = this.#model;
    this.#model.language = this.#locale.language;
    const localize = this.#locale.localize(assistant?.messages, this.messages, this.newsroom);
    this.#model.localize = (localize && assistant?.code.ways?.reword(localize)) ?? localize;
  }

  protected override updated(): void {
    if (this.isConnected && this.#model.localize) this.#followThread();
    if (this.author !== undefined) {
      // Without it the server takes the login's name and email all the same.
      void import('./author-lock.ts').then(
        ({ lockAuthor }) => lockAuthor(this),
        () => {},
      );
    }
    const { states } = this.#internals;
    states.clear();
    states.add(this.#model.phase.kind);
    for (const state of this.#model.assistant?.situation.situation?.states ?? []) states.add(state);
  }

  protected override render(): TemplateResult | typeof nothing {
    const model = this.#model;
    const { phase, localize, assistant } = model;
    if (!localize) return nothing;
    const level = this.headingLevel || 2;
    const situation = assistant?.situation.situation;
    const ways = assistant?.code.ways;
    return html`<section
      part="frame"
      lang=${model.language}
      aria-labelledby="heading"
    >
      <h2 part="heading" id="heading" aria-level=${level}>${localize('form.heading')}</h2>
      ${phase.kind === 'sent' ? sentView(phase, level + 1, this.#onAnother, localize) : nothing}
      ${situation?.stateView(localize)}
      ${formView(
        this,
        {
          phase,
          level: level + 1,
          counter: assistant?.counter(localize) ?? localize('content.left', { n: this.maxLength }),
          isHidden: phase.kind === 'sent' || situation?.isFormHidden === true,
          reply: situation?.replyView(localize),
          code:
            ways?.shown ??
            (this.challenge === 'work' && !model.code.challenge ? { kind: 'none' } : model.code),
          listening: ways?.view(localize),
          suggestion: assistant?.suggestion(localize),
          consents: assistant?.consents(localize),
          note: assistant?.note(localize),
        },
        { onFollow: this.#onFollow, onSubmit: this.#onSubmit },
        localize,
      )}
      <div class="unseen" role="status"></div>
    </section>`;
  }

  /** Turns to the page's article: its draft comes up. */
  #followThread(): void {
    const model = this.#model;
    const article = this.article || findArticleId(document);
    const root = this.getRootNode() as ParentNode;
    const place = [...root.querySelectorAll(this.localName)].indexOf(this);
    const thread = `${this.endpoint} ${article} ${place}`;
    if (model.thread === thread) return;
    model.thread = thread;
    model.article = article;
    model.assistant?.open();
    if (hasDrafts()) void model.touch();
  }

  readonly #onEvent = (event: Event): void => {
    const { type } = event;
    if (type.startsWith('key')) {
      if (!this.shareKeys) containKey(event as KeyboardEvent);
      return;
    }
    if (type !== 'focusout') void this.#model.touch();
    this.#model.assistant?.onEvent(event);
  };

  readonly #onHeard = (event: Event): void => {
    void this.#model.hear(event as CommentReplyEvent | CommentArticleEvent);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#model.send();
  };

  readonly #onFollow = (event: Event, field: FormFieldName): void => {
    // Not by the browser: a fragment does not find an id inside a shadow root.
    event.preventDefault();
    this.#model.fields.focus(field);
  };

  readonly #onAnother = (): void => {
    this.#model.show({ kind: 'idle' });
    void this.#model.moveFocus('textarea');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-comment-form': ReaderCommentFormElement;
  }
}
