import { fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../../src/define.ts';
import type { ReaderCommentFormElement } from '../../../src/elements/index.ts';

/** What the fields are called on the page. */
export const labels = {
  name: 'Họ và tên',
  address: 'Địa chỉ',
  email: 'Email',
  content: 'Ý kiến của bạn',
  code: 'Mã bảo vệ',
} as const;

type Label = (typeof labels)[keyof typeof labels];
type Control = HTMLInputElement | HTMLTextAreaElement;

/** A comment that nothing is wrong with. */
export const goodComment: Readonly<Record<Label, string>> = {
  [labels.name]: 'Nguyễn Văn An',
  [labels.address]: 'Buôn Ma Thuột',
  [labels.email]: 'an@example.com',
  [labels.content]: 'Bài viết rất hay.',
  [labels.code]: '123456',
};

const states = ['idle', 'sending', 'refused', 'failed', 'sent'] as const;

/** Text as it is read: one space for each run of white space. */
export const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** Whether a node takes any place on the page. */
export const isShown = (node: Element | null): boolean => (node?.getClientRects().length ?? 0) > 0;

/** Waits until something holds, looking often. */
export const until = (holds: () => unknown, what: string): Promise<void> =>
  waitUntil(holds, what, { interval: 10, timeout: 10_000 });

/** Uses a form as a reader does: finds fields by their labels, buttons by their words. */
export class FormDriver {
  readonly element: ReaderCommentFormElement;

  constructor(element: ReaderCommentFormElement) {
    this.element = element;
  }

  /** Puts a form on the page. */
  static async open(attributes = ''): Promise<FormDriver> {
    const element = await fixture<ReaderCommentFormElement>(
      `<reader-comment-form endpoint="/comments" article="bai-123" ${attributes}></reader-comment-form>`,
    );
    const form = new FormDriver(element);
    await until(() => form.part('frame'), 'the words of the form');
    return form;
  }

  /** Puts a form on the page and begins to write: everything it loads at the first touch is there. */
  static async openTouched(attributes = ''): Promise<FormDriver> {
    const form = await FormDriver.open(attributes);
    await form.touch();
    return form;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** The node of a part. */
  part<T extends Element = HTMLElement>(name: string): T | null {
    return this.root.querySelector<T>(`[part~="${name}"]`);
  }

  /** Whether a part is there. */
  has(part: string): boolean {
    return this.part(part) !== null;
  }

  /** How many nodes a selector finds. */
  count(selector: string): number {
    return this.root.querySelectorAll(selector).length;
  }

  /** What a part says; empty where it is not shown. */
  text(part: string): string {
    return textOf(this.part(part));
  }

  hasField(label: string): boolean {
    return this.#labelOf(label) !== undefined;
  }

  field(label: string): Control {
    const id = this.#labelOf(label)?.htmlFor;
    const control = id && this.root.getElementById(id);
    if (!control) throw new Error(`no field is labelled “${label}”`);
    return control as Control;
  }

  button(words: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((one) => textOf(one) === words);
    if (!found) throw new Error(`no button says “${words}”`);
    return found;
  }

  hasButton(words: string): boolean {
    return [...this.root.querySelectorAll('button')].some((one) => textOf(one) === words);
  }

  /** Name of the one state the element is in. */
  get state(): string {
    return states.filter((state) => this.element.matches(`:state(${state})`)).join(' ');
  }

  /** What the live region says. */
  get announcement(): string {
    return textOf(this.root.querySelector('[role=status]'));
  }

  /** Whether a field, or what a selector finds, has the focus. */
  isFocused(node: Element | null): boolean {
    return node !== null && this.root.activeElement === node;
  }

  get summaryLinks(): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>('[part=summary] a')];
  }

  /** The message at a field, without the hidden word before it; empty where there is none. */
  errorAt(label: string): string {
    const error = this.root.getElementById(`${this.field(label).id}-error`);
    const prefix = textOf(error?.querySelector('.unseen'));
    return textOf(error).slice(prefix.length).trim();
  }

  /** Everything that is read out as the description of a field, in that order. */
  descriptionOf(label: string): string[] {
    const ids = this.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => textOf(this.root.getElementById(id)));
  }

  /** Begins to write, and waits for what comes by it. */
  async touch(): Promise<void> {
    this.element.focus();
    await until(() => !this.part('code-field') || this.part('code-picture'), 'a code');
    // What helps the reader may come a moment after the touch, also where no code is asked for.
    await import('../../../src/elements/form/form-assistant.ts');
    await this.element.updateComplete;
  }

  /** Waits until the picture of a code is shown. */
  async untilCode(): Promise<void> {
    await until(() => this.part('code-picture'), 'the picture of the code');
  }

  /** Puts text into a field at once, as pasting does. */
  async fill(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Fills in a comment that nothing is wrong with, but for `changes`. */
  async fillAll(changes: Readonly<Partial<Record<Label, string>>> = {}): Promise<void> {
    for (const [label, text] of Object.entries({ ...goodComment, ...changes })) {
      if (this.hasField(label)) await this.fill(label, text);
    }
  }

  /** Types on the keyboard into a field. */
  async type(label: string, text: string): Promise<void> {
    this.field(label).focus();
    await sendKeys({ type: text });
    await this.element.updateComplete;
  }

  /** Presses the button that sends; returns while the comment is on its way. */
  async press(): Promise<void> {
    const button = this.part<HTMLButtonElement>('submit-button')!;
    button.focus();
    button.click();
    await this.element.updateComplete;
  }

  /** Sends and waits for what becomes of it. */
  async send(): Promise<void> {
    await this.press();
    await this.untilAnswered();
  }

  /** Waits until nothing is on its way. */
  async untilAnswered(): Promise<void> {
    await until(() => this.state !== 'sending', 'an answer');
    await this.element.updateComplete;
    // The focus moves and the event goes in the turn after the drawing.
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Leaves whatever field has the focus. */
  async leave(): Promise<void> {
    (this.root.activeElement as HTMLElement | null)?.blur();
    await this.element.updateComplete;
  }

  #labelOf(label: string): HTMLLabelElement | undefined {
    return [...this.root.querySelectorAll('label')].find((one) => textOf(one).startsWith(label));
  }
}
