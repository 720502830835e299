import type { Page } from 'playwright-core';
import type { DeskMessageKey } from '../../src/messages/desk.vi.ts';
import { deskAccountMessagesVi } from '../../src/messages/desk-account.vi.ts';
import { deskArticleMessagesVi } from '../../src/messages/desk-articles.vi.ts';
import { deskMessagesVi } from '../../src/messages/desk.vi.ts';
import { deskStatsMessagesVi } from '../../src/messages/desk-stats.vi.ts';
import { deskWordMessagesVi } from '../../src/messages/desk-words.vi.ts';
import { reasonMessagesVi } from '../../src/messages/reasons.vi.ts';
import { codeOfApp, testPassword } from './desk-fixture.ts';

/** A way to work at the desk: by keyboard alone, or by mouse alone. Texts are typed either way. */
export interface DeskHand {
  /** Comes in by a one-time link. @returns The secret of the authenticator app, as the page shows it. */
  comeIn(link: string): Promise<string>;
  /** @param name - Of the editor, as the page shows it. */
  signOut(name: string): Promise<void>;
  signIn(email: string, secret: string): Promise<void>;
  publish(): Promise<void>;
  spam(): Promise<void>;
  reject(reason: string, note: string): Promise<void>;
  /** Puts words behind the reader's text, says why, and publishes. */
  editAndPublish(words: string, note: string): Promise<void>;
  undo(): Promise<void>;
  openQueue(name: string): Promise<void>;
  /** Shows a comment of the list. */
  show(reader: string): Promise<void>;
  search(text: string): Promise<void>;
  pin(): Promise<void>;
  reply(text: string): Promise<void>;
}

/** What has the focus, as assistive technology is told. */
export interface Focused {
  readonly role: string;
  readonly name: string;
}

const deskTexts: Readonly<Record<DeskMessageKey, string>> = {
  ...deskMessagesVi,
  ...deskAccountMessagesVi,
  ...deskArticleMessagesVi,
  ...deskStatsMessagesVi,
  ...deskWordMessagesVi,
  ...reasonMessagesVi,
};

/** A text of the desk in Vietnamese, with its newsroom. */
export const deskText = (key: DeskMessageKey): string =>
  deskTexts[key].replaceAll('{newsroom}', 'Tòa soạn');

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Gives a function that tells what has the focus. */
export async function createFocusReader(page: Page): Promise<() => Promise<Focused>> {
  const client = await page.context().newCDPSession(page);
  return async () => {
    const { result } = await client.send('Runtime.evaluate', {
      expression: `(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active;
      })()`,
    });
    if (result.objectId === undefined) return { role: '', name: '' };
    const { nodes } = await client
      .send('Accessibility.getPartialAXTree', {
        objectId: result.objectId,
        fetchRelatives: false,
      })
      // Drawn anew in between.
      .catch(() => ({ nodes: [] }));
    const textOf = (value: { readonly value?: unknown } | undefined): string =>
      squeeze(typeof value?.value === 'string' ? value.value : '');
    return { role: textOf(nodes[0]?.role), name: textOf(nodes[0]?.name) };
  };
}

/** How somebody acts on a page; `text` is a key in a field for text. */
export type Act = 'pointer' | 'text' | 'key';

/** Watches how somebody acts on a page, from its next load on. @returns What was seen so far. */
export async function watchActs(page: Page): Promise<ReadonlySet<Act>> {
  const acts = new Set<Act>();
  await page.exposeBinding('reportAct', (_source, act: Act) => void acts.add(act));
  await page.addInitScript(() => {
    const report = (act: Act): void =>
      (globalThis as unknown as { reportAct(this: void, act: Act): void }).reportAct(act);
    // oxlint-disable-next-line wc/require-listener-teardown -- as long as the page
    window.addEventListener('pointerdown', () => report('pointer'), true);
    // oxlint-disable-next-line wc/require-listener-teardown -- as long as the page
    window.addEventListener(
      'keydown',
      (event) => {
        const [node] = event.composedPath();
        const isText =
          node instanceof HTMLTextAreaElement ||
          (node instanceof HTMLInputElement && !['radio', 'checkbox'].includes(node.type));
        report(isText ? 'text' : 'key');
      },
      true,
    );
  });
  return acts;
}

const patience = 80;

/** Works by keyboard alone: nothing but keys reaches the page. */
export async function createKeyboardHand(page: Page): Promise<DeskHand> {
  const { keyboard } = page;
  const focused = await createFocusReader(page);
  const isAt = async (role: string, name: string | RegExp): Promise<boolean> => {
    const at = await focused();
    return at.role === role && (typeof name === 'string' ? at.name === name : name.test(at.name));
  };
  /** Waits until the page has moved the focus there by itself. */
  const untilAt = async (role: string, name: string | RegExp): Promise<void> => {
    const end = Date.now() + 10_000;
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    while (!(await isAt(role, name))) {
      if (Date.now() > end) {
        // oxlint-disable-next-line no-await-in-loop
        const at = JSON.stringify(await focused());
        throw new Error(`the focus is at ${at}, not at ${role} ${String(name)}`);
      }
      // oxlint-disable-next-line no-await-in-loop
      await page.waitForTimeout(20);
    }
  };
  const go = async (key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp) => {
    const passed: string[] = [];
    for (let count = 0; count < patience; count += 1) {
      /* oxlint-disable no-await-in-loop -- one key after the other */
      await keyboard.press(key);
      if (await isAt(role, name)) return;
      passed.push(JSON.stringify(await focused()));
      /* oxlint-enable no-await-in-loop */
    }
    throw new Error(`${key} does not lead to ${role} ${String(name)}, only to ${passed.join()}`);
  };
  const tabTo = (role: string, name: string | RegExp) => go('Tab', role, name);
  const backTo = (role: string, name: string | RegExp) => go('Shift+Tab', role, name);
  const enterCode = async (secret: string): Promise<void> => {
    await keyboard.type(codeOfApp(`otpauth://totp/x?secret=${secret}`));
    await keyboard.press('Enter');
  };
  const switchKeysOn = async (): Promise<void> => {
    await untilAt('main', '');
    await backTo('switch', deskText('keys.toggle'));
    await keyboard.press('Space');
  };

  return {
    async comeIn(link) {
      await page.goto(link);
      await untilAt('heading', deskText('welcome.heading'));
      await tabTo('textbox', deskText('welcome.password'));
      await keyboard.type(testPassword);
      await keyboard.press('Enter');
      await untilAt('heading', deskText('setup.heading'));
      const secret = squeeze(await page.getByRole('code').innerText());
      await tabTo('textbox', deskText('code.label'));
      await enterCode(secret);
      await untilAt('heading', deskText('backup.heading'));
      await tabTo('button', deskText('backup.done'));
      await keyboard.press('Enter');
      await switchKeysOn();
      return secret;
    },
    async signOut(name) {
      await backTo('DisclosureTriangle', `${deskText('account.label')}: ${name}`);
      await keyboard.press('Enter');
      await tabTo('button', deskText('account.signOut'));
      await keyboard.press('Enter');
      await untilAt('textbox', deskText('signIn.email'));
    },
    async signIn(email, secret) {
      await untilAt('textbox', deskText('signIn.email'));
      await keyboard.type(email);
      await tabTo('textbox', deskText('signIn.password'));
      await keyboard.type(testPassword);
      await keyboard.press('Enter');
      await untilAt('textbox', deskText('code.label'));
      await enterCode(secret);
      await untilAt('main', '');
    },
    publish: () => keyboard.press('a'),
    spam: () => keyboard.press('s'),
    async reject(reason, note) {
      await keyboard.press('r');
      await untilAt('radio', /./);
      for (let count = 0; count < patience; count += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one key after the other
        if (await isAt('radio', reason)) break;
        // oxlint-disable-next-line no-await-in-loop
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Space');
      await tabTo('textbox', deskText('reason.note'));
      await keyboard.type(note);
      await tabTo('button', deskText('act.reject'));
      await keyboard.press('Enter');
    },
    async editAndPublish(words, note) {
      await keyboard.press('e');
      await untilAt('textbox', deskText('edit.edited'));
      await keyboard.press('Control+End');
      await keyboard.type(words);
      await tabTo('textbox', deskText('edit.note'));
      await keyboard.type(note);
      await tabTo('button', deskText('act.editPublish'));
      await keyboard.press('Enter');
    },
    undo: () => keyboard.press('u'),
    async openQueue(name) {
      await backTo('button', new RegExp(`^${name} [\\d.]*$`));
      await keyboard.press('Enter');
    },
    async show(reader) {
      await tabTo('button', new RegExp(`^${reader} `));
      await keyboard.press('Enter');
    },
    async search(text) {
      await keyboard.press('/');
      await untilAt('searchbox', deskText('search.label'));
      await keyboard.type(text);
      await keyboard.press('Enter');
    },
    async pin() {
      await tabTo('button', deskText('act.pin'));
      await keyboard.press('Enter');
    },
    async reply(text) {
      await tabTo('button', deskText('act.reply'));
      await keyboard.press('Enter');
      await untilAt('textbox', deskText('reply.content'));
      await keyboard.type(text);
      await tabTo('button', deskText('reply.send'));
      await keyboard.press('Enter');
    },
  };
}

/** Works by mouse alone, at what is visible; the keyboard is for texts. */
export function createMouseHand(page: Page): DeskHand {
  const button = (key: DeskMessageKey) =>
    page.getByRole('button', { name: deskText(key), exact: true });
  const write = async (field: string, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: field }).click();
    await page.keyboard.type(text);
  };
  /** What can be done with the comment. */
  const act = (key: DeskMessageKey): Promise<void> =>
    page
      .getByRole('group', { name: deskText('act.label') })
      .getByRole('button', { name: deskText(key), exact: true })
      .click();
  const enterCode = async (secret: string): Promise<void> => {
    await write(deskText('code.label'), codeOfApp(`otpauth://totp/x?secret=${secret}`));
    await button('code.send').click();
  };

  return {
    async comeIn(link) {
      await page.goto(link);
      await write(deskText('welcome.password'), testPassword);
      await button('welcome.send').click();
      const secret = squeeze(await page.getByRole('code').innerText());
      await enterCode(secret);
      await button('backup.done').click();
      return secret;
    },
    async signOut(name) {
      await page.getByRole('banner').getByText(name).click();
      await button('account.signOut').click();
    },
    async signIn(email, secret) {
      await write(deskText('signIn.email'), email);
      await write(deskText('signIn.password'), testPassword);
      await button('signIn.send').click();
      await enterCode(secret);
    },
    publish: () => act('act.publish'),
    spam: () => act('act.spam'),
    async reject(reason, note) {
      await act('act.reject');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: reason }).click();
      await write(deskText('reason.note'), note);
      await dialog.getByRole('button', { name: deskText('act.reject'), exact: true }).click();
    },
    async editAndPublish(words, note) {
      await act('act.edit');
      const field = page.getByRole('textbox', { name: deskText('edit.edited') });
      const box = await field.boundingBox();
      // Below the text, which puts the caret at its end.
      await field.click({ position: { x: 20, y: (box?.height ?? 0) - 12 } });
      await page.keyboard.type(words);
      await write(deskText('edit.note'), note);
      await button('act.editPublish').click();
    },
    undo: () => button('act.undo').click(),
    openQueue: (name) =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click(),
    show: (reader) => page.getByRole('button', { name: new RegExp(`^${reader}\\s`) }).click(),
    async search(text) {
      await page.getByRole('searchbox').click();
      await page.keyboard.type(text);
      await button('search.send').click();
    },
    pin: () => act('act.pin'),
    async reply(text) {
      await act('act.reply');
      await write(deskText('reply.content'), text);
      await button('reply.send').click();
    },
  };
}
