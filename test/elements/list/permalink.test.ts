import { expect } from '@open-wc/testing';

import { until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comment, comments, idOf, page, usePlayedComments } from '../support/played-comments.ts';

const hashOf = (n: number): string => `#comment-${idOf(n)}`;

describe('<reader-comment-list>: one comment by itself', () => {
  const service = usePlayedComments();

  const isLed = (list: ListDriver, n: number): Promise<void> =>
    until(() => list.focused === `comment-${idOf(n)}`, `the focus on ${n}`);

  it('is gone to and marked', async () => {
    service.answerList(page(comments(1, 20)));
    service.answer(`GET /${idOf(9)}?sort=newest`, [
      200,
      { article: page([]).article, thread: comment(9), after: null },
    ]);
    history.replaceState(null, '', hashOf(9));
    const list = await ListDriver.place();
    await isLed(list, 9);
    expect(list.comment(9)!.ariaCurrent).to.equal('true');
    const { top, bottom } = list.comment(9)!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(list.hasButton('Xem từ đầu')).to.equal(false);
  });

  it('is found on a later page, from which a button leads to the beginning', async () => {
    service.answerList(page(comments(1, 20), { next: 'c2' }));
    service.answer(`GET /${idOf(55)}?sort=newest`, [
      200,
      { article: page([]).article, thread: comment(55), after: 'c55' },
    ]);
    service.answer('GET ?article=bai-123&sort=newest&after=c55', [200, page(comments(55, 20))]);
    history.replaceState(null, '', hashOf(55));
    const list = await ListDriver.place();
    await isLed(list, 55);
    expect(list.comment(1)).to.equal(null);
    list.press('Xem từ đầu');
    await isLed(list, 1);
    expect(list.hasButton('Xem từ đầu')).to.equal(false);
  });

  it('may be an answer that is not among the first', async () => {
    const replies = { items: [comment(11), comment(12)], count: 5, next: 'r3' };
    const thread = comment(1, { replies });
    service.answerList(page([thread]));
    service.answer(`GET /${idOf(14)}?sort=newest`, [
      200,
      { article: page([]).article, thread, reply: comment(14), after: null },
    ]);
    service.answer(`GET /${idOf(1)}/replies?after=r3`, [
      200,
      { items: comments(13, 3), count: 5, next: null },
    ]);
    history.replaceState(null, '', hashOf(14));
    const list = await ListDriver.place();
    await isLed(list, 14);
    list.press('Xem 2 trả lời');
    await until(() => list.comment(15), 'the other answers');
    expect(list.part('replies')!.querySelectorAll('article')).to.have.lengthOf(5);
  });

  it('is followed when the address changes, without loading what is there', async () => {
    service.answerList(page(comments(1, 5)));
    const list = await ListDriver.open();
    location.hash = hashOf(4);
    await isLed(list, 4);
    expect(service.requests).to.have.lengthOf(1);
  });

  it('that is not to be had leaves the list as it is', async () => {
    service.answerList(page(comments(1, 5)));
    history.replaceState(null, '', hashOf(404));
    const list = await ListDriver.open();
    expect(list.comment(1)).not.to.equal(null);
    location.hash = hashOf(405);
    await until(() => service.requests.includes(`GET /${idOf(405)}?sort=newest`), 'the request');
    expect(list.comment(1)).not.to.equal(null);
  });

  it('of another article is passed over', async () => {
    service.answerList(page(comments(1, 1)));
    service.answer(`GET /${idOf(7)}?sort=newest`, [
      200,
      { article: { ...page([]).article, id: 'bai-9' }, thread: comment(7), after: null },
    ]);
    history.replaceState(null, '', hashOf(7));
    const list = await ListDriver.open();
    expect(list.comment(7)).to.equal(null);
    expect(list.comment(1)).not.to.equal(null);
  });

  it('has an address that "Sao chép liên kết" copies', async () => {
    service.answerList(page(comments(1, 2)));
    const copied: string[] = [];
    const writeText = (text: string): Promise<void> => {
      copied.push(text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      const list = await ListDriver.open();
      list.press('Sao chép liên kết', 2);
      await list.untilSaid('Đã sao chép liên kết.');
      expect(list.texts('note')).to.deep.equal(['Đã sao chép liên kết.']);
      expect(copied).to.deep.equal([`${location.href.split('#')[0]}${hashOf(2)}`]);
      expect(list.comment(2)!.querySelector('a')!.href).to.equal(copied[0]);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is copied on plain http too, where there is no clipboard', async () => {
    service.answerList(page(comments(1, 1)));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const original = document.execCommand.bind(document);
    let copied: string | undefined;
    document.execCommand = (): boolean => {
      const root = document.activeElement?.shadowRoot;
      copied = (root?.activeElement as HTMLTextAreaElement | null)?.value;
      return true;
    };
    try {
      const list = await ListDriver.open();
      list.press('Sao chép liên kết', 1);
      await list.untilSaid('Đã sao chép liên kết.');
      expect(copied).to.equal(`${location.href.split('#')[0]}${hashOf(1)}`);
      expect(list.root.activeElement).to.equal(list.button('Sao chép liên kết', 1));
    } finally {
      document.execCommand = original;
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });
});
