import type { Locator, Page } from 'playwright-core';
import { formCheckMessagesVi } from '../../src/messages/form-checks.vi.ts';
import { formRefusalMessagesVi } from '../../src/messages/form-refusals.vi.ts';
import { formSpeechMessagesVi } from '../../src/messages/form-speech.vi.ts';
import { formMessagesVi } from '../../src/messages/form.vi.ts';

/** What the form says in Vietnamese. */
export const words: Readonly<
  typeof formMessagesVi &
    typeof formCheckMessagesVi &
    typeof formRefusalMessagesVi &
    typeof formSpeechMessagesVi
> = {
  ...formMessagesVi,
  ...formCheckMessagesVi,
  ...formRefusalMessagesVi,
  ...formSpeechMessagesVi,
};

/** What a reader types, without the code. */
export const typedTexts = {
  name: 'Nguyễn Thị Bình',
  address: 'Phường Bến Thành',
  email: 'binh@example.vn',
  content: 'Bài viết rất hay, cảm ơn tác giả.',
} as const;

/** The parts of a form on a page. */
export interface FormOnPage {
  readonly host: Locator;
  readonly name: Locator;
  readonly address: Locator;
  readonly email: Locator;
  readonly content: Locator;
  readonly code: Locator;
  readonly picture: Locator;
  readonly refresh: Locator;
  /** "Nghe mã". */
  readonly listen: Locator;
  readonly submit: Locator;
  readonly summary: Locator;
  readonly summaryText: Locator;
  readonly links: Locator;
  readonly errors: Locator;
  readonly retry: Locator;
  readonly note: Locator;
  readonly sent: Locator;
  readonly sentHeading: Locator;
  readonly another: Locator;
  /** Fills everything but the code, and waits for the picture. */
  fill(texts?: Partial<Record<keyof typeof typedTexts, string>>): Promise<void>;
  /** What stands in the four fields of the draft. */
  texts(): Promise<Record<keyof typeof typedTexts, string>>;
}

/** The form `selector` points at. */
export function formOn(page: Page, selector = 'reader-comment-form'): FormOnPage {
  const host = page.locator(selector);
  const part = (name: string): Locator => host.locator(`[part=${name}]`);
  const control = (id: string): Locator => host.locator(`#${id}`);
  const form: FormOnPage = {
    host,
    name: control('name'),
    address: control('address'),
    email: control('email'),
    content: control('content'),
    code: control('code'),
    picture: part('code-picture'),
    refresh: part('refresh-button'),
    listen: part('listen-button'),
    submit: part('submit-button'),
    summary: part('summary'),
    summaryText: part('summary-text'),
    links: part('summary-link'),
    errors: part('error'),
    retry: part('retry-button'),
    note: part('draft-note'),
    sent: part('sent'),
    sentHeading: part('sent-heading'),
    another: part('another-button'),
    async fill(texts = {}) {
      const all = { ...typedTexts, ...texts };
      await form.name.fill(all.name);
      await form.address.fill(all.address);
      await form.email.fill(all.email);
      await form.content.fill(all.content);
      await form.picture.waitFor();
    },
    texts: async () => ({
      name: await form.name.inputValue(),
      address: await form.address.inputValue(),
      email: await form.email.inputValue(),
      content: await form.content.inputValue(),
    }),
  };
  return form;
}

/** Id or part of the node that has the focus, through all shadow roots; empty for none. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.getAttribute('part') || '';
  });

/** Waits until the focus is on the node of this id or part. */
export async function waitForFocus(page: Page, name: string): Promise<void> {
  try {
    await page.waitForFunction((wanted) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.id === wanted || active?.getAttribute('part') === wanted;
    }, name);
  } catch (cause) {
    throw new Error(`the focus is on "${await focusOf(page)}", not on "${name}"`, { cause });
  }
}

/** Presses Tab until the focus is on the node of this id or part. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 80; count++) {
    // One key after the other, as a reader presses them.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    if ((await focusOf(page)) === name) return;
  }
  throw new Error(`Tab does not lead to "${name}"`);
}

/** Names of the drafts the tab keeps. */
export const draftsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(sessionStorage));
