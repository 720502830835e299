import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { useHeldClock } from '../support/held-clock.ts';
import { deskComment } from '../support/played-desk.ts';

describe('<reader-comments-desk>: the ten seconds in which one can undo (M-9, M-10)', () => {
  const world = usePlayedDesk();
  const clock = useHeldClock();

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 800 });
    world.service.comments = [deskComment(1), deskComment(2), deskComment(3)];
  });
  after(() => setViewport({ width: 800, height: 600 }));

  const askedBack = (): number => world.service.bodies('POST /undo').length;

  async function publish(): Promise<DeskDriver> {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    clock.hold();
    desk.act('Đăng');
    await clock.advance(0);
    expect(desk.shown).to.equal('Bạn đọc 2');
    return desk;
  }

  it('are counted down in sight, and not one by one into the ear', async () => {
    const desk = await publish();
    const left = desk.find('.undo .left')!;
    expect(left.ariaHidden).to.equal('true');
    expect(left.textContent).to.equal('còn 10 giây');
    await clock.advance(4000);
    expect(left.textContent).to.equal('còn 6 giây');
    expect(desk.announcement).to.equal('Đã chuyển 1 ý kiến sang “Đã đăng”.');
  });

  it('end: the offer goes, and the key takes nothing back any more', async () => {
    const desk = await publish();
    await clock.advance(9000);
    expect(desk.hasButton('Hoàn tác')).to.equal(true);
    await clock.advance(1000);
    expect(desk.find('.undo')).to.equal(null);
    clock.release();
    await sendKeys({ press: 'u' });
    await desk.element.updateComplete;
    expect(askedBack()).to.equal(0);
    expect(desk.shown).to.equal('Bạn đọc 2');
    expect(world.service.counts).to.include({ new: 2, published: 1 });
  });

  it('end without losing the focus, where it was on the button', async () => {
    const desk = await publish();
    desk.find('#undo-button')!.focus();
    await clock.advance(10_000);
    expect(desk.focused).to.equal('comment-heading');
  });

  it('begin anew with the next decision, which alone is taken back', async () => {
    const desk = await publish();
    await clock.advance(8000);
    desk.act('Đánh dấu thư rác');
    await clock.advance(5000);
    expect(desk.find('.undo .left')!.textContent).to.equal('còn 5 giây');
    desk.press('Hoàn tác');
    await clock.advance(0);
    expect(desk.shown).to.equal('Bạn đọc 2');
    expect(world.service.counts).to.include({ new: 2, published: 1, spam: 0 });
    expect(askedBack()).to.equal(1);
    await clock.advance(20_000);
    expect(desk.find('.undo')).to.equal(null);
  });
});
