import { expect, fixture } from '@open-wc/testing';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, goodComment, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import { challengeAnswer, usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: its life on a page', () => {
  const server = usePlayedServer();

  const elsewhere = (): Promise<HTMLElement> => fixture<HTMLElement>('<section></section>');

  it('keeps everything typed when it is moved (T-1)', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    (await elsewhere()).append(form.element);
    await form.element.updateComplete;
    for (const [label, text] of Object.entries(goodComment)) {
      expect(form.field(label).value, label).to.equal(text);
    }
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments).to.have.lengthOf(1);
  });

  it('goes on sending when it is moved meanwhile', async () => {
    const release = server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.press();
    await until(() => server.comments.length === 1, 'the request');
    (await elsewhere()).append(form.element);
    await settle();
    expect(server.comments[0]!.signal!.aborted).to.be.false;
    release();
    await form.untilAnswered();
    expect(form.state).to.equal('sent');
  });

  it('ends its requests when it is taken away, and is of use when it is put back', async () => {
    server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.press();
    await until(() => server.comments.length === 1, 'the request');
    const place = form.element.parentElement!;
    form.element.remove();
    await settle();
    expect(server.comments[0]!.signal!.aborted).to.be.true;

    server.hold('comment')();
    place.append(form.element);
    await form.element.updateComplete;
    expect(form.state).to.equal('idle');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments).to.have.lengthOf(2);
  });

  it('asks for its code again after it was taken away while one was on its way', async () => {
    const release = server.hold('challenge');
    const form = await FormDriver.open();
    form.element.focus();
    await until(() => server.challenges.length === 1, 'the request');
    const place = form.element.parentElement!;
    form.element.remove();
    await settle();
    expect(server.challenges[0]!.signal!.aborted).to.be.true;
    release();
    place.append(form.element);
    await form.element.updateComplete;
    await form.touch();
    expect(server.challenges).to.have.lengthOf(2);
  });

  it('is not left sending when it is taken away while it waits for a code', async () => {
    const release = server.hold('challenge');
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => server.challenges.length === 1, 'the request');
    await form.press();
    const place = form.element.parentElement!;
    form.element.remove();
    await settle();
    release();
    place.append(form.element);
    await form.element.updateComplete;
    await form.untilAnswered();
    expect(form.state).to.equal('idle');
    expect(server.comments).to.be.empty;
  });

  it('works when it was taken away before its first drawing', async () => {
    const element = document.createElement('reader-comment-form');
    element.endpoint = '/comments';
    const place = await elsewhere();
    place.append(element);
    element.remove();
    place.append(element);
    await element.updateComplete;
    expect(new FormDriver(element).hasField(labels.content)).to.be.true;
  });

  it('turns to another article when the page does: another draft, another code', async () => {
    server.answerChallenges(
      challengeAnswer(pictureChallenge()),
      challengeAnswer(pictureChallenge({ token: 'token-2' })),
    );
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.leave();
    form.element.article = 'bai-456';
    await form.element.updateComplete;
    expect(form.field(labels.content).value).to.equal('');
    expect(form.field(labels.name).value).to.equal('Nguyễn Văn An');
    await form.fill(labels.content, 'Về bài kia.');
    await form.untilCode();
    expect(server.challenges.map(({ body }) => body['article'])).to.deep.equal([
      'bai-123',
      'bai-456',
    ]);
    await form.fill(labels.code, '654321');
    await form.send();
    expect(server.comments[0]!.body).to.deep.include({
      article: 'bai-456',
      content: 'Về bài kia.',
      challenge: { token: 'token-2', answer: '654321' },
    });
  });

  it('does not take the answer to the code of one article for that of another', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.leave();
    form.element.article = 'bai-456';
    await form.element.updateComplete;
    expect(form.field(labels.code).value).to.equal('');
  });

  it('brings the draft of an article back when the page returns to it', async () => {
    const form = await FormDriver.openTouched();
    await form.fill(labels.content, 'Về bài này.');
    await form.leave();
    form.element.article = 'bai-456';
    await form.element.updateComplete;
    form.element.article = 'bai-123';
    await form.element.updateComplete;
    expect(form.field(labels.content).value).to.equal('Về bài này.');
  });

  it('forgets the errors of another article', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    form.element.article = 'bai-456';
    await form.element.updateComplete;
    expect(form.state).to.equal('idle');
  });

  it('asks for no code when it was taken away before it was ready to', async () => {
    const form = await FormDriver.open();
    form.element.focus();
    form.element.remove();
    await import('../../../src/elements/form/form-assistant.ts');
    await settle();
    expect(server.challenges).to.have.lengthOf(0);
  });

  it('forgets the confirmation of another article', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    form.element.article = 'bai-456';
    await until(() => form.state === 'idle', 'the form');
    expect(form.has('sent')).to.be.false;
  });

  it('does not send the comment of one article under another', async () => {
    server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.press();
    await until(() => server.comments.length === 1, 'the request');
    form.element.article = 'bai-456';
    await form.element.updateComplete;
    await settle();
    expect(server.comments[0]!.signal!.aborted).to.be.true;
    expect(form.state).to.equal('idle');
  });

  it('is one of several on a page, each for itself', async () => {
    const one = await FormDriver.openTouched();
    const other = await FormDriver.openTouched();
    await one.fillAll();
    await other.send();
    expect(other.state).to.equal('refused');
    expect(one.state).to.equal('idle');
    await one.send();
    expect(one.state).to.equal('sent');
    expect(other.state).to.equal('refused');
  });
});
