import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { settle, useHeldClock } from '../support/held-clock.ts';
import { challengeAnswer, problem, usePlayedServer } from '../support/played-server.ts';

const unavailable = 'Chưa tải được mã bảo vệ. Bạn bấm “Mã khác”';

describe('<reader-comment-form>: the security code', () => {
  const server = usePlayedServer();
  const clock = useHeldClock();

  it('is asked for at the first focus, once, for this article and in this language', async () => {
    const form = await FormDriver.open();
    expect(server.challenges).to.be.empty;
    form.field(labels.address).focus();
    await form.untilCode();
    form.field(labels.email).focus();
    await form.fill(labels.content, 'Hay.');
    await settle();
    expect(server.challenges).to.have.lengthOf(1);
    const [request] = server.challenges;
    expect(new URL(request!.url, location.href).href).to.equal(
      `${location.origin}/comments/challenge`,
    );
    expect(request!.method).to.equal('POST');
    expect(request!.body).to.deep.equal({ article: 'bai-123', lang: 'vi' });
    expect(request!.credentials).to.equal('omit');
  });

  it('is asked for at the first input where a program fills the form in', async () => {
    const form = await FormDriver.open();
    const name = form.field(labels.name);
    name.value = 'Nguyễn Văn An';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await form.untilCode();
    expect(server.challenges).to.have.lengthOf(1);
  });

  it('is one path in the colour of the text, named by its purpose and not by what it holds (A-9)', async () => {
    server.answerChallenges(challengeAnswer(pictureChallenge({ width: 210, height: 64 })));
    const form = await FormDriver.openTouched();
    const picture = form.part<SVGSVGElement>('code-picture')!;
    expect(picture.getAttribute('role')).to.equal('img');
    expect(picture.getAttribute('aria-label')).to.equal('Hình chứa mã bảo vệ.');
    expect(picture.getAttribute('viewBox')).to.equal('0 0 2100 640');
    expect([...picture.children].map((child) => child.localName)).to.deep.equal(['path']);
    const path = picture.querySelector('path')!;
    expect(path.getAttribute('fill')).to.equal('currentColor');
    expect(path.getAttribute('fill-rule')).to.equal('evenodd');
    expect(path.getAttribute('d')).to.equal(pictureChallenge().path);
  });

  it('moves nothing when it comes: its box was kept', async () => {
    const form = await FormDriver.open();
    const before = form.part('submit-button')!.getBoundingClientRect().top + scrollY;
    await form.touch();
    expect(form.part('submit-button')!.getBoundingClientRect().top + scrollY).to.equal(before);
  });

  for (const [what, challenge] of [
    ['a path with foreign characters', pictureChallenge({ path: 'M0 0l1 1z" onload="x' })],
    ['a path with curves', pictureChallenge({ path: 'M0 0C1 1 2 2 3 3z' })],
    ['an empty path', pictureChallenge({ path: '' })],
    ['a kind this form cannot show', { kind: 'riddle', token: 'token-1', lifetimeSeconds: 60 }],
    ['no kind', {}],
    ['nothing', null],
    ['a text', 'none'],
  ] as const) {
    it(`draws nothing where the server sends ${what}`, async () => {
      server.answerChallenges(challengeAnswer(challenge));
      const form = await FormDriver.open();
      form.element.focus();
      await until(() => form.text('code-note') === unavailable, 'the note');
      expect(form.count('svg')).to.equal(0);
    });
  }

  it('tells the length the server has set, and checks by it', async () => {
    server.answerChallenges(challengeAnswer(pictureChallenge({ length: 4 })));
    const form = await FormDriver.openTouched();
    expect(form.descriptionOf(labels.code)).to.deep.equal(['Nhập 4 chữ số trong hình.']);
    await form.fillAll({ [labels.code]: '1234' });
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('says that it is on its way', async () => {
    const release = server.hold('challenge');
    const form = await FormDriver.open();
    form.element.focus();
    await until(() => server.challenges.length === 1, 'the request');
    expect(form.text('code-note')).to.equal('Đang tải mã…');
    release();
    await form.untilCode();
  });

  it('hides its field where the server wants none', async () => {
    server.answerChallenges(challengeAnswer({ kind: 'none' }));
    const form = await FormDriver.openTouched();
    expect(form.hasField(labels.code)).to.be.false;
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[0]!.body).not.to.have.property('challenge');
  });

  it('is sent as it was typed: other digits and spaces are for the server to fold', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.code]: '１２３ 4đ6' });
    await form.send();
    expect(server.comments[0]!.body['challenge']).to.deep.equal({
      token: 'token-1',
      answer: '１２３ 4đ6',
    });
  });

  it('is another one after “Mã khác”: announced, the answer emptied, the focus left where it is (A-9)', async () => {
    server.answerChallenges(
      challengeAnswer(pictureChallenge()),
      challengeAnswer(pictureChallenge({ token: 'token-2', path: 'M1 1l2 2z' })),
    );
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.button('Mã khác').focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () => form.part('code-picture')?.querySelector('path[d="M1 1l2 2z"]'),
      'the other picture',
    );
    expect(form.field(labels.code).value).to.equal('');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(form.isFocused(form.button('Mã khác'))).to.be.true;
    await until(() => form.announcement === 'Đã có mã mới.', 'the announcement');
    await form.fill(labels.code, '654321');
    await form.send();
    expect(server.comments[0]!.body['challenge']).to.deep.equal({
      token: 'token-2',
      answer: '654321',
    });
  });

  it('is the last one asked for, however the answers come', async () => {
    const release = server.hold('challenge');
    server.answerChallenges(
      challengeAnswer(pictureChallenge({ path: 'M1 1l1 1z' })),
      challengeAnswer(pictureChallenge({ path: 'M2 2l2 2z' })),
    );
    const form = await FormDriver.open();
    form.element.focus();
    await until(() => server.challenges.length === 1, 'the first request');
    form.button('Mã khác').click();
    await until(() => server.challenges.length === 2, 'the second request');
    expect(server.challenges[0]!.signal!.aborted).to.be.true;
    release();
    await form.untilCode();
    await settle();
    expect(form.part('code-picture')!.querySelector('path')!.getAttribute('d')).to.equal(
      'M2 2l2 2z',
    );
  });

  it('is announced only to who is at the code', async () => {
    const form = await FormDriver.openTouched();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(form.announcement).to.equal('');

    const other = await FormDriver.open();
    other.field(labels.code).focus();
    await until(() => other.announcement === 'Đã có mã mới.', 'the announcement');
  });

  it('is asked for a second time, after a second, when the first try fails', async () => {
    server.answerChallenges('unreachable', challengeAnswer(pictureChallenge()));
    const form = await FormDriver.open();
    await import('../../../src/elements/form/form-assistant.ts');
    clock.hold();
    form.element.focus();
    await clock.advance(999);
    expect(server.challenges).to.have.lengthOf(1);
    expect(form.text('code-note')).to.equal('Đang tải mã…');
    await clock.advance(1);
    expect(server.challenges).to.have.lengthOf(2);
    expect(form.has('code-picture')).to.be.true;
  });

  it('says how to get one when the second try fails too, and “Mã khác” does it', async () => {
    server.answerChallenges('unreachable');
    const form = await FormDriver.open();
    await import('../../../src/elements/form/form-assistant.ts');
    clock.hold();
    form.element.focus();
    await clock.advance(10_000);
    expect(server.challenges).to.have.lengthOf(2);
    expect(form.text('code-note')).to.equal(unavailable);
    server.answerChallenges();
    form.button('Mã khác').click();
    await clock.advance(0);
    expect(form.has('code-picture')).to.be.true;
  });

  it('is not asked for again by itself where the server says to wait', async () => {
    server.answerChallenges(problem(429, 'rate-limited', { retryAfterSeconds: 30 }));
    const form = await FormDriver.open();
    await import('../../../src/elements/form/form-assistant.ts');
    clock.hold();
    form.element.focus();
    await clock.advance(10_000);
    expect(server.challenges).to.have.lengthOf(1);
    expect(form.text('code-note')).to.equal(unavailable);
  });

  it('is waited for when the reader sends before it has come, then asked for without calling it empty', async () => {
    const release = server.hold('challenge');
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => server.challenges.length === 1, 'the request');
    await form.press();
    await settle();
    expect(form.state).to.equal('sending');
    release();
    await form.untilAnswered();
    expect(form.state).to.equal('idle');
    expect(form.isFocused(form.field(labels.code))).to.be.true;
    expect(form.count('[part=error]')).to.equal(0);
    await until(() => form.announcement === 'Đã có mã mới.', 'the announcement');
    expect(server.comments).to.be.empty;
    await form.fill(labels.code, '123456');
    await form.send();
    expect(form.state).to.equal('sent');
  });

  it('is waited for 15 s, then said to be unavailable, never to be empty', async () => {
    server.hold('challenge');
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => server.challenges.length === 1, 'the request');
    clock.hold();
    await form.press();
    await clock.advance(14_999);
    expect(form.state).to.equal('sending');
    await clock.advance(1);
    expect(form.state).to.equal('refused');
    expect(form.errorAt(labels.code)).to.equal(unavailable);
    expect(form.isFocused(form.part('summary'))).to.be.true;
    expect(server.comments).to.be.empty;
  });

  it('is asked for again by sending when none could be had', async () => {
    server.answerChallenges(problem(429, 'rate-limited', { retryAfterSeconds: 30 }));
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => form.text('code-note') === unavailable, 'the note');
    await form.send();
    expect(form.errorAt(labels.code)).to.equal(unavailable);
    server.answerChallenges();
    await form.send();
    expect(form.has('code-picture')).to.be.true;
    expect(form.isFocused(form.field(labels.code))).to.be.true;
    expect(form.errorAt(labels.code)).to.equal('');
  });

  it('is no longer said to be unavailable once “Mã khác” has brought one', async () => {
    server.answerChallenges(problem(429, 'rate-limited', { retryAfterSeconds: 30 }));
    const form = await FormDriver.open();
    await form.fillAll({ [labels.code]: '' });
    await until(() => form.text('code-note') === unavailable, 'the note');
    await form.send();
    server.answerChallenges();
    form.button('Mã khác').click();
    await form.untilCode();
    await settle();
    expect(form.errorAt(labels.code)).to.equal('');
    expect(form.has('summary')).to.be.false;
  });

  it('comes from where the page says: challenge-endpoint', async () => {
    server.challengePath = '/ma-bao-ve';
    await FormDriver.openTouched('challenge-endpoint="/ma-bao-ve?v=2"');
    expect(server.challenges.map(({ url }) => url)).to.deep.equal(['/ma-bao-ve?v=2']);
  });
});
