import { expect } from '@open-wc/testing';

import { CommentArticleEvent, CommentReplyEvent } from '../../../src/elements/events.ts';
import type { ArticleState } from '../../../src/protocol/types.ts';
import { inspect } from '../support/accessibility.ts';
import { pictureChallenge } from '../support/challenges.ts';
import { FormDriver, goodComment, isShown, labels, until } from '../support/form-driver.ts';
import { settle } from '../support/held-clock.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

/** What a list of the same page says. */
const say = (event: Event, endpoint = '/comments/'): void => {
  const list = Object.assign(document.createElement('div'), { endpoint });
  document.body.append(list);
  list.dispatchEvent(event);
  list.remove();
};
const ask = (name = 'Trần Thị Bình', id = 'id-7', article = 'bai-123'): void =>
  say(new CommentReplyEvent(article, id, name));
const turn = (state: ArticleState, closesAt?: string): void =>
  say(new CommentArticleEvent('bai-123', { state, count: 3, ...(closesAt && { closesAt }) }));

const answering = async (name?: string): Promise<FormDriver> => {
  const form = await FormDriver.openTouched();
  ask(name);
  await until(() => form.has('reply'), 'whom one answers');
  await settle();
  return form;
};

describe('<reader-comment-form>: an answer to a comment', () => {
  const server = usePlayedServer();

  it('shows whom one answers, takes the reader to the field and says it, also untouched before', async () => {
    const form = await FormDriver.open();
    ask();
    await until(() => form.isFocused(form.field(labels.content)), 'the focus in the comment');
    expect(form.text('reply')).to.equal('Trả lời ý kiến của Trần Thị Bình Thôi trả lời');
    await until(() => form.announcement === 'Trả lời ý kiến của Trần Thị Bình', 'the announcement');
    expect((await inspect(form.element)).violations).to.deep.equal([]);
  });

  it('is sent with its parent, and what comes after it with none', async () => {
    const form = await answering();
    await form.fillAll();
    await form.send();
    expect(server.comments.at(-1)!.body['parent']).to.equal('id-7');
    expect(form.state).to.equal('sent');
    form.button('Gửi ý kiến khác').click();
    await settle();
    expect(form.has('reply')).to.be.false;
    await form.untilCode();
    await form.fillAll();
    await form.send();
    expect(server.comments).to.have.lengthOf(2);
    expect(server.comments.at(-1)!.body).not.to.have.property('parent');
  });

  it('ends with “Thôi trả lời”, which leaves the text and the reader in the field', async () => {
    const form = await answering();
    await form.fillAll();
    form.button('Thôi trả lời').click();
    await settle();
    expect(form.has('reply')).to.be.false;
    expect(form.isFocused(form.field(labels.content))).to.be.true;
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    await form.send();
    expect(server.comments.at(-1)!.body).not.to.have.property('parent');
  });

  it('is kept with the draft', async () => {
    const form = await answering();
    await form.fillAll();
    form.element.remove();
    const again = await FormDriver.open();
    await until(() => again.has('reply'), 'whom one answers');
    expect(again.text('reply')).to.contain('Trần Thị Bình');
    await again.untilCode();
    await again.fill(labels.code, '123456');
    await again.send();
    expect(server.comments.at(-1)!.body['parent']).to.equal('id-7');
  });

  it('goes under another key than the same words to nobody (T-2)', async () => {
    server.answerComments('unreachable');
    const form = await answering();
    await form.fillAll();
    await form.send();
    form.button('Thôi trả lời').click();
    await settle();
    await form.send();
    const [first, second] = server.comments.map(({ headers }) => headers.get('idempotency-key'));
    expect(first).not.to.equal(second);
  });

  it('says that the answered comment is gone, keeps the text and lets it go as a comment of its own', async () => {
    server.answerComments(problem(422, 'parent-gone', { challenge: pictureChallenge() }), {
      status: 202,
      json: { id: 'id-1', status: 'pending', receipt: 'receipt-1' },
    });
    const form = await answering();
    await form.fillAll();
    await form.send();
    expect(form.text('summary-text')).to.equal(
      'Ý kiến bạn đang trả lời không còn nữa. Bạn có thể gửi thành ý kiến mới.',
    );
    expect(form.hasButton('Thử lại')).to.be.false;
    expect(form.field(labels.content).value).to.equal(goodComment[labels.content]);
    expect(form.has('reply')).to.be.false;
    await form.fill(labels.code, '123456');
    await form.send();
    expect(form.state).to.equal('sent');
    expect(server.comments.at(-1)!.body).not.to.have.property('parent');
  });

  it('is no business of another article or another service', async () => {
    const form = await FormDriver.openTouched();
    ask('An', 'id-7', 'bai-khac');
    say(new CommentReplyEvent('bai-123', 'id-7', 'An'), '/other');
    await settle();
    expect(form.has('reply')).to.be.false;
  });

  for (const name of [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '{name} ${name} $& ]]>',
    '\u202Egnảođ',
    'ẩ́̀̉'.repeat(40),
  ]) {
    it(`shows the name ${JSON.stringify(name.slice(0, 30))} as text (S10, S38)`, async () => {
      const form = await answering(name);
      expect(form.part('reply')!.querySelector('bdi')!.textContent).to.equal(
        `Trả lời ý kiến của ${name}`,
      );
      expect(form.count('[part=reply] *')).to.equal(2);
    });
  }
});

describe('<reader-comment-form>: the state of the article (N-9)', () => {
  const server = usePlayedServer();

  const closedForm = async (state: ArticleState, closesAt?: string): Promise<FormDriver> => {
    const form = await FormDriver.open();
    turn(state, closesAt);
    await until(() => form.element.matches(':state(closed)'), 'the state');
    return form;
  };

  it('closed: says so in place of the form', async () => {
    const form = await closedForm('closed');
    expect(form.text('state')).to.equal('Bài viết này đã ngừng nhận ý kiến.');
    expect(isShown(form.part('form'))).to.be.false;
    expect((await inspect(form.element)).violations).to.deep.equal([]);
  });

  it('closed by its date: names the day in Vietnam', async () => {
    const form = await closedForm('closed', '2026-01-31T17:30:00Z');
    expect(form.text('state')).to.match(/^Bài viết đã ngừng nhận ý kiến từ ngày 0?1\/0?2\/2026\.$/);
  });

  it('readonly: says that the published ones may be read', async () => {
    const form = await closedForm('readonly');
    expect(form.text('state')).to.contain('Tạm thời chưa nhận ý kiến mới.');
  });

  it('hidden: draws nothing', async () => {
    const form = await closedForm('hidden');
    expect(isShown(form.element)).to.be.false;
  });

  it('comes back when the article opens again', async () => {
    const form = await closedForm('hidden');
    turn('open');
    await until(() => isShown(form.part('form')), 'the form');
    expect(form.has('state')).to.be.false;
  });

  it('names the end while it is open, to who has begun', async () => {
    const form = await FormDriver.openTouched();
    turn('open', '2099-01-31T10:00:00Z');
    await until(() => form.has('closing'), 'the hint');
    expect(form.text('closing')).to.match(/^Nhận ý kiến đến .*17:00.*2099\.$/);
    expect(isShown(form.part('submit-button'))).to.be.true;
  });

  it('leaves what was typed where it is, to be read and copied, with no button to send it', async () => {
    for (const state of ['closed', 'hidden'] as const) {
      const form = await FormDriver.openTouched();
      await form.fillAll();
      turn(state);
      await until(() => form.has('state'), 'the word');
      expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
      expect(isShown(form.field(labels.content))).to.be.true;
      expect(isShown(form.part('submit-button'))).to.be.false;
      form.element.remove();
      sessionStorage.clear();
    }
  });

  it('hears it with the code, and takes the reader who has just begun to the word', async () => {
    server.answerChallenges({
      status: 200,
      json: { challenge: pictureChallenge(), article: { state: 'closed' } },
    });
    const form = await FormDriver.open();
    form.element.focus();
    await until(() => form.isFocused(form.part('state')), 'the focus');
  });

  it('hears it by a refusal: the text stays, and is the draft', async () => {
    server.answerComments(problem(403, 'article-closed'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(form.text('summary-text')).to.equal('Bài viết này đã ngừng nhận ý kiến.');
    expect(form.field(labels.content).value).to.equal('Bài viết rất hay.');
    expect(isShown(form.field(labels.content))).to.be.true;
    form.element.remove();
    const again = await FormDriver.open();
    await until(() => again.has('draft-note'), 'the draft');
  });

  it('loads nothing for an open article', async () => {
    const form = await FormDriver.open();
    turn('open');
    await settle();
    expect(form.has('state') || form.has('closing')).to.be.false;
    expect(server.requests).to.have.lengthOf(0);
  });
});
