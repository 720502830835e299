import type {
  DeskWords,
  DeskWordsConflict,
  DeskWordTest,
  WordListName,
  WordsChange,
} from '../../protocol/desk-words.ts';
import { maxWordCharacters, maxWords, maxWordsAtOnce } from '../../protocol/limits.ts';
import { deskWordMessagesVi } from '../../messages/desk-words.vi.ts';
import type { DeskModel } from '../desk-model.ts';
import { problemText } from '../problem-text.ts';
import type { JsonRefusal } from '../request-json.ts';
import { readWordLines } from './word-lines.ts';

/** How often the dialog asks how far the look through the published comments has come. */
const lookMs = 2000;

/** The newsroom's words in their dialog (T-13, L-14). What was typed stays until it is saved, also when it is closed. */
export class Words {
  /** Nothing while they are on their way. */
  all: DeskWords | undefined;
  /** Words to be added, a line for each. */
  draft = '';
  list: WordListName = 'ban';
  /** Texts of entries to be taken out. */
  removed: ReadonlySet<string> = new Set();
  /** What the list is narrowed down to. */
  filter = '';
  shownList: WordListName | '' = '';
  /** Text that the words are tried on. */
  sample = '';
  test: DeskWordTest | undefined;
  isSampleMissing = false;
  /** What became of the last action. */
  note = '';
  problem = '';

  readonly model: DeskModel;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(model: DeskModel) {
    this.model = model;
    model.laterMessages = { ...model.laterMessages, ...deskWordMessagesVi };
  }

  /** What would be sent. */
  get change(): WordsChange {
    return { add: readWordLines(this.draft, this.list), remove: [...this.removed] };
  }

  async open(): Promise<void> {
    const { model } = this;
    Object.assign(this, { all: undefined, test: undefined, note: '', problem: '' });
    await model.open('words');
    const reply = await model.client.words();
    if (model.dialog !== 'words') return;
    if (!reply.ok) {
      model.close();
      return model.refuse(reply.refusal);
    }
    this.#take(reply.body);
    await model.focus('#words-heading');
  }

  /** Takes an entry out once it is saved, or keeps it after all. */
  toggle(text: string): void {
    const removed = new Set(this.removed);
    if (!removed.delete(text)) removed.add(text);
    this.removed = removed;
    this.model.redraw();
  }

  /** Looks for the words in a text, with what is not saved. */
  async tryOut(): Promise<void> {
    const { model, sample } = this;
    this.isSampleMissing = sample.trim() === '';
    this.test = undefined;
    if (this.isSampleMissing) return model.focus('#word-sample');
    const reply = await model.client.testWords({ text: sample, ...this.change });
    if (!reply.ok) return this.#refuse(reply.refusal);
    const { hits } = (this.test = reply.body);
    this.problem = '';
    this.#say(
      hits.length > 0
        ? model.localize('words.test.found', { n: hits.length })
        : model.localize('words.test.none'),
    );
  }

  /** Saves what was changed; where somebody was faster, the lists are shown as they are now and what was typed stays. */
  async save(): Promise<void> {
    const { all, change, model } = this;
    if (!all || this.#isBusy) return;
    if (change.add.length + change.remove.length === 0) {
      return this.#say(model.localize('words.nothing'));
    }
    const long = change.add.filter(({ text }) => text.length > maxWordCharacters);
    if (long.length > 0) {
      const words = long.map(({ text }) => `${text.slice(0, 40)}…`).join(', ');
      return this.#fail(model.localize('words.tooLong', { n: maxWordCharacters, words }));
    }
    if (change.add.length > maxWordsAtOnce) return this.#tooMany();
    this.#isBusy = true;
    const reply = await model.client.setWords({ version: all.version, ...change });
    this.#isBusy = false;
    if (!reply.ok) return this.#refuse(reply.refusal);
    Object.assign(this, { draft: '', removed: new Set(), problem: '', test: undefined });
    this.#take(reply.body);
    this.#say(model.localize('act.saved'));
  }

  #take(all: DeskWords): void {
    this.all = all;
    const known = new Set(all.entries.map(({ text }) => text));
    this.removed = new Set([...this.removed].filter((text) => known.has(text)));
    clearTimeout(this.#timer);
    if (all.recheck?.endedAt === null) this.#timer = setTimeout(() => void this.#look(), lookMs);
    this.model.redraw();
  }

  /** Follows the look through the published comments while the dialog is open. */
  async #look(): Promise<void> {
    const { model } = this;
    if (model.dialog !== 'words') return;
    const reply = await model.client.words();
    if (!reply.ok || !this.all) return;
    // A change by somebody else is met when this one is saved: the list does not move under the hand.
    const { recheck } = reply.body;
    this.#take(recheck ? { ...this.all, recheck } : this.all);
  }

  #refuse(refusal: JsonRefusal): void {
    const { model } = this;
    const { code, body } = refusal;
    if (code === 'unauthorized' || code === 'second-step-missing') return model.refuse(refusal);
    const short = body['words'] as readonly string[] | undefined;
    const conflict = body['conflict'] as DeskWordsConflict | undefined;
    if (short) this.#fail(model.localize('words.tooShort', { words: short.join(', ') }));
    else if (code === 'too-many') this.#tooMany();
    else if (code === 'version-changed' && conflict?.words) {
      this.#take(conflict.words);
      this.#fail(model.localize('words.conflict'));
    } else this.#fail(problemText(refusal, model.localize, model.times));
  }

  #tooMany(): void {
    this.#fail(this.model.localize('words.tooMany', { n: maxWordsAtOnce, all: maxWords }));
  }

  #fail(problem: string): void {
    this.problem = problem;
    this.note = '';
    this.model.redraw();
  }

  #say(note: string): void {
    this.note = note;
    this.problem = '';
    this.model.redraw();
  }
}
