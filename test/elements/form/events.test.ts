import { expect } from '@open-wc/testing';

import {
  CommentRefusedEvent,
  CommentSendEvent,
  CommentSentEvent,
} from '../../../src/elements/index.ts';
import { FormDriver, labels } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const types = ['reader-comment-send', 'reader-comment-sent', 'reader-comment-refused'];

describe('<reader-comment-form>: its events', () => {
  const server = usePlayedServer();
  let heard: Event[] = [];
  const hear = (event: Event): void => {
    heard.push(event);
  };

  beforeEach(() => {
    heard = [];
    for (const type of types) document.addEventListener(type, hear);
  });
  afterEach(() => {
    for (const type of types) document.removeEventListener(type, hear);
  });

  it('tell the page of a comment before it goes and after it was taken', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    const [send, sent] = heard;
    expect(heard).to.have.lengthOf(2);
    expect(send).to.be.instanceOf(CommentSendEvent);
    expect((send as CommentSendEvent).draft).to.deep.equal(server.comments[0]!.body);
    expect(sent).to.be.instanceOf(CommentSentEvent);
    expect((sent as CommentSentEvent).article).to.equal('bai-123');
    expect((sent as CommentSentEvent).answer).to.deep.equal({
      id: 'id-1',
      status: 'pending',
      receipt: 'receipt-1',
    });
  });

  it('bubble out of every shadow root; only the first can be cancelled', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    await form.fillAll();
    await form.send();
    expect(
      heard.map(({ type, bubbles, composed, cancelable }) => [type, bubbles, composed, cancelable]),
    ).to.deep.equal([
      ['reader-comment-refused', true, true, false],
      ['reader-comment-send', true, true, true],
      ['reader-comment-sent', true, true, false],
    ]);
    expect(heard.every(({ target }) => target === form.element)).to.be.true;
  });

  it('let the page keep the comment back: nothing is posted, nothing is lost', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.element.addEventListener('reader-comment-send', (event) => event.preventDefault());
    await form.send();
    expect(server.comments).to.be.empty;
    expect(form.state).to.equal('idle');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(heard.map(({ type }) => type)).to.deep.equal(['reader-comment-send']);
  });

  it('tell of fields that the form itself found wrong', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    const [refused] = heard as [CommentRefusedEvent];
    expect(refused).to.be.instanceOf(CommentRefusedEvent);
    expect(refused.code).to.equal('invalid-fields');
    expect(refused.problems.map(({ field, code }) => [field, code])).to.deep.equal([
      ['name', 'empty'],
      ['email', 'empty'],
      ['content', 'empty'],
      ['challenge.answer', 'empty'],
    ]);
  });

  it('tell of a refusal of the server by its code', async () => {
    server.answerComments(problem(422, 'challenge-wrong'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    const refused = heard.at(-1) as CommentRefusedEvent;
    expect(refused.code).to.equal('challenge-wrong');
    expect(refused.problems.map(({ field, code }) => [field, code])).to.deep.equal([
      ['challenge.answer', 'wrong'],
    ]);
  });

  it('tell of a failure without fields', async () => {
    server.answerComments('unreachable');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    const refused = heard.at(-1) as CommentRefusedEvent;
    expect(refused.code).to.equal('network');
    expect(refused.problems).to.be.empty;
  });

  it('are not fired for what the page does', async () => {
    const form = await FormDriver.openTouched();
    form.element.article = 'bai-456';
    form.element.messages = { submit: 'Gửi' };
    form.element.remove();
    await form.element.updateComplete;
    expect(heard).to.be.empty;
  });
});
