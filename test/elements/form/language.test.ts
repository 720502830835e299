import { expect, fixture } from '@open-wc/testing';

import { FormDriver, labels, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const vietnamese = 'Gửi ý kiến';
const english = 'Send comment';

/** Puts a form into the element that a selector finds in `markup`. */
const openInside = async (markup: string, attributes = ''): Promise<FormDriver> => {
  const surroundings = await fixture<HTMLElement>(markup);
  const form = await FormDriver.open(attributes);
  surroundings.append(form.element);
  await form.element.updateComplete;
  return form;
};

const speaks = (form: FormDriver, words: string): Promise<void> =>
  until(() => form.text('submit-button') === words, `“${words}”`);

describe('<reader-comment-form>: its language', () => {
  const server = usePlayedServer();
  const { lang } = document.documentElement;

  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('is Vietnamese where the page says nothing', async () => {
    document.documentElement.removeAttribute('lang');
    const form = await FormDriver.open();
    expect(form.text('submit-button')).to.equal(vietnamese);
    expect(form.part('frame')!.lang).to.equal('vi');
  });

  it('is English on an English page', async () => {
    document.documentElement.lang = 'en';
    const form = await FormDriver.open();
    expect(form.text('submit-button')).to.equal(english);
    expect(form.part('frame')!.lang).to.equal('en');
  });

  it('is that of the nearest ancestor', async () => {
    document.documentElement.lang = 'en';
    const form = await openInside('<div lang="vi"></div>');
    await speaks(form, vietnamese);
  });

  it('is that of an ancestor outside of the shadow root it stands in', async () => {
    const host = await fixture<HTMLElement>('<div lang="en"></div>');
    const form = await FormDriver.open();
    host.attachShadow({ mode: 'open' }).append(form.element);
    await speaks(form, english);
  });

  it('is its own before that of any ancestor', async () => {
    const form = await openInside('<div lang="en"></div>', 'lang="vi"');
    await speaks(form, vietnamese);
  });

  for (const own of ['en', 'en-GB', 'EN', 'en-us']) {
    it(`is English for lang="${own}"`, async () => {
      const form = await FormDriver.open(`lang="${own}"`);
      await speaks(form, english);
    });
  }

  for (const other of ['fr', 'zh-Hant', 'x-klingon', 'not a language']) {
    it(`is Vietnamese where there are no words for lang="${other}"`, async () => {
      const form = await FormDriver.open(`lang="${other}"`);
      expect(form.text('submit-button')).to.equal(vietnamese);
      expect(form.part('frame')!.lang).to.equal('vi');
    });
  }

  it('changes at run time, and keeps what was typed', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.element.lang = 'en';
    await speaks(form, english);
    expect(form.field('Your comment').value).to.equal('Bài viết rất hay.');
    expect(form.text('counter')).to.equal('1,983 characters left');
    form.element.lang = 'vi';
    await speaks(form, vietnamese);
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(form.text('counter')).to.equal('Còn 1.983 ký tự');
  });

  it('ends up as the last one asked for, however fast the page changes its mind', async () => {
    const form = await FormDriver.open();
    form.element.lang = 'en';
    await form.element.updateComplete;
    form.element.lang = 'vi';
    await form.element.updateComplete;
    await import('../../../src/messages/form.en.ts');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(form.text('submit-button')).to.equal(vietnamese);
  });

  it('counts in singular and plural (C-8)', async () => {
    const form = await FormDriver.openTouched('lang="en" max-length="10" challenge="none"');
    expect(form.text('counter')).to.equal('10 characters left');
    await form.fill('Your comment', '123456789');
    expect(form.text('counter')).to.equal('1 character left');
    await form.fill('Your comment', '12345678901');
    expect(form.text('counter')).to.equal('1 character too many');
    await form.send();
    expect(form.text('summary-text')).to.equal('3 things to fix');
    expect(form.errorAt('Your comment')).to.equal(
      'Comment is 1 character too long. The limit is 10',
    );
    await form.fill('Your comment', 'Good.');
    await form.fill('Full name', 'An');
    expect(form.text('summary-text')).to.equal('1 thing to fix');
  });

  it('is that of durations too (C-7)', async () => {
    server.answerComments(problem(429, 'rate-limited', { retryAfterSeconds: 90 }));
    const form = await FormDriver.openTouched('lang="en" challenge="none"');
    await form.fill('Full name', 'An');
    await form.fill('Email', 'an@example.com');
    await form.fill('Your comment', 'Good.');
    await form.send();
    expect(form.text('summary-text')).to.equal(
      'You have just sent a comment. Please wait 2 minutes before the next one.',
    );
  });

  it('is told to the server that draws the code', async () => {
    await FormDriver.openTouched('lang="en"');
    expect(server.challenges[0]!.body['lang']).to.equal('en');
  });

  it('goes through the whole way of a comment', async () => {
    const form = await FormDriver.openTouched('lang="en"');
    await form.send();
    expect(form.text('summary-heading')).to.equal('Your comment has not been sent');
    await form.fill('Full name', 'An');
    await form.fill('Email', 'an@example.com');
    await form.fill('Your comment', 'Good.');
    await form.fill('Security code', '123456');
    await form.send();
    expect(form.text('sent-heading')).to.equal('We have received your comment');
    expect(form.text('sent-text')).to.contain('The newsroom will read it');
  });
});
