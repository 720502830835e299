import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { FormDriver, isShown, labels } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

const openSent = async (content = 'Bài viết rất hay.'): Promise<FormDriver> => {
  const form = await FormDriver.openTouched();
  await form.fillAll({ [labels.content]: content });
  await form.send();
  return form;
};

describe('<reader-comment-form>: after sending (A-13)', () => {
  const server = usePlayedServer();

  it('takes the reader to the heading of the confirmation', async () => {
    const form = await openSent();
    expect(form.state).to.equal('sent');
    expect(form.text('sent-heading')).to.equal('Đã nhận ý kiến của bạn');
    expect(form.isFocused(form.part('sent-heading'))).to.be.true;
    expect(form.part('sent-heading')!.getAttribute('tabindex')).to.equal('-1');
  });

  it('says that the comment waits for the newsroom', async () => {
    const form = await openSent();
    expect(form.text('sent-text')).to.equal('Cảm ơn bạn. Tòa soạn sẽ xem và đăng nếu phù hợp.');
  });

  it('says that the comment has been published', async () => {
    server.answerComments({
      status: 201,
      json: { id: 'id-1', status: 'published', receipt: 'receipt-1' },
    });
    const form = await openSent();
    expect(form.text('sent-text')).to.equal('Cảm ơn bạn. Ý kiến đã được đăng.');
  });

  it('promises no more than waiting where the server says nothing it knows', async () => {
    server.answerComments({ status: 200, json: { id: 'id-1', status: 'on-the-moon' } });
    const form = await openSent();
    expect(form.text('sent-text')).to.equal('Cảm ơn bạn. Tòa soạn sẽ xem và đăng nếu phù hợp.');
  });

  it('shows what was sent, as text and with its lines, until the reader goes on', async () => {
    const content = 'Dòng một\nDòng <b>hai</b>\u202E';
    const form = await openSent(content);
    const shown = form.part('sent-content')!;
    expect(shown.textContent).to.equal(content);
    expect(shown.childElementCount).to.equal(0);
    expect(getComputedStyle(shown).whiteSpace).to.contain('pre-wrap');
    expect(isShown(form.part('form'))).to.be.false;
  });

  it('goes on to another comment: name and email kept, comment and code empty, the focus in the comment', async () => {
    const form = await openSent();
    form.button('Gửi ý kiến khác').focus();
    await sendKeys({ press: 'Enter' });
    await form.element.updateComplete;
    expect(form.state).to.equal('idle');
    expect(form.has('sent')).to.be.false;
    expect(isShown(form.part('form'))).to.be.true;
    expect(form.field(labels.name).value).to.equal('Nguyễn Văn An');
    expect(form.field(labels.address).value).to.equal('Buôn Ma Thuột');
    expect(form.field(labels.email).value).to.equal('an@example.com');
    expect(form.field(labels.content).value).to.equal('');
    expect(form.field(labels.code).value).to.equal('');
    expect(form.isFocused(form.field(labels.content))).to.be.true;
    expect(form.text('counter')).to.equal('Còn 2.000 ký tự');
  });

  it('asks for a new code with the next comment', async () => {
    const form = await openSent();
    expect(server.challenges).to.have.lengthOf(1);
    form.button('Gửi ý kiến khác').click();
    await form.untilCode();
    expect(server.challenges).to.have.lengthOf(2);
    await form.fill(labels.content, 'Một ý nữa.');
    await form.fill(labels.code, '654321');
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments).to.have.lengthOf(2);
  });

  it('is where the focus goes when the page gives it to the form', async () => {
    const form = await openSent();
    form.button('Gửi ý kiến khác').focus();
    form.element.focus();
    expect(form.isFocused(form.part('sent-heading'))).to.be.true;
  });
});
