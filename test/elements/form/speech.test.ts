import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { inspect } from '../support/accessibility.ts';
import { pictureChallenge, speechChallenge } from '../support/challenges.ts';
import { usePlayedSound } from '../support/played-sound.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import {
  challengeAnswer,
  offeringAnswer,
  problem,
  usePlayedServer,
} from '../support/played-server.ts';

const unavailable = 'Chưa tải được mã bảo vệ. Bạn bấm “Mã khác”';
const audioFailed = 'Chưa phát được âm thanh. Bạn thử lại hoặc dùng mã khác';

const openOffered = async (attributes = '', words = 'Nghe mã'): Promise<FormDriver> => {
  const form = await FormDriver.openTouched(attributes);
  await until(() => form.hasButton(words), 'the button');
  return form;
};

/** Presses a button by the keyboard, as a person does: sound begins by nothing else. */
const pressKey = async (form: FormDriver, words: string): Promise<void> => {
  form.button(words).focus();
  await sendKeys({ press: 'Enter' });
};

describe('<reader-comment-form>: the code that is heard (A-9)', () => {
  const server = usePlayedServer();

  beforeEach(() => {
    server.answerChallenges(
      offeringAnswer(pictureChallenge()),
      offeringAnswer(speechChallenge()),
      offeringAnswer(pictureChallenge({ token: 'token-3' })),
    );
  });

  it('is not spoken of where the server does not offer it', async () => {
    server.answerChallenges(challengeAnswer(pictureChallenge()));
    const form = await FormDriver.openTouched();
    await settle();
    expect(form.hasButton('Nghe mã')).to.be.false;
    expect(form.descriptionOf(labels.code)).to.deep.equal(['Nhập 6 chữ số trong hình.']);
    expect(form.part('code-picture')!.getAttribute('aria-label')).to.equal('Hình chứa mã bảo vệ.');
  });

  it('is offered by a button, in the hint and in the name of the picture', async () => {
    const form = await openOffered();
    expect(form.button('Nghe mã').type).to.equal('button');
    expect(form.descriptionOf(labels.code)).to.deep.equal([
      'Nhập 6 chữ số trong hình, hoặc bấm “Nghe mã”.',
    ]);
    expect(form.part('code-picture')!.getAttribute('aria-label')).to.equal(
      'Hình chứa mã bảo vệ. Nếu không xem được, bạn hãy bấm “Nghe mã”.',
    );
    expect(form.hasButton('Xem hình')).to.be.false;
  });

  it('sounds: the real thing, by a key', async () => {
    const form = await openOffered();
    await pressKey(form, 'Nghe mã');
    await until(
      () => form.hasButton('Nghe lại') || form.text('code-note') === audioFailed,
      'the end',
    );
    expect(form.hasButton('Nghe lại')).to.be.true;
  });

  describe('with a sound that is played by the test', () => {
    const sound = usePlayedSound();

    it('is asked for when the button is pressed: a token of its own, the answer emptied, said once', async () => {
      const form = await openOffered();
      await form.fill(labels.code, '12');
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      expect(server.challenges.map(({ body }) => body['kind'])).to.deep.equal([
        undefined,
        'speech',
      ]);
      expect(form.field(labels.code).value).to.equal('');
      expect(form.has('code-picture')).to.be.false;
      expect(form.text('code-note')).to.equal('Bạn nghe mã rồi nhập các chữ số.');
      expect(form.descriptionOf(labels.code)).to.deep.equal([
        'Nhập 6 chữ số nghe được, hoặc bấm “Xem hình”.',
      ]);
      await until(() => form.announcement === 'Đã có mã mới.', 'the announcement');
      expect(sound.starts).to.deep.equal([1], 'the announcement goes before the digits');

      await form.fillAll({ [labels.code]: '654321' });
      await form.send();
      expect(server.comments[0]!.body['challenge']).to.deep.equal({
        token: 'token-of-speech',
        answer: '654321',
      });
    });

    it('keeps the focus on the button, which stops it', async () => {
      const form = await openOffered();
      const button = form.button('Nghe mã');
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      expect(form.button('Dừng')).to.equal(button);
      expect(form.isFocused(button)).to.be.true;
      await sendKeys({ press: 'Enter' });
      await until(() => form.hasButton('Nghe lại'), 'the end');
      expect(sound.isPlaying).to.be.false;
      expect(form.isFocused(button)).to.be.true;
      expect(form.field(labels.code).value).to.equal('');
    });

    it('is heard again without a request, and the answer keeps its text', async () => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      sound.end();
      await until(() => form.hasButton('Nghe lại'), 'the end');
      await form.fill(labels.code, '123');
      await pressKey(form, 'Nghe lại');
      await until(() => sound.isPlaying, 'the sound');
      expect(form.field(labels.code).value).to.equal('123');
      expect(form.isFocused(form.button('Dừng'))).to.be.true;
      expect(server.challenges).to.have.lengthOf(2);
      expect(sound.starts).to.deep.equal([1, 0]);
    });

    it('gives way to a picture: another token, the answer emptied, said once, the focus kept', async () => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      await form.fill(labels.code, '123');
      await until(() => form.announcement === 'Đã có mã mới.', 'the first announcement');
      form.root.querySelector('[role=status]')!.textContent = '';
      await pressKey(form, 'Xem hình');
      await form.untilCode();
      expect(sound.isPlaying).to.be.false;
      expect(server.challenges.at(-1)!.body['kind']).to.equal('picture');
      expect(form.field(labels.code).value).to.equal('');
      expect(form.hasButton('Xem hình')).to.be.false;
      expect(form.isFocused(form.button('Nghe mã'))).to.be.true;
      await until(() => form.announcement === 'Đã có mã mới.', 'the announcement');
    });

    it('stays a code to be heard after “Mã khác”, and is stopped by it', async () => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      server.answerChallenges(offeringAnswer(speechChallenge({ token: 'token-4' })));
      await pressKey(form, 'Mã khác');
      await until(() => form.hasButton('Nghe mã'), 'another code');
      await until(() => server.challenges.length === 3, 'the request');
      expect(server.challenges.at(-1)!.body['kind']).to.equal('speech');
      expect(sound.isPlaying).to.be.false;
      await until(() => form.text('code-note').startsWith('Bạn nghe mã'), 'the note');
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      expect(server.challenges).to.have.lengthOf(3);
    });

    it('is stopped when the comment goes', async () => {
      server.hold('comment');
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      await form.fillAll();
      await form.press();
      await until(() => !sound.isPlaying, 'the end');
    });

    it('is stopped when the form leaves the page', async () => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      form.element.remove();
      await until(() => !sound.isPlaying, 'the end');
    });

    it('says so where the server sends no sound, and leaves the way to a picture', async () => {
      server.answerChallenges(
        offeringAnswer(pictureChallenge()),
        offeringAnswer(speechChallenge({ audio: '###' })),
      );
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => form.announcement === audioFailed, 'the announcement');
      expect(form.text('code-note')).to.equal(audioFailed);
      expect(form.isFocused(form.part('listen-button'))).to.be.true;
      expect(form.hasButton('Xem hình')).to.be.true;
    });

    it('says so where a sound cannot be decoded', async () => {
      sound.fail();
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => form.text('code-note') === audioFailed, 'the note');
      await until(() => form.announcement === audioFailed, 'the announcement');
    });

    it('leaves the way to a picture where speech is no longer to be had', async () => {
      server.answerChallenges(
        offeringAnswer(pictureChallenge()),
        problem(422, 'challenge-kind-refused', { retryAfterSeconds: 5 }),
        challengeAnswer(pictureChallenge({ token: 'token-3' })),
      );
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => form.text('code-note') === unavailable, 'the note');
      await pressKey(form, 'Xem hình');
      await form.untilCode();
      expect(server.challenges.at(-1)!.body['kind']).to.equal('picture');
      expect(form.hasButton('Xem hình')).to.be.false;
    });

    /** Hears the code and sends a wrong one. */
    const sendWrong = async (): Promise<FormDriver> => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      await form.fillAll({ [labels.code]: '654321' });
      await form.send();
      return form;
    };

    it('is followed by another to be heard where the refusal brings it, and a picture is not spoken of', async () => {
      server.answerComments(
        problem(422, 'challenge-wrong', { challenge: speechChallenge({ token: 'token-4' }) }),
      );
      const form = await sendWrong();
      expect(form.text('error')).to.contain('Mã bảo vệ chưa đúng. Bạn nghe và nhập mã mới');
      expect(form.text('summary')).to.contain('Bạn nghe và nhập mã mới');
      await until(() => form.field(labels.code).value === '', 'the empty field');
      await settle();
      expect(server.challenges).to.have.lengthOf(2);
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      expect(server.challenges).to.have.lengthOf(2);
      await form.fill(labels.code, '135790');
      await form.send();
      expect(server.comments[1]!.body['challenge']).to.deep.equal({
        token: 'token-4',
        answer: '135790',
      });
    });

    for (const [what, details] of [
      ['nothing', {}],
      ['a picture', { challenge: pictureChallenge({ token: 'token-5' }) }],
    ] as const) {
      it(`is followed by another to be heard where the refusal brings ${what}`, async () => {
        server.answerChallenges(
          offeringAnswer(pictureChallenge()),
          offeringAnswer(speechChallenge()),
          offeringAnswer(speechChallenge({ token: 'token-4' })),
        );
        server.answerComments(problem(422, 'challenge-wrong', details));
        const form = await sendWrong();
        await until(() => server.challenges.length === 3, 'the request');
        expect(server.challenges.at(-1)!.body['kind']).to.equal('speech');
        await until(() => form.text('code-note').startsWith('Bạn nghe mã'), 'the note');
        expect(form.text('error')).not.to.contain('hình');
        expect(form.field(labels.code).value).to.equal('');
        await form.fill(labels.code, '135790');
        await form.send();
        expect(server.comments[1]!.body['challenge']).to.deep.equal({
          token: 'token-4',
          answer: '135790',
        });
      });
    }

    it('is what the next comment is asked for as well', async () => {
      const form = await openOffered();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      await form.fillAll();
      await form.send();
      expect(form.state).to.equal('sent');
      server.answerChallenges(offeringAnswer(speechChallenge({ token: 'token-4' })));
      await pressKey(form, 'Gửi ý kiến khác');
      await until(() => server.challenges.length === 3, 'the request');
      expect(server.challenges.at(-1)!.body['kind']).to.equal('speech');
    });

    it('is English in an English form', async () => {
      const form = await openOffered('lang="en"', 'Listen');
      await pressKey(form, 'Listen');
      await until(() => form.hasButton('Stop'), 'the sound');
      expect(server.challenges.at(-1)!.body['lang']).to.equal('en');
      expect(form.text('code-note')).to.equal('Listen to the code, then enter its digits.');
      sound.end();
      await until(() => form.hasButton('Listen again'), 'the end');
      expect(form.hasButton('Show picture')).to.be.true;
    });

    it('has no finding, offered, playing or failed (A-16)', async () => {
      const form = await openOffered();
      const expectAccessible = async (): Promise<void> => {
        const { violations, undecided, passed } = await inspect(form.element);
        expect(violations).to.deep.equal([]);
        expect(undecided).to.deep.equal([]);
        expect(passed).to.include.members(['color-contrast', 'target-size']);
        await expect(form.element).to.be.accessible();
      };
      await expectAccessible();
      await pressKey(form, 'Nghe mã');
      await until(() => sound.isPlaying, 'the sound');
      await expectAccessible();
      await pressKey(form, 'Dừng');
      sound.fail();
      await pressKey(form, 'Nghe lại');
      await until(() => form.text('code-note') === audioFailed, 'the note');
      await expectAccessible();
    });
  });
});
