import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { inspect } from '../support/accessibility.ts';
import {
  pictureChallenge,
  speechChallenge,
  workChallenge,
  workKey,
  workTask,
} from '../support/challenges.ts';
import { FormDriver, labels, textOf, until } from '../support/form-driver.ts';
import { offeringAnswer, problem, usePlayedServer } from '../support/played-server.ts';
import { usePlayedWorkers } from '../support/played-worker.ts';

const checking = 'Đang kiểm tra tự động…';
const done = 'Đã kiểm tra xong.';
const failed = 'Chưa kiểm tra tự động được. Bạn thử lại hoặc chọn cách khác';
const skip = 'Gửi không cần mã (sẽ duyệt lâu hơn)';
const skipped = 'Bạn gửi không cần mã. Ý kiến sẽ được duyệt lâu hơn.';

const expectAccessible = async (form: FormDriver): Promise<void> => {
  const { violations, undecided, passed } = await inspect(form.element);
  expect(violations).to.deep.equal([]);
  expect(undecided).to.deep.equal([]);
  expect(passed).to.include.members(['color-contrast', 'target-size']);
  await expect(form.element).to.be.accessible();
};

/** A form that is being written in, where the server asks for work. */
const openWorking = async (attributes = 'challenge="work"'): Promise<FormDriver> => {
  const form = await FormDriver.open(attributes);
  form.element.focus();
  await until(() => form.has('code-status'), 'the work');
  return form;
};

const pressKey = async (form: FormDriver, words: string): Promise<void> => {
  form.button(words).focus();
  await sendKeys({ press: 'Enter' });
};

const choices = (form: FormDriver): string[] =>
  [...form.root.querySelectorAll('[part=choose-button]')].map(textOf);

describe('<reader-comment-form>: work (A-10)', () => {
  const server = usePlayedServer();

  beforeEach(() => server.answerChallenges(offeringAnswer(workChallenge(), ['work'])));

  it('shows no field of a code, from the first moment on where the page says so', async () => {
    const form = await FormDriver.open('challenge="work"');
    expect(form.hasField(labels.code)).to.be.false;
    form.element.focus();
    await until(() => form.text('code-status') === done, 'the end of the work');
    expect(form.hasField(labels.code)).to.be.false;
    expect(form.count('[part=code-choice] button')).to.equal(0);
  });

  it('takes the field away where the page has kept a place for it', async () => {
    const form = await openWorking('');
    expect(form.hasField(labels.code)).to.be.false;
  });

  it('asks for what the server gives, and sends what a worker has found', async () => {
    const form = await openWorking();
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.challenges.map(({ body }) => body['kind'])).to.deep.equal([undefined]);
    expect(server.comments[0]!.body['challenge']).to.deep.equal({
      token: 'token-of-work',
      answer: workKey,
    });
  });

  it('is English in an English form', async () => {
    const form = await openWorking('challenge="work" lang="en"');
    await until(() => form.text('code-status') === 'Check complete.', 'the end of the work');
  });

  it('begins anew for the next comment', async () => {
    const form = await openWorking();
    await form.fillAll();
    await form.send();
    server.answerChallenges(offeringAnswer(workChallenge({ token: 'token-2' }), ['work']));
    form.button('Gửi ý kiến khác').click();
    await until(() => server.challenges.length === 2, 'the request');
    await form.fill(labels.content, 'Thêm một ý nữa.');
    await form.send();
    expect(server.comments[1]!.body['challenge']).to.deep.equal({
      token: 'token-2',
      answer: workKey,
    });
  });

  it('is done again for what a refusal brings, and the refusal says so, not that a code is to be typed', async () => {
    server.answerComments(
      problem(422, 'challenge-expired', { challenge: workChallenge({ token: 'token-2' }) }),
      { status: 202, json: { id: 'id-1', status: 'pending', receipt: 'r' } },
    );
    const form = await openWorking();
    await form.fillAll();
    await form.send();
    const expired = 'Lần kiểm tra tự động đã hết hạn. Bạn gửi lại; nội dung vẫn được giữ';
    expect(form.text('summary')).to.contain(expired);
    expect(textOf(form.root.querySelector('[part=code-choice] [part=error]'))).to.contain(expired);
    form.summaryLinks[0]!.click();
    expect(form.isFocused(form.part('code-status'))).to.be.true;
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments[1]!.body['challenge']).to.deep.equal({
      token: 'token-2',
      answer: workKey,
    });
  });

  it('is done for a refusal that brings it for the first time, beside a picture', async () => {
    server.answerChallenges(offeringAnswer(pictureChallenge(), ['picture']));
    server.answerComments(
      problem(422, 'challenge-wrong', {
        challenge: pictureChallenge({ token: 'token-2', work: workTask() }),
      }),
      { status: 202, json: { id: 'id-1', status: 'pending', receipt: 'r' } },
    );
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    await form.fill(labels.code, '654321');
    await form.send();
    expect(server.comments[1]!.body['challenge']).to.deep.equal({
      token: 'token-2',
      answer: '654321',
      workKey,
    });
  });

  it('is done unseen beside a picture, while the reader types', async () => {
    server.answerChallenges(
      offeringAnswer(pictureChallenge({ work: workTask() }), ['picture', 'work']),
    );
    const form = await FormDriver.openTouched();
    await form.fillAll();
    expect(form.has('code-status')).to.be.false;
    await form.send();
    expect(server.comments[0]!.body['challenge']).to.deep.equal({
      token: 'token-1',
      answer: '123456',
      workKey,
    });
  });

  it('has no finding, done or refused (A-16)', async () => {
    const form = await openWorking();
    await until(() => form.text('code-status') === done, 'the end of the work');
    await expectAccessible(form);
    server.answerComments(problem(422, 'challenge-spent', { challenge: workChallenge() }));
    await form.fillAll();
    await form.send();
    await expectAccessible(form);
  });

  describe('with workers that are played by the test', () => {
    const workers = usePlayedWorkers();

    for (const behaviour of ['refused', 'broken'] as const) {
      it(`is done on the page where a worker is ${behaviour}`, async () => {
        workers.behaviour = behaviour;
        const form = await openWorking();
        await form.fillAll();
        await form.send();
        expect(server.comments[0]!.body['challenge']).to.deep.equal({
          token: 'token-of-work',
          answer: workKey,
        });
      });
    }

    it('lets sending wait, busy, until it is done', async () => {
      const form = await openWorking();
      await until(() => workers.made === 1, 'the worker');
      expect(form.text('code-status')).to.equal(checking);
      await form.fillAll();
      await form.press();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(form.state).to.equal('sending');
      expect(server.comments).to.have.lengthOf(0);
      workers.answer(workKey);
      await form.untilAnswered();
      expect(form.state).to.equal('sent');
      expect(workers.ended).to.equal(1);
    });

    it('ends when the form goes, also while it waits to be sent, and begins again when it comes back', async () => {
      const form = await openWorking();
      await until(() => workers.made === 1, 'the worker');
      await form.fillAll();
      await form.press();
      const { parentElement } = form.element;
      form.element.remove();
      await until(() => workers.ended === 1, 'the end');
      await until(() => form.state !== 'sending', 'the end of sending');
      expect(server.comments).to.have.lengthOf(0);
      parentElement!.append(form.element);
      await until(() => workers.made === 2, 'another worker');
      workers.answer(workKey);
      await until(() => form.text('code-status') === done, 'the end of the work');
    });

    it('says so where it cannot be done, and can be begun again', async () => {
      const form = await openWorking();
      await until(() => workers.made === 1, 'the worker');
      await form.fillAll();
      await form.press();
      workers.answer(undefined);
      await form.untilAnswered();
      expect(form.state).to.equal('refused');
      expect(form.text('summary')).to.contain(failed);
      expect(form.text('code-status')).to.equal(failed);
      expect(server.comments).to.have.lengthOf(0);
      await expectAccessible(form);
      await pressKey(form, 'Thử lại');
      await until(() => workers.made === 2, 'another worker');
      expect(server.challenges).to.have.lengthOf(2);
      workers.answer(workKey);
      await until(() => form.text('code-status') === done, 'the end of the work');
      await form.send();
      expect(form.state).to.equal('sent');
    });
  });
});

describe('<reader-comment-form>: “Không nhập được mã?” (A-9)', () => {
  const server = usePlayedServer();
  const all = ['picture', 'speech', 'work', 'none'];

  const open = async (): Promise<FormDriver> => {
    server.answerChallenges(offeringAnswer(pictureChallenge(), all));
    const form = await FormDriver.openTouched();
    await until(() => choices(form).length > 0, 'the choice');
    await until(() => form.hasButton('Nghe mã'), 'speech');
    return form;
  };

  it('offers what else there is, by a button each, and speech where it was', async () => {
    const form = await open();
    expect(form.text('code-choice')).to.contain('Không nhập được mã?');
    expect(choices(form)).to.deep.equal(['Để máy tự kiểm tra', skip]);
    await expectAccessible(form);
  });

  it('is not there where there is nothing to choose', async () => {
    server.answerChallenges(offeringAnswer(pictureChallenge(), ['picture']));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    expect(form.has('code-choice')).to.be.false;
  });

  it('turns to work: said, focused, sent', async () => {
    const form = await open();
    server.answerChallenges(offeringAnswer(workChallenge(), all));
    await pressKey(form, 'Để máy tự kiểm tra');
    await until(() => form.announcement === checking, 'the announcement');
    await until(() => form.text('code-status') === done, 'the end of the work');
    expect(server.challenges.at(-1)!.body['kind']).to.equal('work');
    expect(form.isFocused(form.part('code-status'))).to.be.true;
    expect(form.hasField(labels.code)).to.be.false;
    expect(choices(form)).to.deep.equal(['Nhập mã trong hình', skip]);
    await form.fillAll();
    await form.send();
    expect(server.comments[0]!.body['challenge']).to.deep.equal({
      token: 'token-of-work',
      answer: workKey,
    });
  });

  it('turns back to a picture: said, focused', async () => {
    const form = await open();
    server.answerChallenges(offeringAnswer(workChallenge(), all));
    await pressKey(form, 'Để máy tự kiểm tra');
    await until(() => form.text('code-status') === done, 'the end of the work');
    server.answerChallenges(offeringAnswer(pictureChallenge({ token: 'token-3' }), all));
    await pressKey(form, 'Nhập mã trong hình');
    await form.untilCode();
    expect(server.challenges.at(-1)!.body['kind']).to.equal('picture');
    await until(() => form.isFocused(form.field(labels.code)), 'the focus');
    await until(() => form.announcement === 'Đã có mã mới.', 'the announcement');
  });

  it('turns to no code: said, focused, without a request, and the comment says that it is so', async () => {
    const form = await open();
    await pressKey(form, skip);
    await until(() => form.announcement === skipped, 'the announcement');
    expect(form.text('code-status')).to.equal(skipped);
    expect(form.isFocused(form.part('code-status'))).to.be.true;
    expect(form.hasField(labels.code)).to.be.false;
    expect(server.challenges).to.have.lengthOf(1);
    await expectAccessible(form);
    await form.fillAll();
    await form.send();
    expect(server.comments[0]!.body['challenge']).to.deep.equal({ kind: 'none' });
  });

  it('turns to speech and from there to work', async () => {
    const form = await open();
    server.answerChallenges(offeringAnswer(speechChallenge(), all));
    await pressKey(form, 'Nghe mã');
    await until(() => server.challenges.at(-1)!.body['kind'] === 'speech', 'the request');
    await until(() => form.text('code-note').includes('nghe mã'), 'the note');
    server.answerChallenges(offeringAnswer(workChallenge(), all));
    await pressKey(form, 'Để máy tự kiểm tra');
    await until(() => form.text('code-status') === done, 'the end of the work');
    expect(server.challenges.at(-1)!.body['kind']).to.equal('work');
  });

  it('stays what the reader has chosen after a refusal', async () => {
    const form = await open();
    server.answerChallenges(offeringAnswer(workChallenge(), all));
    await pressKey(form, 'Để máy tự kiểm tra');
    await until(() => form.text('code-status') === done, 'the end of the work');
    server.answerComments(problem(422, 'challenge-wrong', { challenge: pictureChallenge() }));
    server.answerChallenges(offeringAnswer(workChallenge({ token: 'token-4' }), all));
    await form.fillAll();
    await form.send();
    await until(() => form.text('code-status') === done, 'the work again');
    expect(server.challenges.at(-1)!.body['kind']).to.equal('work');
  });
});
