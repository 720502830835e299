import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { until } from '../support/form-driver.ts';
import { deskComment, deskId } from '../support/played-desk.ts';

describe('<reader-comments-desk>: on a phone', () => {
  const world = usePlayedDesk();
  let entries = 0;

  beforeEach(async () => {
    await setViewport({ width: 390, height: 844 });
    world.service.comments = [deskComment(1), deskComment(2)];
    entries = history.length;
  });
  after(() => setViewport({ width: 800, height: 600 }));

  const isListShown = (desk: DeskDriver): boolean => desk.find('.rows')?.checkVisibility() ?? false;

  async function openComment(): Promise<DeskDriver> {
    const desk = await DeskDriver.open();
    desk.find(`#row-${deskId(2)}`)!.click();
    await desk.untilShown('Bạn đọc 2');
    expect(isListShown(desk)).to.equal(false);
    return desk;
  }

  const untilListed = async (desk: DeskDriver): Promise<void> => {
    await until(() => isListShown(desk), 'the list');
    await until(() => desk.focused === `row-${deskId(2)}`, 'the row one came from');
  };

  /** Nothing of the desk is left in the history: the next step back leads out of it. */
  const untilUnmarked = (): Promise<void> => until(() => history.state === null, 'the entry gone');

  it('goes back from a comment to its row by the browser’s own button or gesture', async () => {
    const desk = await openComment();
    history.back();
    await untilListed(desk);
    expect(history.state).to.equal(null);
  });

  it('goes back by its own button, and leaves nothing in the history', async () => {
    const desk = await openComment();
    desk.press('← Về danh sách');
    await untilListed(desk);
    await untilUnmarked();
  });

  it('makes one step of it, however many comments are read one after the other', async () => {
    const desk = await openComment();
    desk.act('Đăng');
    await desk.untilShown('Bạn đọc 1');
    expect(history.length).to.be.at.most(entries + 1);
    history.back();
    await until(() => isListShown(desk), 'the list');
    await untilUnmarked();
  });

  it('is at the list again, and at the start of its history, when the last one is decided', async () => {
    world.service.comments = [deskComment(2)];
    const desk = await openComment();
    desk.act('Đăng');
    await until(() => desk.focused === 'list-heading', 'the list');
    await untilUnmarked();
  });

  it('closes a dialog by a step back, and stays at the comment', async () => {
    const desk = await openComment();
    desk.act('Không đăng');
    await desk.untilDialog();
    history.back();
    await until(() => !desk.dialog, 'the end of the dialog');
    expect(desk.shown).to.equal('Bạn đọc 2');
    expect(isListShown(desk)).to.equal(false);
    history.back();
    await untilListed(desk);
  });

  it('asks before a step back would lose what is being written', async () => {
    const desk = await openComment();
    desk.act('Biên tập');
    await desk.fill('#draft', 'Ý kiến khác.');
    history.back();
    desk.press('Viết tiếp', await desk.untilDialog());
    await until(() => desk.focused === 'draft', 'the field');
    expect(desk.find<HTMLTextAreaElement>('#draft')!.value).to.equal('Ý kiến khác.');
    history.back();
    desk.press('Bỏ phần đang viết', await desk.untilDialog());
    await untilListed(desk);
    await untilUnmarked();
  });

  it('leaves the history alone where list and comment stand side by side', async () => {
    await setViewport({ width: 1280, height: 800 });
    const desk = await DeskDriver.open();
    desk.find(`#row-${deskId(2)}`)!.click();
    await desk.untilShown('Bạn đọc 2');
    expect(history.state).to.equal(null);
  });
});
