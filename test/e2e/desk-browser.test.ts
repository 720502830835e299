import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Dialog, Locator, Page } from 'playwright-core';
import type { DeskMessageKey } from '../../src/messages/desk.vi.ts';
import { defaultKeys } from '../../src/desk/shortcuts.ts';
import { createFocusReader, deskText, type Focused } from '../support/desk-hand.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import { openWholePageDesk, readRows, type WholePageDesk } from '../support/whole-page-desk.ts';

const keys = Object.values(defaultKeys);
const wide = { width: 1280, height: 800 };
const editor = 'Lê Thị Hoa';

describe('the desk in a browser of its own', () => {
  let desk: WholePageDesk;
  let page: Page;
  let client: CDPSession;
  let complaints: readonly string[] = [];
  let focused: () => Promise<Focused>;
  /** Requests that change something. */
  const writes: string[] = [];
  /** Questions of the browser whether the page may be left. */
  const asked: Dialog[] = [];

  const button = (key: DeskMessageKey, within: Locator | Page = page): Locator =>
    within.getByRole('button', { name: deskText(key), exact: true });
  const act = (key: DeskMessageKey): Promise<void> =>
    button(key, page.getByRole('group', { name: deskText('act.label') })).click();
  const textbox = (key: DeskMessageKey): Locator =>
    page.getByRole('textbox', { name: deskText(key) });
  const heading = (): Locator => page.locator('#comment-heading');
  /** Whose comment is shown. */
  const shown = (): Promise<string> => heading().locator('bdi').innerText();
  const shortcutSwitch = (): Locator => page.getByRole('banner').getByRole('switch');

  /** The first comment of a queue, in full. */
  async function openQueue(key: DeskMessageKey): Promise<void> {
    const name = new RegExp(`^${deskText(key)}`);
    await Promise.all([
      page.waitForResponse(/\/api\/comments\/[\da-f-]+$/),
      page.getByRole('navigation').getByRole('button', { name }).click(),
    ]);
    await page.locator('#history-heading').waitFor();
  }

  before(async () => {
    desk = await openWholePageDesk();
    for (const name of ['An', 'Bình', 'Châu', 'Dung']) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await desk.write(`${name} góp ý.`, { name: `Nguyễn ${name}` });
    }
    // Closed with the browser.
    const opened = await desk.openAsEditor({ after: () => {} }, editor);
    ({ page, complaints } = opened);
    client = await page.context().newCDPSession(page);
    focused = await createFocusReader(page);
    page.on('request', (request) => {
      if (/\/desk\/api\//.test(request.url()) && request.method() !== 'GET') {
        writes.push(`${request.method()} ${request.url()}`);
      }
    });
    page.on('dialog', (dialog) => {
      asked.push(dialog);
      void dialog.dismiss();
    });
    await page.locator('#history-heading').waitFor();
    await act('act.publish');
    await waitForEqual(shown, 'Nguyễn Bình');
    await shortcutSwitch().check();
  });
  after(() => desk.close());

  describe('shortcuts (A-20)', () => {
    /** Presses each key of a shortcut while something has the focus; asserts that each was only typed. */
    async function typeAllInto(field: Locator): Promise<void> {
      await field.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(keys.join(''));
      const value = await field.inputValue();
      assert.ok(value.endsWith(keys.join('')), value);
      assert.equal(await field.evaluate((node) => node.matches(':focus')), true);
    }
    const assertNothingDone = async (reader: string): Promise<void> => {
      assert.deepEqual(writes, []);
      assert.equal(await shown(), reader);
    };

    it('are not meant where somebody types: search, edit and its remark, answer', async () => {
      writes.length = 0;
      await typeAllInto(page.getByRole('searchbox'));
      await page.getByRole('searchbox').fill('');
      await act('act.edit');
      await typeAllInto(textbox('edit.edited'));
      await typeAllInto(textbox('edit.note'));
      await button('desk.cancel').click();
      await button('edit.leave.yes').click();
      await assertNothingDone('Nguyễn Bình');
      await openQueue('queue.published');
      await act('act.reply');
      await typeAllInto(textbox('reply.content'));
      await button('desk.cancel').click();
      await button('edit.leave.yes').click();
      await assertNothingDone('Nguyễn An');
      await openQueue('queue.new');
    });

    it('are not meant in a dialog, whatever has the focus there', async () => {
      writes.length = 0;
      await act('act.reject');
      await typeAllInto(textbox('reason.note'));
      const dialog = page.getByRole('dialog');
      const places = [
        dialog.getByRole('radio').first(),
        button('act.reject', dialog),
        button('desk.cancel', dialog),
      ];
      for (const place of places) {
        /* oxlint-disable no-await-in-loop -- one after the other */
        await place.focus();
        for (const key of keys) await page.keyboard.press(key);
        /* oxlint-enable no-await-in-loop */
      }
      await button('desk.cancel', dialog).click();
      await assertNothingDone('Nguyễn Bình');
    });

    it('are not meant by an input method, in a field or beside one', async () => {
      writes.length = 0;
      const press = async (key: string, code: string): Promise<void> => {
        const event = { key, code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
        await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
        await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
      };
      await act('act.edit');
      await textbox('edit.edited').focus();
      for (const key of 'aresu') {
        /* oxlint-disable no-await-in-loop -- one after the other */
        await client.send('Input.imeSetComposition', {
          text: key,
          selectionStart: 1,
          selectionEnd: 1,
        });
        await press('Process', `Key${key.toUpperCase()}`);
        /* oxlint-enable no-await-in-loop */
      }
      await client.send('Input.insertText', { text: 'ả' });
      assert.match(await textbox('edit.edited').inputValue(), /ả/);
      await button('desk.cancel').click();
      await button('edit.leave.yes').click();
      await waitForEqual(focused, { role: 'heading', name: 'Ý kiến của Nguyễn Bình' });
      for (const key of keys) {
        /* oxlint-disable no-await-in-loop -- one after the other */
        await press('Process', `Key${key.toUpperCase()}`);
        await press(key, `Key${key.toUpperCase()}`);
        await heading().evaluate((node, pressed) => {
          const init = { key: pressed, isComposing: true, bubbles: true, composed: true };
          node.dispatchEvent(new KeyboardEvent('keydown', init));
        }, key);
        /* oxlint-enable no-await-in-loop */
      }
      assert.equal(await textbox('edit.edited').count(), 0);
      await assertNothingDone('Nguyễn Bình');
    });

    it('are not meant with Ctrl, Alt or Meta held', async () => {
      writes.length = 0;
      await heading().focus();
      for (const held of ['Control', 'Alt', 'Meta']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        for (const key of keys) await page.keyboard.press(`${held}+${key}`);
      }
      assert.equal(await page.getByRole('dialog').count(), 0);
      await assertNothingDone('Nguyễn Bình');
      assert.deepEqual(await focused(), { role: 'heading', name: 'Ý kiến của Nguyễn Bình' });
    });

    it('are meant everywhere else', async () => {
      writes.length = 0;
      await page.keyboard.press('j');
      await waitForEqual(focused, { role: 'heading', name: 'Ý kiến của Nguyễn Châu' });
      await page.keyboard.press('s');
      await waitForEqual(focused, { role: 'heading', name: 'Ý kiến của Nguyễn Dung' });
      assert.equal(writes.length, 1);
    });
  });

  describe('in forced colours (A-17)', () => {
    before(() => page.emulateMedia({ forcedColors: 'active' }));
    after(() => page.emulateMedia({ forcedColors: null }));

    it('keeps a border around each control', async () => {
      await act('act.edit');
      const { seen, bare } = await page.evaluate(() => {
        const root = document.querySelector('reader-comments-desk')!.shadowRoot!;
        const controls = [...root.querySelectorAll('button, input, select, textarea')].filter(
          // The browser draws boxes to tick itself; a row is parted from the next by a line.
          (node) => node.checkVisibility() && !node.matches('[type=checkbox], .row-button'),
        );
        return {
          seen: controls.length,
          bare: controls
            .filter((node) => {
              const { backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(node);
              return borderTopStyle === 'none' || borderTopColor === backgroundColor;
            })
            .map((node) => node.outerHTML),
        };
      });
      assert.ok(seen > 15, String(seen));
      assert.deepEqual(bare, []);
      await button('desk.cancel').click();
    });

    it('shows the focus wherever it goes', async () => {
      await page.locator('main').focus();
      const lookAtFocus = () =>
        page.evaluate(() => {
          const root = document.querySelector('reader-comments-desk')!.shadowRoot!;
          const node = root.activeElement;
          if (!(node instanceof HTMLElement)) return undefined;
          const ring = (): string => {
            const { outlineColor, outlineOffset, outlineStyle, outlineWidth } =
              getComputedStyle(node);
            return [outlineStyle, outlineWidth, outlineOffset, outlineColor].join(' ');
          };
          const focusRing = ring();
          node.blur();
          const usualRing = ring();
          node.focus();
          const place = [...root.querySelectorAll('*')].indexOf(node);
          return { name: `${place} ${node.outerHTML.slice(0, 80)}`, focusRing, usualRing };
        });
      const passed = new Set<string>();
      const unseen: string[] = [];
      for (let count = 0; count < 60; count += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one key after the other
        await page.keyboard.press('Shift+Tab');
        // oxlint-disable-next-line no-await-in-loop
        const found = await lookAtFocus();
        // Once round the page.
        if (!found || passed.has(found.name)) break;
        const { name, focusRing, usualRing } = found;
        passed.add(name);
        if (!focusRing.startsWith('solid 2px') || focusRing === usualRing) unseen.push(name);
      }
      assert.ok(passed.size > 15, [...passed].join('\n'));
      assert.deepEqual(unseen, []);
    });

    it('tells the chosen row and queue from others, and the switch on from off', async () => {
      const looksOf = async (selector: string): Promise<ReadonlySet<string>> =>
        new Set(
          await page.locator(selector).evaluateAll((nodes) =>
            nodes.map((node) => {
              const { borderTopWidth, outlineStyle } = getComputedStyle(node);
              return node.matches('.row') ? outlineStyle : borderTopWidth;
            }),
          ),
        );
      assert.deepEqual(await looksOf('.row.current'), new Set(['solid']));
      assert.deepEqual(await looksOf('.row:not(.current)'), new Set(['none']));
      assert.deepEqual(await looksOf('.queue[aria-current]'), new Set(['3px']));
      assert.deepEqual(await looksOf('.queue:not([aria-current])'), new Set(['1px']));
      await page.locator('main').focus();
      const picture = async (): Promise<string> =>
        (await shortcutSwitch().screenshot()).toString('base64');
      const on = await picture();
      await shortcutSwitch().uncheck();
      await page.locator('main').focus();
      const off = await picture();
      await shortcutSwitch().check();
      await page.locator('main').focus();
      assert.notEqual(on, off);
      assert.equal(await picture(), on);
    });
  });

  it('on a phone goes back from a comment to its row by the browser’s way back', async () => {
    const row = page.getByRole('button', { name: /^Nguyễn Bình / });
    // With no comment opened before: one that is open as the window narrows makes a step of its own.
    await page.reload();
    await page.locator('#history-heading').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await row.waitFor();
    await row.click();
    await page.locator('#history-heading').waitFor();
    assert.equal(await row.isVisible(), false);
    const address = page.url();
    await page.goBack();
    await row.waitFor();
    assert.equal(await heading().isVisible(), false);
    assert.equal(page.url(), address);
    assert.equal(await row.evaluate((node) => node.matches(':focus')), true);
    await page.setViewportSize(wide);
    await page.reload();
    await page.locator('#history-heading').waitFor();
  });

  describe('before the page is left', () => {
    const leave = async (): Promise<void> => {
      await page.evaluate(() => void setTimeout(() => location.reload()));
    };
    const untilAsked = async (): Promise<void> => {
      await waitForEqual(() => asked.map((dialog) => dialog.type()), ['beforeunload']);
      asked.length = 0;
    };
    const untilLeft = async (): Promise<void> => {
      await Promise.all([page.waitForEvent('load'), leave()]);
      await page.locator('#history-heading').waitFor();
      assert.deepEqual(asked, []);
    };

    it('asks where an edit is not saved, and keeps it; asks nothing where none is changed', async () => {
      await act('act.edit');
      await untilLeft();
      await act('act.edit');
      await textbox('edit.edited').fill('Ý kiến khác.');
      await leave();
      await untilAsked();
      assert.equal(await textbox('edit.edited').inputValue(), 'Ý kiến khác.');
      await button('edit.save').click();
      await textbox('edit.edited').waitFor({ state: 'detached' });
      await untilLeft();
    });

    it('asks where an answer is not sent, and nothing where none is written', async () => {
      await openQueue('queue.published');
      await act('act.reply');
      await untilLeft();
      await openQueue('queue.published');
      await act('act.reply');
      await textbox('reply.content').fill('Tòa soạn cảm ơn bạn.');
      await leave();
      await untilAsked();
      assert.equal(await textbox('reply.content').inputValue(), 'Tòa soạn cảm ơn bạn.');
      await textbox('reply.content').fill('');
      await untilLeft();
    });
  });

  describe('passkeys', () => {
    before(async () => {
      await client.send('WebAuthn.enable');
      await client.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
    });

    const inMenu = async (key: DeskMessageKey): Promise<void> => {
      const menu = page.getByRole('banner');
      if (!(await button(key, menu).isVisible())) await menu.getByText(editor).click();
      await button(key, menu).click();
    };
    const openSessions = async (): Promise<Locator> => {
      await inMenu('account.sessions');
      return page.getByRole('dialog');
    };
    const signOut = async (): Promise<void> => {
      await inMenu('account.signOut');
      await textbox('signIn.email').waitFor();
    };
    const kept = (): number => readRows(desk.databaseFile, 'select id from editor_passkeys').length;

    it('are added at the desk, sign in without a password, and are refused once removed', async () => {
      let dialog = await openSessions();
      await button('passkey.add', dialog).click();
      await dialog.getByText(deskText('passkey.added')).waitFor();
      assert.equal(kept(), 1);
      await dialog.locator('.passkeys li').waitFor();
      await button('desk.close', dialog).click();
      await signOut();

      await button('signIn.passkey').click();
      await page.locator('#history-heading').waitFor();
      assert.equal(await page.getByRole('banner').getByText(editor).count(), 1);

      dialog = await openSessions();
      await dialog
        .getByRole('button', { name: deskText('passkey.remove.sr').replace('{name}', '') })
        .click();
      await dialog.getByText(deskText('passkey.removed')).waitFor();
      assert.equal(kept(), 0);
      assert.equal(await dialog.locator('.passkeys li').count(), 0);
      await button('desk.close', dialog).click();
      await signOut();

      // The authenticator has it still.
      await button('signIn.passkey').click();
      await page.locator('#sign-in-error').waitFor();
      assert.equal(
        await page.locator('#sign-in-error').innerText(),
        deskText('signIn.passkeyFailed'),
      );
      const answer = await page.request.get(`${desk.deskUrl}/comments/desk/api/queues`);
      assert.equal(answer.status(), 401);
    });
  });

  it('says no word in the console but of refusals', () => {
    assert.deepEqual(
      complaints.filter((one) => !/status of (401|403|422)/.test(one)),
      [],
    );
  });
});
