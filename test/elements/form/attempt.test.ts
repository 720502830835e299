import { expect } from '@open-wc/testing';

import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { type PlayedServer, problem, usePlayedServer } from '../support/played-server.ts';

const keysOf = (server: PlayedServer): (string | null)[] =>
  server.comments.map(({ headers }) => headers.get('idempotency-key'));

describe('<reader-comment-form>: the key of a comment (T-2, design.md §4)', () => {
  const server = usePlayedServer();

  /** A filled form whose first try got no answer. */
  const openFailed = async (attributes = ''): Promise<FormDriver> => {
    server.answerComments('unreachable', problem(503, 'unavailable'));
    const form = await FormDriver.openTouched(attributes);
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('failed');
    return form;
  };

  const expectKeys = (isSame: boolean): void => {
    const keys = keysOf(server);
    expect(keys).to.have.lengthOf(2);
    for (const key of keys) expect(key).to.match(/^\d{20,40}$/);
    expect(keys[0] === keys[1]).to.equal(isSame);
  };

  it('stays when the same comment is sent again', async () => {
    const form = await openFailed();
    await form.send();
    expectKeys(true);
  });

  it('stays when only the code was corrected', async () => {
    server.answerComments(
      problem(422, 'challenge-wrong', { challenge: pictureChallenge() }),
      problem(503, 'unavailable'),
    );
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    await form.fill(labels.code, '654321');
    await form.send();
    expectKeys(true);
  });

  for (const label of [labels.name, labels.address, labels.email, labels.content]) {
    it(`is another one when “${label}” was changed`, async () => {
      const form = await openFailed();
      await form.fill(label, label === labels.email ? 'binh@example.com' : 'Lê Thị Bình');
      await form.send();
      expectKeys(false);
    });
  }

  it('stays when a text was changed and changed back', async () => {
    const form = await openFailed();
    const { value } = form.field(labels.content);
    await form.fill(labels.content, 'Ý khác.');
    await form.fill(labels.content, value);
    await form.send();
    expectKeys(true);
  });

  it('stays over a reload, with the draft', async () => {
    const form = await openFailed();
    form.element.remove();
    const again = await FormDriver.open();
    await until(() => again.has('draft-note'), 'the draft');
    await again.untilCode();
    await again.fill(labels.code, '123456');
    await again.send();
    expectKeys(true);
  });

  it('stays without a draft as well, as long as the page stands', async () => {
    const form = await openFailed('without-draft');
    expect(sessionStorage).to.have.lengthOf(0);
    await form.send();
    expectKeys(true);
  });

  it('goes with the page as it was named at the first try, though its title has changed since', async () => {
    const { title } = document;
    try {
      document.title = 'Tin mới';
      const form = await openFailed();
      document.title = '(3) Tin mới';
      await form.send();
      document.title = '(4) Tin mới';
      await form.send();
    } finally {
      document.title = title;
    }
    expect(new Set(keysOf(server)).size).to.equal(1);
    expect(server.comments.map(({ body }) => (body['page'] as { title: string }).title)).to.eql([
      'Tin mới',
      'Tin mới',
      'Tin mới',
    ]);
  });

  it('is another one for the next comment, even one with the same text', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    form.button('Gửi ý kiến khác').click();
    await form.element.updateComplete;
    await form.touch();
    await form.fillAll();
    await form.send();
    expectKeys(false);
  });

  it('is another one after the server knew it for another comment', async () => {
    server.answerComments(problem(422, 'key-reused'), problem(503, 'unavailable'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    await form.send();
    expectKeys(false);
  });

  it('is kept beside the draft without the code', async () => {
    await openFailed();
    const [kept] = Object.values(sessionStorage);
    expect(kept).to.contain(keysOf(server)[0]);
    expect(kept).not.to.contain('123456');
    expect(kept).not.to.contain('challenge');
  });
});
