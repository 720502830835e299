import type { CommentDraft } from '../../protocol/types.ts';
import { type Attempt, nextAttempt } from './attempt.ts';
import { draftFields, readDraft, writeDraft } from './draft-storage.ts';
import type { FormModel } from './form-model.ts';

/** Keeps what is being written, and the last try to send it, until the server has taken it. */
export class DraftKeeper {
  /** Whether the fields hold a draft found again. */
  isRestored = false;
  readonly #model: FormModel;
  #attempt: Attempt | undefined;

  constructor(model: FormModel) {
    this.#model = model;
  }

  /** Fills the empty fields with the draft of the model's thread. */
  restore(): void {
    const { fields, element, thread } = this.#model;
    const kept = element.withoutDraft ? {} : readDraft(thread);
    this.#attempt = kept.attempt;
    const found = draftFields.filter((field) => kept[field] && !fields.read(field));
    for (const field of found) fields.write(field, kept[field] ?? '');
    this.isRestored = found.length > 0;
    if (found.includes('content')) this.#model.reply ??= kept.reply;
  }

  /** Keeps the fields as they stand. */
  save(): void {
    const { fields, element, thread, reply } = this.#model;
    const texts = Object.fromEntries(draftFields.map((name) => [name, fields.read(name)]));
    if (!element.withoutDraft) writeDraft(thread, { ...texts, attempt: this.#attempt, reply });
  }

  /** The next try to send a draft; kept with it before it goes, so that it is known again after a reload. */
  attempt(draft: CommentDraft): Attempt {
    const attempt = nextAttempt(draft, this.#attempt);
    this.#attempt = { ...attempt, draft: { ...attempt.draft, challenge: undefined } };
    this.save();
    return attempt;
  }

  /** The next try goes under another key. */
  forgetAttempt(): void {
    this.#attempt = undefined;
  }

  /** The server has taken the comment, or the reader threw the draft away. */
  forget(): void {
    writeDraft(this.#model.thread, {});
    this.forgetAttempt();
    this.isRestored = false;
  }
}
