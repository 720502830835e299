import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { FormDriver, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import { usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: sending', () => {
  const server = usePlayedServer();

  it('posts what was typed, as it was typed, as JSON', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({
      [labels.name]: ' Y  Thanh ',
      [labels.email]: 'An@Example.COM',
      [labels.content]: 'Tiê\u0301ng Việt\n\n\n\nhay ',
    });
    await form.send();
    const [request] = server.comments;
    expect(request!.method).to.equal('POST');
    expect(request!.headers.get('content-type')).to.equal('application/json');
    const { page, ...fields } = request!.body;
    expect(fields).to.deep.equal({
      article: 'bai-123',
      name: ' Y  Thanh ',
      address: 'Buôn Ma Thuột',
      email: 'An@Example.COM',
      content: 'Tiê\u0301ng Việt\n\n\n\nhay ',
      challenge: { token: 'token-1', answer: '123456' },
    });
    expect(page).to.have.keys(['url', 'title']);
  });

  it('sends no cookies of the page', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(server.requests.map(({ credentials }) => credentials)).to.deep.equal(['omit', 'omit']);
  });

  it('leaves an empty address out', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.address]: '' });
    await form.send();
    expect(server.comments[0]!.body).not.to.have.property('address');
  });

  it('posts to exactly the endpoint, query included; codes come from beside it without the query', async () => {
    server.challengePath = '/gui-y-kien/challenge';
    const form = await FormDriver.open();
    form.element.endpoint = '/gui-y-kien/?site=2';
    await form.touch();
    await form.fillAll();
    await form.send();
    expect(server.comments.map(({ url }) => url)).to.deep.equal(['/gui-y-kien/?site=2']);
    expect(server.challenges.map(({ url }) => url)).to.deep.equal([
      `${location.origin}/gui-y-kien/challenge`,
    ]);
  });

  it('says where the reader stood: address without tracking and fragment, and title', async () => {
    const { href } = location;
    const { title } = document;
    history.replaceState(null, '', '/bai-viet?id=7&utm_source=zalo&fbclid=x#ykien');
    document.title = 'Đ'.repeat(400);
    try {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      await form.send();
      expect(server.comments[0]!.body['page']).to.deep.equal({
        url: `${location.origin}/bai-viet?id=7`,
        title: 'Đ'.repeat(300),
      });
    } finally {
      history.replaceState(null, '', href);
      document.title = title;
    }
  });

  it('takes the article from the canonical link of the page where the tag names none', async () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = 'https://tapchi.example/bai-9';
    document.head.append(link);
    try {
      const form = await FormDriver.open();
      form.element.removeAttribute('article');
      await form.element.updateComplete;
      await form.touch();
      await form.fillAll();
      await form.send();
      expect(server.challenges[0]!.body['article']).to.equal('https://tapchi.example/bai-9');
      expect(server.comments[0]!.body['article']).to.equal('https://tapchi.example/bai-9');
    } finally {
      link.remove();
    }
  });

  it('adds the headers of the page to every request, from an object', async () => {
    const form = await FormDriver.open();
    form.element.headers = { 'x-site': 'song-huong' };
    await form.touch();
    await form.fillAll();
    await form.send();
    expect(server.requests.map(({ headers }) => headers.get('x-site'))).to.deep.equal([
      'song-huong',
      'song-huong',
    ]);
  });

  it('adds headers made anew for every request, from a function that may take its time', async () => {
    let made = 0;
    const form = await FormDriver.open();
    form.element.headers = async () => {
      await settle();
      made += 1;
      return { 'x-csrf': `token-${made}` };
    };
    await form.touch();
    await form.fillAll();
    await form.send();
    expect(server.requests.map(({ headers }) => headers.get('x-csrf'))).to.deep.equal([
      'token-1',
      'token-2',
    ]);
  });

  it('keeps the text and offers another try where the headers of the page cannot be made', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.element.headers = () => Promise.reject(new Error('no token'));
    await form.send();
    expect(form.state).to.equal('failed');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    form.element.headers = undefined;
    form.button('Thử lại').click();
    await form.element.updateComplete;
    await form.untilAnswered();
    expect(form.state).to.equal('sent');
  });

  it('is begun by Enter in a one-line field, and by no key in the comment (T-2)', async () => {
    const form = await FormDriver.openTouched('challenge="none"');
    await form.fillAll();
    form.field(labels.content).focus();
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(server.comments).to.be.empty;
    expect(form.field(labels.content).value).to.contain('\n');
    form.field(labels.name).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => form.state === 'sent', 'the confirmation');
  });

  it('happens once however often it is asked for within one flight (T-2)', async () => {
    const release = server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    form.field(labels.code).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    form.part('submit-button')!.click();
    await until(() => server.comments.length > 0, 'the request');
    form.part('submit-button')!.click();
    await settle();
    expect(server.comments).to.have.lengthOf(1);
    release();
    await form.untilAnswered();
    expect(form.state).to.equal('sent');
    expect(server.comments).to.have.lengthOf(1);
  });

  it('shows that it is on its way, and keeps the focus on the button', async () => {
    const release = server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.press();
    const button = form.part<HTMLButtonElement>('submit-button')!;
    expect(form.state).to.equal('sending');
    expect(form.text('submit-button')).to.equal('Đang gửi…');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.disabled).to.be.false;
    expect(form.isFocused(button)).to.be.true;
    for (const label of Object.values(labels)) {
      expect(form.field(label).readOnly, label).to.be.true;
      expect(form.field(label).disabled, label).to.be.false;
    }
    await until(() => form.announcement === 'Đang gửi…', 'the announcement');
    release();
    await form.untilAnswered();
  });

  it('gives the fields back after a failure', async () => {
    server.answerComments('unreachable');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(form.field(labels.content).readOnly).to.be.false;
    expect(form.text('submit-button')).to.equal('Gửi ý kiến');
    expect(form.part('submit-button')!.hasAttribute('aria-disabled')).to.be.false;
  });

  it('shows the code field no more than the server wants when it is the last to be filled in', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    const sent = oneEvent(form.element, 'reader-comment-sent');
    form.field(labels.code).focus();
    await sendKeys({ press: 'Enter' });
    await sent;
    expect(server.comments).to.have.lengthOf(1);
  });

  it('works while the form is inside a form of the page, and does not send that one (A-18)', async () => {
    const form = await FormDriver.openTouched();
    const outer = document.createElement('form');
    let submitted = 0;
    outer.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    form.element.before(outer);
    outer.append(form.element);
    await form.element.updateComplete;
    expect(outer.elements.length).to.equal(0);
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(submitted).to.equal(0);
    outer.before(form.element);
    outer.remove();
  });
});
