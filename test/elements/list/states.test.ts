import { expect } from '@open-wc/testing';

import type { CommentArticleEvent } from '../../../src/elements/index.ts';
import { isShown, textOf, until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comments, page, usePlayedComments } from '../support/played-comments.ts';

const firstPage = 'GET ?article=bai-123&sort=newest';

describe('<reader-comment-list>: its states (N-7, N-9)', () => {
  const service = usePlayedComments();

  it('says that comments are on their way', async () => {
    service.answerList(page(comments(1, 1)));
    const release = service.hold(firstPage);
    const list = await ListDriver.place();
    await until(() => list.is('loading'), 'the request');
    expect(list.texts('loading')).to.deep.equal(['Đang tải ý kiến…']);
    expect(list.part('frame')!.ariaBusy).to.equal('true');
    release();
    await until(() => list.is('ready'), 'the list');
    expect(list.part('frame')!.ariaBusy).to.equal('false');
    expect(list.texts('loading')).to.deep.equal([]);
  });

  it('invites to write where there is nothing yet', async () => {
    service.answerList(page([]));
    const list = await ListDriver.open();
    expect(list.texts('empty')).to.deep.equal([
      'Chưa có ý kiến nào. Mời bạn là người đầu tiên góp ý kiến.',
    ]);
    expect(list.texts('heading')).to.deep.equal(['Ý kiến bạn đọc']);
    expect(list.part('sort')).to.equal(null);
  });

  it('invites nobody where an article is closed', async () => {
    service.answerList(page([], { state: 'closed' }));
    const list = await ListDriver.open();
    expect(list.texts('empty')).to.deep.equal(['Chưa có ý kiến nào được đăng.']);
    expect(list.texts('state')).to.deep.equal(['Bài viết này đã ngừng nhận ý kiến.']);
  });

  for (const state of ['closed', 'readonly'] as const) {
    it(`keeps the list of an article that is ${state}, without "Trả lời"`, async () => {
      service.answerList(page(comments(1, 2), { state }));
      const list = await ListDriver.open();
      expect(list.texts('comment')).to.have.lengthOf(2);
      expect(list.texts('state')).to.have.lengthOf(1);
      expect(list.hasButton('Trả lời')).to.equal(false);
      expect(list.hasButton('Thích')).to.equal(true);
    });
  }

  it('draws nothing of a hidden article', async () => {
    service.answerList(page([], { state: 'hidden' }));
    const list = await ListDriver.open();
    expect(textOf(list.part('frame'))).to.equal('');
    expect(list.element.offsetHeight).to.equal(0);
  });

  it('offers to try again where the list does not come', async () => {
    service.answer(
      firstPage,
      'unreachable',
      [200, { unexpected: true }],
      [200, page(comments(1, 1))],
    );
    const list = await ListDriver.open();
    expect(list.texts('failed')).to.deep.equal(['Chưa tải được ý kiến.']);
    list.press('Thử lại');
    await until(() => service.asked.length === 2 && list.is('failed'), 'the second failure');
    await list.element.updateComplete;
    list.press('Thử lại');
    await until(() => list.comment(1), 'the list');
    await until(() => list.focused === 'comments-heading', 'the focus');
  });

  it('keeps the choice of the order, and the focus on it, where another order does not come', async () => {
    service.answerList(page(comments(1, 1)));
    service.answer('GET ?article=bai-123&sort=oldest', 'unreachable');
    const list = await ListDriver.open();
    list.sort('oldest');
    await list.untilSaid('Chưa tải được ý kiến.');
    expect(list.root.activeElement).to.equal(list.part('sort-select'));
    expect(list.texts('comment')).to.deep.equal([]);
  });

  it('tells the form how the article stands', async () => {
    const closesAt = '2026-12-01T00:00:00.000Z';
    service.answerList(page(comments(1, 1), { state: 'readonly', closesAt, count: 9 }));
    const told: CommentArticleEvent[] = [];
    const listen = (event: Event): number => told.push(event as CommentArticleEvent);
    document.addEventListener('reader-comment-article', listen);
    await ListDriver.open();
    document.removeEventListener('reader-comment-article', listen);
    expect(told).to.have.lengthOf(1);
    const [{ article, state, closesAt: until_, count }] = told as [CommentArticleEvent];
    expect({ article, state, closesAt: until_, count }).to.deep.equal({
      article: 'bai-123',
      state: 'readonly',
      closesAt,
      count: 9,
    });
  });

  it('asks for nothing until the reader comes near, and keeps its place meanwhile', async () => {
    service.answerList(page(comments(1, 1)));
    const article = document.createElement('div');
    article.style.height = '3000px';
    document.body.prepend(article);
    const list = await ListDriver.place();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    expect(service.requests).to.deep.equal([]);
    expect(list.is('reserved')).to.equal(true);
    expect(list.element.offsetHeight).to.be.at.least(innerHeight);
    list.element.scrollIntoView();
    await until(() => list.comment(1), 'the list');
    article.remove();
    expect(isShown(list.comment(1))).to.equal(true);
  });

  it('turns to another article when the page does', async () => {
    service.answerList(page(comments(1, 1)));
    service.answer('GET ?article=bai-9&sort=newest', [200, page(comments(5, 1), { id: 'bai-9' })]);
    const list = await ListDriver.open();
    list.element.article = 'bai-9';
    await until(() => list.comment(5), 'the other article');
    expect(list.comment(1)).to.equal(null);
  });

  it('goes on after a move within the page', async () => {
    service.answerList(page(comments(1, 1)));
    const list = await ListDriver.open();
    const holder = document.createElement('div');
    document.body.append(holder);
    holder.append(list.element);
    await list.element.updateComplete;
    expect(list.comment(1)).not.to.equal(null);
    expect(service.requests).to.deep.equal([firstPage]);
    holder.remove();
  });
});
