import type { FormMessageKey } from '../../messages/form.vi.ts';
import type { CommentAnswer, CommentDraft } from '../../protocol/types.ts';
import { post, type PostFormat, type Refusal } from '../client.ts';
import {
  type CommentArticleEvent,
  CommentRefusedEvent,
  type CommentReplyEvent,
  CommentSendEvent,
  CommentSentEvent,
} from '../events.ts';
import type { Localize, MessageParameters } from '../localize.ts';
import { pause } from '../pause.ts';
import { createAnnouncer } from './announcer.ts';
import { type CodeState, codeStateOf } from './code-state.ts';
import { explainRefusal } from './explain.ts';
import { focusInView } from './focus-in-view.ts';
import type { AnsweredComment } from './draft-storage.ts';
import type { FormAssistant } from './form-assistant.ts';
import { FormFields } from './form-fields.ts';
import type { FormOptions } from './form-options.ts';
import type { Phase } from './phase.ts';

/** The assistant is a courtesy before the server's own checks: nobody waits longer for it. */
const assistantTimeoutMs = 3000;

/** Where one form stands, and how it gets its comment sent. The element draws it, the assistant helps it. */
export class FormModel {
  phase: Phase = { kind: 'idle' };
  /** Id of the article the form is for. */
  article = '';
  /** Where the reader stands: endpoint, article and the form's place on the page. */
  thread = '';
  language = 'vi';
  /** The look-up; nothing while the words of the language are on their way. */
  localize: Localize<FormMessageKey> | undefined;
  /** The comment that is answered. */
  reply: AnsweredComment | undefined;
  /** Nothing before the reader's first touch, and where it fails to load. */
  assistant: FormAssistant | undefined;

  readonly element: FormOptions;
  readonly fields: FormFields;
  readonly #announce: (message: string) => void;
  #code: CodeState = { kind: 'waiting' };
  #loading: Promise<void> | undefined;
  #sending = new AbortController();

  constructor(element: FormOptions) {
    this.element = element;
    this.fields = new FormFields(() => element.renderRoot);
    this.#announce = createAnnouncer(
      () => element.announcer ?? element.renderRoot.querySelector('[role=status]'),
    );
  }

  /** Where the security code stands. */
  get code(): CodeState {
    return this.element.challenge === 'none' ? { kind: 'none' } : this.#code;
  }

  set code(code: CodeState) {
    this.#code = code;
    this.element.requestUpdate();
  }

  /** Passes to another phase. */
  show(phase: Phase): void {
    this.phase = phase;
    this.element.requestUpdate();
  }

  /** Speaks a message. */
  say(key: FormMessageKey, parameters?: MessageParameters): void {
    this.#announce(this.localize?.(key, parameters) ?? '');
  }

  /** Takes the reader to what has just been drawn. */
  async moveFocus(selector: string): Promise<void> {
    await this.element.updateComplete;
    focusInView(this.element.renderRoot.querySelector<HTMLElement>(selector));
  }

  /** The reader has begun: the assistant is fetched, and by it a code; not earlier (design.md §7). */
  async touch(): Promise<void> {
    await this.#assist();
    if (this.element.isConnected) void this.assistant?.code.ensure();
  }

  /** A list has spoken: of this article, if the form's own endpoint is where it reads. */
  async hear(event: CommentReplyEvent | CommentArticleEvent): Promise<void> {
    const { endpoint } = this.element;
    const [source] = event.composedPath() as { endpoint?: string }[];
    const [ours, theirs] = [endpoint, String(source?.endpoint ?? endpoint)].map((url) =>
      url.replace(/\/$/, ''),
    );
    if (event.article !== this.article || ours !== theirs) return;
    // An open article is as the form takes it to be; until when it is open comes with the code.
    if (!this.assistant && 'state' in event && event.state === 'open') return;
    await this.#assist();
    await this.assistant?.situation.hear(event);
  }

  /** Ends what nobody waits for any more. */
  stop(): void {
    this.#sending.abort();
    this.assistant?.stop();
  }

  /** Checks, waits for the code and posts; a second call during a flight does nothing (T-2). */
  async send(): Promise<void> {
    if (this.phase.kind === 'sending') return;
    const { element, fields } = this;
    const isRetry = element.renderRoot.querySelector('[part=summary] :focus');
    this.#sending = new AbortController();
    const { signal } = this.#sending;
    this.show({ kind: 'sending' });
    // "Thử lại" goes with the message it stands in, and the focus with it.
    if (isRetry) await this.moveFocus('[part=submit-button]');
    this.say('submit.busy');
    await Promise.race([this.#assist(), pause(assistantTimeoutMs)]);
    const { assistant } = this;
    const errors = assistant?.findProblems() ?? [];
    if (errors.length > 0) return this.refuse({ code: 'invalid-fields', errors });
    if (await assistant?.holdsBack()) return undefined;
    const { code } = this;
    const address = fields.read('address');
    const written: CommentDraft = {
      article: this.article,
      ...assistant?.additions(),
      name: fields.read('name'),
      ...(address && { address }),
      email: fields.read('email'),
      content: fields.read('content'),
      ...(code.challenge && {
        challenge: { token: code.challenge.token, answer: fields.read('challenge.answer') },
      }),
    };
    const { key, draft } = assistant?.attempt(written) ?? { draft: written };
    if (signal.aborted || !element.dispatchEvent(new CommentSendEvent(draft))) {
      return this.show({ kind: 'idle' });
    }
    const { endpoint, headers } = element;
    const reply = await post(endpoint, draft, { headers, signal, key, format: this.#format() });
    if (signal.aborted) this.show({ kind: 'idle' });
    else if (!reply.ok) await this.refuse(reply.refusal);
    else if (reply.body['id'] !== undefined)
      await this.#confirm(reply.body as unknown as CommentAnswer);
    else await this.refuse({ code: 'unreadable' });
  }

  /** Shows why the comment was not taken, and the next code where the last one is used up. */
  async refuse(refusal: Refusal): Promise<void> {
    const { code, challenge } = refusal;
    if (!this.localize) return;
    await this.assistant?.onRefusal(refusal);
    const phase = explainRefusal(refusal, this.localize, this.assistant);
    this.show(phase);
    await this.moveFocus('[part=summary]');
    if (challenge) {
      this.code = codeStateOf(challenge);
      this.fields.write('challenge.answer', '');
    }
    const problems = phase.kind === 'refused' ? phase.problems : [];
    this.element.dispatchEvent(new CommentRefusedEvent(code, problems));
  }

  async #confirm(answer: CommentAnswer): Promise<void> {
    const status = answer.status === 'published' ? 'published' : 'pending';
    this.show({ kind: 'sent', status, content: this.fields.read('content') });
    await this.moveFocus('[part=sent-heading]');
    this.fields.write('content', '');
    this.fields.write('challenge.answer', '');
    this.code = { kind: 'waiting' };
    this.assistant?.forget();
    this.element.dispatchEvent(new CommentSentEvent(this.article, answer));
  }

  /** How the site's own backend is spoken to, where it is not one of ours (N-3). */
  #format(): Promise<PostFormat> | undefined {
    const { encoding, answerRules } = this.element;
    if (encoding !== 'form' && !answerRules) return undefined;
    return import('../legacy/legacy-format.ts').then(({ createLegacyFormat }) =>
      createLegacyFormat(this.element),
    );
  }

  #assist(): Promise<void> {
    this.#loading ??= import('./form-assistant.ts').then(
      ({ FormAssistant }) => {
        this.assistant = new FormAssistant(this);
      },
      () => {},
    );
    return this.#loading;
  }
}
