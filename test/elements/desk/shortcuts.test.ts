import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment, deskId } from '../support/played-desk.ts';

describe('<reader-comments-desk>: shortcuts (A-20)', () => {
  const world = usePlayedDesk();

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 800 });
    world.service.comments = [deskComment(1), deskComment(2), deskComment(3)];
  });
  after(() => setViewport({ width: 800, height: 600 }));

  const pressed = (desk: DeskDriver, init: KeyboardEventInit): void => {
    (desk.root.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
    );
  };

  const decisions = (): number =>
    world.service.asked.filter(({ request }) => request.endsWith('/decision')).length;

  it('are off at first, and stay as they were set', async () => {
    const desk = await DeskDriver.open();
    await sendKeys({ press: 'a' });
    expect(desk.shown).to.equal('Bạn đọc 1');
    await desk.useKeys();
    desk.element.remove();
    const again = await DeskDriver.open();
    expect(again.find<HTMLInputElement>('.bar input[role=switch]')!.checked).to.equal(true);
    // WebKit gives keys to nobody where the focus was on what is gone.
    again.find('.row-button')!.focus();
    await sendKeys({ press: 'a' });
    await again.untilShown('Bạn đọc 2');
  });

  it('are shown on their buttons, and told to assistive technology, only while they are on', async () => {
    const desk = await DeskDriver.open();
    expect(desk.find('article kbd')).to.equal(null);
    await desk.useKeys();
    const button = desk.button('Đăng', desk.find('article')!);
    expect(textOf(button.querySelector('kbd'))).to.equal('A');
    expect(button.getAttribute('aria-keyshortcuts')).to.equal('a');
  });

  it('do nothing while somebody types', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    desk.find('#search')!.focus();
    await sendKeys({ type: 'ars' });
    expect(desk.find<HTMLInputElement>('#search')!.value).to.equal('ars');
    desk.act('Biên tập');
    await until(() => desk.focused === 'draft', 'the field');
    await sendKeys({ type: 'ajk' });
    expect(desk.find<HTMLTextAreaElement>('#draft')!.value).to.contain('ajk');
    expect(decisions()).to.equal(0);
    expect(desk.shown).to.equal('Bạn đọc 1');
  });

  const silent: Readonly<Record<string, KeyboardEventInit>> = {
    'while composing': { key: 'a', isComposing: true },
    'with the key code of an input method': { key: 'a', keyCode: 229 },
    'with Ctrl': { key: 'a', ctrlKey: true },
    'with Alt': { key: 'a', altKey: true },
    'with Meta': { key: 'a', metaKey: true },
    'with Shift': { key: 'A', shiftKey: true },
    'held down': { key: 'a', repeat: true },
  };
  for (const [how, init] of Object.entries(silent)) {
    it(`do nothing ${how}`, async () => {
      const desk = await DeskDriver.open();
      await desk.useKeys();
      pressed(desk, init);
      await desk.element.updateComplete;
      expect(decisions()).to.equal(0);
    });
  }

  it('work with Caps Lock', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    pressed(desk, { key: 'A' });
    await desk.untilShown('Bạn đọc 2');
  });

  it('do nothing under a dialog', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: 'r' });
    await desk.untilDialog();
    await sendKeys({ press: 's' });
    expect(decisions()).to.equal(0);
  });

  it('decide once, however quickly a key is pressed again', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    const letGo = world.service.hold(`POST /comments/${deskId(1)}/decision`);
    await sendKeys({ press: 'a' });
    await sendKeys({ press: 'a' });
    letGo();
    await desk.untilShown('Bạn đọc 2');
    expect(decisions()).to.equal(1);
  });

  it('are listed by a button, and can be changed', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    desk.press('Phím tắt');
    const dialog = await desk.untilDialog();
    expect(dialog.querySelectorAll('.key-list li')).to.have.lengthOf(8);
    const [, , publish] = dialog.querySelectorAll<HTMLButtonElement>('.key-list button');
    publish!.focus();
    publish!.click();
    await sendKeys({ press: 'j' });
    await until(() => dialog.textContent.includes('đã dùng cho việc: Ý kiến sau'), 'the refusal');
    await sendKeys({ press: 'd' });
    await until(() => [...dialog.querySelectorAll('kbd')].some((key) => textOf(key) === 'D'), 'D');
    desk.press('Đóng', dialog);
    await until(() => !desk.dialog, 'the end');
    await sendKeys({ press: 'a' });
    expect(decisions()).to.equal(0);
    await sendKeys({ press: 'd' });
    await desk.untilShown('Bạn đọc 2');
  });

  it('wait for an answer before what is being written would be lost', async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: 'e' });
    await until(() => desk.focused === 'draft', 'the field');
    await sendKeys({ type: ' Sửa' });
    desk.find('#comment-heading')!.focus();
    await sendKeys({ press: 'j' });
    const dialog = await desk.untilDialog();
    desk.press('Viết tiếp', dialog);
    await until(() => desk.focused === 'draft', 'the field again');
    expect(desk.shown).to.equal('Bạn đọc 1');
    desk.find('#comment-heading')!.focus();
    await sendKeys({ press: 'j' });
    desk.press('Bỏ phần đang viết', await desk.untilDialog());
    await desk.untilShown('Bạn đọc 2');
  });
});
