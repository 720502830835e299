import { fixture } from '@open-wc/testing';

import { ReaderCommentsDeskElement } from '../../../src/desk/reader-comments-desk-element.ts';
import { isShown, textOf, until } from './form-driver.ts';
import { PlayedDesk, PlayedEvents } from './played-desk.ts';

ReaderCommentsDeskElement.define();

/** Uses the desk as an editor does: finds buttons and fields by their words. */
export class DeskDriver {
  readonly element: ReaderCommentsDeskElement;

  constructor(element: ReaderCommentsDeskElement) {
    this.element = element;
  }

  /** Puts the desk on the page. */
  static async place(attributes = ''): Promise<DeskDriver> {
    return new DeskDriver(
      await fixture<ReaderCommentsDeskElement>(
        `<reader-comments-desk ${attributes}></reader-comments-desk>`,
      ),
    );
  }

  /** Puts the desk on the page and waits until the list is there. */
  static async open(attributes = ''): Promise<DeskDriver> {
    const desk = await DeskDriver.place(attributes);
    await until(() => desk.rows.length > 0 || desk.find('.list .empty'), 'the list');
    if (desk.rows.length > 0 && innerWidth >= 900) await until(() => desk.isLoaded, 'the comment');
    return desk;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  find<T extends Element = HTMLElement>(selector: string): T | null {
    return this.root.querySelector<T>(selector);
  }

  /** Whether the comment is there in full. */
  get isLoaded(): boolean {
    return this.find('#history-heading') !== null;
  }

  /** Names in the list, in its order. */
  get rows(): string[] {
    return [...this.root.querySelectorAll('.rows .row-name')].map(textOf);
  }

  /** Whose comment is shown. */
  get shown(): string {
    return textOf(this.find('#comment-heading bdi'));
  }

  /** The count beside a queue. */
  count(queue: string): string {
    return textOf(this.find(`.queue.${queue} .count`));
  }

  /** The button with these words; a key shown on it is none of them. */
  button(words: string, within: ParentNode = this.root): HTMLButtonElement {
    const found = [...within.querySelectorAll('button')].find(
      (one) => isShown(one) && wordsOf(one) === words,
    );
    if (!found) throw new Error(`no button says “${words}”`);
    return found;
  }

  hasButton(words: string, within: ParentNode = this.root): boolean {
    return [...within.querySelectorAll('button')].some(
      (one) => isShown(one) && wordsOf(one) === words,
    );
  }

  /** What can be done with the comment. */
  get actions(): string[] {
    return [...this.root.querySelectorAll('article .actions button')].map(wordsOf);
  }

  press(words: string, within: ParentNode = this.root): void {
    const button = this.button(words, within);
    button.focus();
    button.click();
  }

  /** Does what the article's own button says. */
  act(words: string): void {
    this.press(words, this.find('article .actions')!);
  }

  /** Puts text into a field at once. */
  async fill(selector: string, text: string): Promise<void> {
    await until(() => this.find(selector), selector);
    const field = this.find<HTMLInputElement>(selector)!;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Switches the shortcuts on. */
  async useKeys(): Promise<void> {
    this.find('.bar input[role=switch]')!.click();
    await this.element.updateComplete;
  }

  get dialog(): HTMLDialogElement | null {
    return this.find<HTMLDialogElement>('dialog[open]');
  }

  async untilDialog(): Promise<HTMLDialogElement> {
    await until(() => this.dialog, 'the dialog');
    return this.dialog!;
  }

  async untilShown(name: string): Promise<void> {
    await until(() => this.shown === name && this.isLoaded, `${name}, not ${this.shown}`);
  }

  /** What the live region says. */
  get announcement(): string {
    return textOf(this.find('[role=status]'));
  }

  async untilSaid(words: string): Promise<void> {
    await until(() => this.announcement === words, `“${words}”, not “${this.announcement}”`);
  }

  /** Id of the node that has the focus. */
  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }
}

const wordsOf = (button: Element): string => {
  const copy = button.cloneNode(true) as Element;
  for (const key of copy.querySelectorAll('kbd')) key.remove();
  return textOf(copy);
};

/** A played service for each test of the calling suite; what the page has of its own is put right after it. */
export function usePlayedDesk(): { readonly service: PlayedDesk } {
  const world = { service: new PlayedDesk() };
  const original = { fetch: globalThis.fetch, EventSource: globalThis.EventSource };
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
    PlayedEvents.opened.length = 0;
    world.service = new PlayedDesk();
    Object.assign(globalThis, {
      fetch: (...request: Parameters<typeof fetch>) => world.service.fetch(...request),
      EventSource: PlayedEvents,
    });
  });
  afterEach(() => {
    Object.assign(globalThis, original);
    localStorage.clear();
    history.replaceState(null, '', address);
  });
  return world;
}
