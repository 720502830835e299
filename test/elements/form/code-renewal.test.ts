import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, goodComment, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import { challengeAnswer, problem, usePlayedServer } from '../support/played-server.ts';

const next = pictureChallenge({ token: 'token-2', path: 'M9 9l9 9z' });

const shownPath = (form: FormDriver): string | null | undefined =>
  form.part('code-picture')?.querySelector('path')?.getAttribute('d');

describe('<reader-comment-form>: the next code (A-11)', () => {
  const server = usePlayedServer();

  for (const [code, message] of [
    ['challenge-wrong', 'Mã bảo vệ chưa đúng. Bạn nhập mã mới trong hình'],
    ['challenge-expired', 'Mã bảo vệ đã hết hạn. Bạn nhập mã mới; nội dung khác vẫn được giữ'],
    ['challenge-spent', 'Mã này đã được dùng. Bạn nhập mã mới; nội dung khác vẫn được giữ'],
    ['challenge-malformed', 'Mã bảo vệ đã hết hạn. Bạn nhập mã mới; nội dung khác vẫn được giữ'],
  ] as const) {
    it(`is shown after ${code}; the answer alone is emptied`, async () => {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      server.answerComments(problem(422, code, { challenge: next }));
      await form.send();
      expect(form.state).to.equal('refused');
      expect(form.summaryLinks.map((link) => link.textContent)).to.deep.equal([message]);
      expect(form.errorAt(labels.code)).to.equal(message);
      expect(form.isFocused(form.part('summary'))).to.be.true;
      expect(shownPath(form)).to.equal(next.path);
      for (const [label, text] of Object.entries({ ...goodComment, [labels.code]: '' })) {
        expect(form.field(label).value, label).to.equal(text);
      }
      form.summaryLinks[0]!.click();
      expect(form.isFocused(form.field(labels.code))).to.be.true;

      server.answerComments();
      await form.fill(labels.code, '654321');
      await form.send();
      expect(form.state).to.equal('sent');
      expect(server.comments[1]!.body['challenge']).to.deep.equal({
        token: 'token-2',
        answer: '654321',
      });
    });
  }

  it('is asked for in words that stay, also where Enter in the code field sent the comment', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(problem(422, 'challenge-wrong', { challenge: next }));
    form.field(labels.code).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => shownPath(form) === next.path, 'the next picture');
    await settle();
    expect(form.state).to.equal('refused');
    expect(form.isFocused(form.part('summary'))).to.be.true;
    expect(form.errorAt(labels.code)).to.equal('Mã bảo vệ chưa đúng. Bạn nhập mã mới trong hình');
  });

  it('comes with any refusal that used the code up, also one about another field', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    const errors = [{ field: 'content', code: 'abnormal-characters' }];
    server.answerComments(problem(422, 'invalid-fields', { errors, challenge: next }));
    await form.send();
    expect(form.summaryLinks.map((link) => link.hash)).to.deep.equal(['#content']);
    expect(shownPath(form)).to.equal(next.path);
    expect(form.field(labels.code).value).to.equal('');
  });

  it('comes without another request', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(problem(422, 'challenge-wrong', { challenge: next }));
    await form.send();
    form.field(labels.code).focus();
    await settle();
    expect(server.challenges).to.have.lengthOf(1);
  });

  it('is not needed after a failure that used none: code and answer stay', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(problem(500, 'internal-error'));
    await form.send();
    expect(form.field(labels.code).value).to.equal('123456');
    expect(shownPath(form)).to.equal(pictureChallenge().path);
  });

  it('is fetched silently at the next focus when the last has expired unanswered', async () => {
    server.answerChallenges(
      challengeAnswer(pictureChallenge({ lifetimeSeconds: 0 })),
      challengeAnswer(next),
    );
    const form = await FormDriver.openTouched();
    expect(server.challenges).to.have.lengthOf(1);
    form.field(labels.email).focus();
    await settle();
    expect(server.challenges).to.have.lengthOf(2);
    expect(shownPath(form)).to.equal(next.path);
    expect(form.state).to.equal('idle');
    expect(form.announcement).to.equal('');
  });

  it('is not fetched while the reader has an answer to the last', async () => {
    server.answerChallenges(challengeAnswer(pictureChallenge({ lifetimeSeconds: 0 })));
    const form = await FormDriver.open();
    form.field(labels.code).focus();
    await form.untilCode();
    await form.fill(labels.code, '1');
    const asked = server.challenges.length;
    form.field(labels.name).focus();
    form.field(labels.content).focus();
    await settle();
    expect(server.challenges).to.have.lengthOf(asked);
    expect(form.field(labels.code).value).to.equal('1');
  });

  it('grows old as well when it came with a refusal', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    const old = pictureChallenge({ token: 'token-2', lifetimeSeconds: 0 });
    server.answerComments(problem(422, 'challenge-wrong', { challenge: old }));
    await form.send();
    form.field(labels.name).focus();
    await settle();
    form.field(labels.email).focus();
    await settle();
    expect(server.challenges.length).to.be.greaterThan(1);
  });

  it('is asked for anew where the one that came cannot be drawn', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    server.answerComments(problem(422, 'challenge-wrong', { challenge: { kind: 'riddle' } }));
    await form.send();
    await form.untilCode();
    expect(server.challenges).to.have.lengthOf(2);
    expect(form.field(labels.code).value).to.equal('');
  });
});
