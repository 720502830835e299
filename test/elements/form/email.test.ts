import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';

import { FormDriver, labels, until } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

const middleOf = (node: Element): [number, number] => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('<reader-comment-form>: help with the email (T-8)', () => {
  const server = usePlayedServer();

  afterEach(() => resetMouse());

  it('offers the likely domain when the reader leaves the field, and says so', async () => {
    const form = await FormDriver.openTouched();
    await form.type(labels.email, 'an@gmail.con');
    expect(form.has('suggestion')).to.be.false;
    await sendKeys({ press: 'Tab' });
    await form.element.updateComplete;
    expect(form.text('suggestion')).to.equal('Có phải bạn muốn gõ an@gmail.com? Dùng an@gmail.com');
    await until(
      () => form.announcement === 'Có phải bạn muốn gõ an@gmail.com?',
      'the offer to be spoken',
    );
  });

  it('offers it, too, to who has left the field before the checks were there', async () => {
    const form = await FormDriver.open();
    const field = form.field(labels.email);
    field.focus();
    field.value = 'an@gmail.con';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    form.field(labels.name).focus();
    await until(() => form.has('suggestion'), 'the offer');
    expect(form.text('suggestion')).to.include('Dùng an@gmail.com');
  });

  it('offers nothing while the field is typed into, however late the checks come', async () => {
    const form = await FormDriver.open();
    const field = form.field(labels.email);
    field.focus();
    field.value = 'an@gmail.con';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => server.challenges.length > 0, 'the checks');
    await form.element.updateComplete;
    expect(form.has('suggestion')).to.be.false;
  });

  it('puts it in by a button, by keyboard too, and goes on from the field', async () => {
    const form = await FormDriver.openTouched();
    await form.type(labels.email, 'an@gmai.com');
    await sendKeys({ press: 'Tab' });
    await form.element.updateComplete;
    const button = form.button('Dùng an@gmail.com');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await form.element.updateComplete;
    expect(form.field(labels.email).value).to.equal('an@gmail.com');
    expect(form.isFocused(form.field(labels.email))).to.be.true;
    expect(form.has('suggestion')).to.be.false;
  });

  it('never stands in the way: the email is sent as it was typed', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.email]: 'an@gmail.con' });
    expect(form.has('suggestion')).to.be.true;
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body['email']).to.equal('an@gmail.con');
  });

  it('goes when the reader corrects the email, and does not come where there is nothing to offer', async () => {
    const form = await FormDriver.openTouched();
    await form.fill(labels.email, 'an@gmail.con');
    await form.leave();
    expect(form.has('suggestion')).to.be.true;
    await form.fill(labels.email, 'an@gmail.com');
    expect(form.has('suggestion')).to.be.false;
    await form.leave();
    expect(form.has('suggestion')).to.be.false;
  });

  it('names the input method where there are accents, instead of calling the email invalid', async () => {
    const form = await FormDriver.openTouched();
    for (const email of ['nguyễn@gmail.com', 'a@gmaịl.com', 'a@xn--gmal-7w5a.com']) {
      await form.fillAll({ [labels.email]: email });
      await form.send();
      expect(form.errorAt(labels.email), email).to.equal(
        'Email không dùng chữ có dấu. Bạn thử tắt bộ gõ tiếng Việt rồi nhập lại',
      );
      expect(form.field(labels.email).value).to.equal(email);
    }
  });

  it('keeps a button under the pointer that presses it, though leaving the field brings the offer', async () => {
    const form = await FormDriver.openTouched('challenge="none"');
    await form.fillAll({ [labels.email]: '' });
    form.field(labels.email).focus();
    form.part('submit-button')!.scrollIntoView({ block: 'center' });
    form.field(labels.email).focus({ preventScroll: true });
    await sendKeys({ type: 'an@gmail.con' });
    form.part('submit-button')!.scrollIntoView({ block: 'center' });
    const position = middleOf(form.part('submit-button')!);
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    expect(middleOf(form.part('submit-button')!)).to.deep.equal(position);
    expect(form.has('suggestion')).to.be.false;
    await sendMouse({ type: 'up' });
    await form.untilAnswered();
    expect(server.comments).to.have.lengthOf(1);
  });

  it('comes after the click when a pointer took the reader out of the field', async () => {
    const form = await FormDriver.openTouched();
    await form.type(labels.email, 'an@gmail.con');
    const hint = form.root.getElementById('email-hint')!;
    hint.scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'click', position: middleOf(hint) });
    await until(() => form.part('suggestion'), 'the offer');
  });
});
