import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { FormDriver, labels, textOf } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: the summary of errors', () => {
  const server = usePlayedServer();

  it('takes the focus, has a heading and speaks from inside (A-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    const summary = form.part('summary')!;
    expect(form.isFocused(summary)).to.be.true;
    expect(summary.getAttribute('tabindex')).to.equal('-1');
    const heading = form.root.getElementById(summary.getAttribute('aria-labelledby')!);
    expect(textOf(heading)).to.equal('Ý kiến chưa được gửi');
    expect(heading!.localName).to.equal('h3');
    expect(summary.hasAttribute('role') && summary.getAttribute('role')).to.equal('group');
    expect(summary.querySelectorAll('[role=alert]')).to.have.lengthOf(1);
  });

  it('has one link a field in the order of the form, with the words that stand at the field (A-3, C-5)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    expect(form.text('summary-text')).to.equal('Có 4 chỗ cần sửa');
    const wrong = [labels.name, labels.email, labels.content, labels.code];
    expect(form.summaryLinks.map((link) => textOf(link))).to.deep.equal([
      'Bạn chưa nhập họ và tên',
      'Bạn chưa nhập email',
      'Bạn chưa viết ý kiến',
      'Bạn chưa nhập mã bảo vệ',
    ]);
    expect(wrong.map((label) => form.errorAt(label))).to.deep.equal(
      form.summaryLinks.map((link) => textOf(link)),
    );
  });

  it('stands in the order of the form whatever the order of the server (A-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(
      problem(422, 'invalid-fields', {
        errors: [
          { field: 'content', code: 'abnormal-characters' },
          { field: 'name', code: 'contact' },
        ],
      }),
    );
    await form.send();
    expect(form.summaryLinks.map((link) => link.hash)).to.deep.equal(['#name', '#content']);
  });

  it('leads to each field by a click on its link (A-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    const address = location.href;
    for (const [index, label] of [
      labels.name,
      labels.email,
      labels.content,
      labels.code,
    ].entries()) {
      form.summaryLinks[index]!.click();
      expect(form.isFocused(form.field(label)), label).to.be.true;
    }
    expect(location.href).to.equal(address);
  });

  it('leads to a field by keyboard, Tab and Enter (A-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await sendKeys({ press: 'Tab' });
    expect(form.isFocused(form.summaryLinks[0]!)).to.be.true;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(form.isFocused(form.field(labels.email))).to.be.true;
  });

  for (const from of ['above', 'below']) {
    it(`brings the field into view from ${from}, clear of what sticks to the top of the page (A-3)`, async () => {
      const form = await FormDriver.openTouched();
      const [above, below] = [document.createElement('div'), document.createElement('div')];
      above.style.height = '3000px';
      below.style.height = '3000px';
      form.element.before(above);
      form.element.after(below);
      await form.send();
      scrollTo(0, from === 'above' ? 0 : 5000);
      form.summaryLinks[0]!.click();
      // A browser may scroll a moment after it has given the focus.
      await nextFrame();
      await nextFrame();
      const { top, bottom } = form.field(labels.name).getBoundingClientRect();
      expect(top).to.be.greaterThan(40);
      expect(bottom).to.be.lessThan(innerHeight);
    });
  }

  it('counts again as fields are put right, and goes with the last (A-5)', async () => {
    const form = await FormDriver.openTouched('challenge="none"');
    await form.send();
    expect(form.text('summary-text')).to.equal('Có 3 chỗ cần sửa');
    await form.fill(labels.name, 'Ý');
    expect(form.text('summary-text')).to.equal('Có 2 chỗ cần sửa');
    await form.fill(labels.email, 'y@example.com');
    await form.fill(labels.content, 'Hay.');
    expect(form.has('summary')).to.be.false;
    expect(form.state).to.equal('idle');
  });

  it('takes the focus again when the next try fails too (A-3)', async () => {
    const form = await FormDriver.openTouched('challenge="none"');
    await form.send();
    await form.fill(labels.name, 'Ý');
    await form.send();
    expect(form.isFocused(form.part('summary'))).to.be.true;
    expect(form.text('summary-text')).to.equal('Có 2 chỗ cần sửa');
  });

  it('stands for one error too (A-3)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.email]: 'an' });
    await form.send();
    expect(form.text('summary-text')).to.equal('Có 1 chỗ cần sửa');
    expect(form.summaryLinks).to.have.lengthOf(1);
  });

  it('has no message before it is needed', async () => {
    const form = await FormDriver.openTouched();
    expect(form.count('[role=alert]')).to.equal(0);
    expect(form.has('summary')).to.be.false;
  });
});
