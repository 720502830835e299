import { fixture } from '@open-wc/testing';

import { ReaderCommentListElement } from '../../../src/elements/index.ts';
import { isShown, textOf, until } from './form-driver.ts';
import { idOf } from './played-comments.ts';

ReaderCommentListElement.define();

/** Uses a list as a reader does: finds comments by their numbers, buttons by their words. */
export class ListDriver {
  readonly element: ReaderCommentListElement;

  constructor(element: ReaderCommentListElement) {
    this.element = element;
  }

  /** Puts a list on the page. */
  static async place(attributes = ''): Promise<ListDriver> {
    return new ListDriver(
      await fixture<ReaderCommentListElement>(
        `<reader-comment-list endpoint="/comments" article="bai-123" ${attributes}></reader-comment-list>`,
      ),
    );
  }

  /** Puts a list on the page and waits until it is loaded, or has failed. */
  static async open(attributes = ''): Promise<ListDriver> {
    const list = await ListDriver.place(attributes);
    // A reader comes near; of what is below a frame's edge no margin is told.
    list.element.scrollIntoView();
    await until(() => list.is('ready') || list.is('failed'), 'the list');
    await list.element.updateComplete;
    return list;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  is(state: string): boolean {
    return this.element.matches(`:state(${state})`);
  }

  /** The node of a part. */
  part<T extends Element = HTMLElement>(name: string): T | null {
    return this.root.querySelector<T>(`[part~="${name}"]`);
  }

  /** What each node of a part says. */
  texts(part: string): string[] {
    return [...this.root.querySelectorAll(`[part~="${part}"]`)].map(textOf);
  }

  /** The comment with a number; `null` where it is not shown. */
  comment(n: number): HTMLElement | null {
    return this.root.getElementById(`comment-${idOf(n)}`);
  }

  /** The button with these words, in a comment where a number is given. */
  button(words: string, n?: number): HTMLButtonElement {
    const place = n === undefined ? this.root : this.comment(n);
    const found = [...(place?.querySelectorAll('button') ?? [])].find(
      (one) => isShown(one) && textOf(one) === words,
    );
    if (!found) throw new Error(`no button says “${words}”`);
    return found;
  }

  hasButton(words: string, n?: number): boolean {
    const place = n === undefined ? this.root : this.comment(n);
    return [...(place?.querySelectorAll('button') ?? [])].some(
      (one) => isShown(one) && textOf(one) === words,
    );
  }

  press(words: string, n?: number): void {
    const button = this.button(words, n);
    button.focus();
    button.click();
  }

  /** Chooses an order. */
  sort(order: string): void {
    const select = this.part<HTMLSelectElement>('sort-select')!;
    select.focus();
    select.value = order;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What the live region says. */
  get announcement(): string {
    return textOf(this.root.querySelector('[role=status]'));
  }

  async untilSaid(words: string): Promise<void> {
    await until(() => this.announcement === words, `“${words}”, not “${this.announcement}”`);
  }

  /** Id of the node that has the focus. */
  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }
}
