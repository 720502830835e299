import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { inspect } from '../support/accessibility.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const unaccented = 'Toi khong dong y voi y kien cua tac gia ve viec tang gia dien';
const accented = 'Tôi không đồng ý với ý kiến của tác giả về việc tăng giá điện';
const english = 'I do not agree with the author of this article about the price of gas.';
const question = 'Ý kiến của bạn chưa có dấu. Bạn muốn sửa hay vẫn gửi?';
const tip = 'Mẹo: bật bộ gõ (Telex hoặc VNI) để có dấu.';
const insisting = 'Tòa soạn chỉ nhận ý kiến viết bằng tiếng Việt có dấu';

const written = async (content = unaccented, attributes = ''): Promise<FormDriver> => {
  const form = await FormDriver.openTouched(attributes);
  await form.fillAll({ [labels.content]: content });
  return form;
};

const asked = async (attributes = ''): Promise<FormDriver> => {
  const form = await written(unaccented, attributes);
  await form.press();
  await until(() => form.has('accents') && form.isFocused(form.part('accents')), 'the question');
  return form;
};

describe('<reader-comment-form>: Vietnamese without accents (T-10)', () => {
  const server = usePlayedServer();

  it('is asked about before it is sent: the focus is in the question, which is an alert', async () => {
    const form = await asked();
    expect(form.text('accents-text')).to.equal(question);
    expect(form.text('accents-hint')).to.equal(tip);
    expect(form.part('accents')!.querySelector('[role=alert]')).to.exist;
    expect(form.state).to.equal('idle');
    expect(server.comments).to.have.lengthOf(0);
    expect((await inspect(form.element)).violations).to.deep.equal([]);
  });

  it('goes back to the text with “Để tôi sửa”; nothing that was typed is lost', async () => {
    const form = await asked();
    form.button('Để tôi sửa').click();
    await form.element.updateComplete;
    expect(form.isFocused(form.field(labels.content))).to.be.true;
    expect(form.has('accents')).to.be.false;
    expect(form.field(labels.content).value).to.equal(unaccented);
    expect(form.field(labels.code).value).to.equal('123456');
    expect(server.comments).to.have.lengthOf(0);
  });

  it('is sent as it is with “Vẫn gửi”, by the keyboard too', async () => {
    const form = await asked();
    for (const key of ['Tab', 'Tab', 'Enter']) await sendKeys({ press: key });
    await until(() => form.state === 'sent', 'the confirmation');
    expect(server.comments.map(({ body }) => body['content'])).to.deep.equal([unaccented]);
    expect(form.isFocused(form.part('sent-heading'))).to.be.true;
  });

  it('keeps the focus on the button while it is on its way', async () => {
    const form = await asked();
    const release = server.hold('comment');
    form.button('Vẫn gửi').click();
    await until(() => form.state === 'sending', 'the sending');
    expect(form.isFocused(form.part('submit-button'))).to.be.true;
    expect(form.has('accents')).to.be.false;
    release();
    await form.untilAnswered();
  });

  it('is asked about once: the same text goes when it is sent again, another is asked about', async () => {
    const form = await asked();
    form.button('Để tôi sửa').click();
    server.answerComments(problem(503, 'unavailable'));
    await form.send();
    expect(form.state).to.equal('failed');
    expect(server.comments).to.have.lengthOf(1);
    await form.fill(labels.content, `${unaccented} nam nay`);
    await form.press();
    await until(() => form.has('accents'), 'the question again');
    expect(server.comments).to.have.lengthOf(1);
  });

  it('lets the question go when the text changes', async () => {
    const form = await asked();
    await form.fill(labels.content, accented);
    expect(form.has('accents')).to.be.false;
    await form.send();
    expect(form.state).to.equal('sent');
  });

  for (const [what, content] of [
    ['with accents', accented],
    ['in English', english],
    ['of seven words', 'Toi khong dong y voi tac gia'],
  ] as const) {
    it(`sends a text ${what} without a question`, async () => {
      const form = await written(content);
      await form.send();
      expect(form.state).to.equal('sent');
    });
  }

  it('speaks English where the page does', async () => {
    const form = await FormDriver.open('lang="en"');
    await until(() => form.text('submit-button') === 'Send comment', 'the English words');
    await form.touch();
    await form.fill('Full name', 'An');
    await form.fill('Email', 'an@example.com');
    await form.fill('Your comment', unaccented);
    await form.fill('Security code', '123456');
    await form.press();
    await until(() => form.has('accents'), 'the question');
    expect(form.hasButton('Let me edit')).to.be.true;
    expect(form.hasButton('Send anyway')).to.be.true;
    expect(form.text('accents-text')).to.equal(
      'Your comment has no Vietnamese accents. Edit it or send anyway?',
    );
  });

  it('is let be with accents="off"', async () => {
    const form = await written(unaccented, 'accents="off"');
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('is met with a hint and no question with accents="hint"', async () => {
    const form = await written(unaccented, 'accents="hint"');
    form.field(labels.content).focus();
    form.field(labels.code).focus();
    await until(() => form.text('accents-hint') === tip, 'the hint');
    expect(form.isFocused(form.field(labels.code))).to.be.true;
    expect((await inspect(form.element)).violations).to.deep.equal([]);
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('is refused at its field with accents="require", before the code is used', async () => {
    const form = await written(unaccented, 'accents="require"');
    await form.send();
    expect(form.errorAt(labels.content)).to.equal(insisting);
    expect(form.summaryLinks.map(({ textContent }) => textContent)).to.deep.equal([insisting]);
    expect(server.comments).to.have.lengthOf(0);
    await form.fill(labels.content, accented);
    await settle();
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('shows the words of a server that refuses it, or that counts too many links', async () => {
    const form = await written(accented);
    const errors = [{ field: 'content', code: 'too-many-links', max: 2 }];
    server.answerComments(problem(422, 'invalid-fields', { errors }));
    await form.send();
    expect(form.errorAt(labels.content)).to.equal('Ý kiến chỉ được có tối đa 2 đường dẫn');
  });
});
