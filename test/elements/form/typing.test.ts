import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

interface Writing {
  readonly label: string;
  readonly text: string;
  readonly hadFocus: boolean;
}

/** Notes whenever the form puts a value into one of its fields. */
const watchWrites = (form: FormDriver): Writing[] => {
  const writings: Writing[] = [];
  for (const label of Object.values(labels)) {
    const field = form.field(label);
    const { prototype } = field.constructor as typeof HTMLInputElement;
    const original = Object.getOwnPropertyDescriptor(prototype, 'value')!;
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => original.get!.call(field) as string,
      set(text: string) {
        writings.push({ label, text, hadFocus: form.isFocused(field) });
        original.set!.call(field, text);
      },
    });
  }
  return writings;
};

describe('<reader-comment-form>: typing (T-1)', () => {
  const server = usePlayedServer();

  it('never writes into a field while the reader is in it', async () => {
    const form = await FormDriver.openTouched();
    const writings = watchWrites(form);
    for (const label of Object.values(labels)) {
      await form.type(label, label === labels.code ? '123456' : 'a');
      form.element.messages = { submit: `Gửi ${label}` };
      await form.element.updateComplete;
    }
    form.field(labels.content).focus();
    form.element.maxLength = 5;
    form.element.lang = 'en';
    await until(() => form.text('counter') === '4 characters left', 'the words');
    form.element.lang = 'vi';
    form.element.maxLength = 2000;
    await until(() => form.hasField(labels.content), 'the words');
    expect(writings).to.be.empty;
  });

  it('writes into no focused field on the way of a refused and of a taken comment', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    const writings = watchWrites(form);
    server.answerComments(
      problem(422, 'challenge-wrong', { challenge: pictureChallenge({ token: 'token-2' }) }),
      { status: 202, json: { id: 'id-1', status: 'pending', receipt: 'receipt-1' } },
    );
    form.field(labels.code).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => form.state === 'refused', 'the refusal');
    await until(() => writings.length > 0, 'the emptied answer');
    form.field(labels.code).focus();
    await sendKeys({ type: '654321' });
    await sendKeys({ press: 'Enter' });
    await until(() => form.state === 'sent', 'the confirmation');
    await until(() => form.field(labels.content).value === '', 'the emptied comment');
    expect(writings.length).to.be.greaterThan(1);
    expect(writings.filter(({ hadFocus }) => hadFocus)).to.deep.equal([]);
  });

  it('leaves letters alone that an input method replaces one by one', async () => {
    const form = await FormDriver.openTouched();
    form.field(labels.content).focus();
    await sendKeys({ type: 'vie' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: 'ê' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: 'ệt' });
    expect(form.field(labels.content).value).to.equal('việt');
  });

  it('leaves the text and the caret where they are while the form draws itself again', async () => {
    const form = await FormDriver.openTouched();
    await form.fill(labels.content, 'Bài rất hay.');
    const field = form.field(labels.content);
    field.setSelectionRange(3, 3);
    form.element.newsroom = 'Báo Mới';
    await form.element.updateComplete;
    await sendKeys({ type: ' viết' });
    expect(field.value).to.equal('Bài viết rất hay.');
  });
});
