import { expect, fixture } from '@open-wc/testing';

import { FormDriver, labels, until } from '../support/form-driver.ts';
import { useHeldClock } from '../support/held-clock.ts';
import { usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: its live region (A-6)', () => {
  const server = usePlayedServer();
  const clock = useHeldClock();

  it('is there from the first, once, and empty', async () => {
    const form = await FormDriver.open();
    expect(form.count('[role=status]')).to.equal(1);
    expect(form.announcement).to.equal('');
  });

  it('is seen by nobody', async () => {
    const form = await FormDriver.openTouched();
    const { width, height } = form.root.querySelector('[role=status]')!.getBoundingClientRect();
    expect(width * height).to.be.at.most(1);
  });

  it('speaks no sooner than 100 ms after the focus has moved', async () => {
    const release = server.hold('challenge');
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => server.challenges.length === 1, 'the request');
    await form.press();
    clock.hold();
    release();
    await clock.advance(0);
    expect(form.isFocused(form.field(labels.code))).to.be.true;
    await clock.advance(99);
    expect(form.announcement).not.to.equal('Đã có mã mới.');
    await clock.advance(200);
    expect(form.announcement).to.equal('Đã có mã mới.');
  });

  it('says the same message again when it comes again', async () => {
    const form = await FormDriver.openTouched();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(form.announcement));
    observer.observe(form.root.querySelector('[role=status]')!, { childList: true });
    clock.hold();
    form.button('Mã khác').click();
    await clock.advance(200);
    form.button('Mã khác').click();
    await clock.advance(200);
    observer.disconnect();
    expect(said.filter((message) => message !== '')).to.deep.equal([
      'Đã có mã mới.',
      'Đã có mã mới.',
    ]);
  });

  it('drops a message that waits when a newer one comes', async () => {
    const form = await FormDriver.openTouched('challenge="none"');
    await form.fillAll({ [labels.email]: 'an@gmail.con' });
    const release = server.hold('comment');
    clock.hold();
    form.field(labels.email).focus();
    await form.press();
    await clock.advance(300);
    expect(form.announcement).to.equal('Đang gửi…');
    release();
    await clock.advance(0);
  });

  it('stands back for a region of the page (announcer)', async () => {
    const region = await fixture<HTMLElement>('<div role="status"></div>');
    const form = await FormDriver.openTouched();
    form.element.announcer = region;
    form.button('Mã khác').click();
    await until(() => region.textContent === 'Đã có mã mới.', 'the announcement');
    expect(form.announcement).to.equal('');
  });
});
