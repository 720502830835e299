import { expect } from '@open-wc/testing';

import { textOf, until } from '../support/form-driver.ts';
import { useHeldClock } from '../support/held-clock.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comments, idOf, page, usePlayedComments } from '../support/played-comments.ts';

const count = 'GET /count?article=bai-123';

describe('<reader-comment-list>: news', () => {
  const service = usePlayedComments();
  const clock = useHeldClock();

  const comeBack = (): boolean => document.dispatchEvent(new Event('visibilitychange'));
  /** From the top of the list to its first comment. */
  const distance = (list: ListDriver): number =>
    list.comment(10)!.getBoundingClientRect().top - list.element.getBoundingClientRect().top;
  const untilOffered = (list: ListDriver): Promise<void> =>
    until(() => list.part('news-button'), 'the offer');

  it('is offered when the reader comes back, moves nothing, and is shown on their word (A-14)', async () => {
    service.answerList(page(comments(10, 5), { count: 5 }));
    service.answer(count, [200, { counts: { 'bai-123': 8 } }]);
    const list = await ListDriver.open();
    const before = distance(list);
    comeBack();
    await untilOffered(list);
    expect(textOf(list.part('news-button'))).to.equal('Có 3 ý kiến mới');
    expect(distance(list)).to.be.closeTo(before, 0.1);
    expect(list.texts('comment')).to.have.lengthOf(5);
    await list.untilSaid('Có 3 ý kiến mới');
    service.answerList(page(comments(7, 8), { count: 8 }));
    list.press('Có 3 ý kiến mới');
    await until(() => list.focused === `comment-${idOf(7)}`, 'the first of them');
    expect(list.part('news-button')).to.equal(null);
  });

  it('is asked for every minute', async () => {
    service.answerList(page(comments(1, 1)));
    service.answer(count, [200, { counts: { 'bai-123': 1 } }], [200, { counts: { 'bai-123': 2 } }]);
    clock.hold();
    const list = await ListDriver.place();
    await clock.advance(59_000);
    await list.element.updateComplete;
    expect(service.requests).not.to.include(count);
    await clock.advance(1000);
    clock.release();
    await until(() => service.requests.includes(count), 'the first question');
    expect(list.part('news-button')).to.equal(null);
  });

  it('is no news where comments have gone, or the service does not answer', async () => {
    service.answerList(page(comments(1, 5), { count: 5 }));
    service.answer(count, [200, { counts: { 'bai-123': 4 } }], [500, {}]);
    const list = await ListDriver.open();
    for (const asked of [1, 2]) {
      comeBack();
      await until(() => service.requests.filter((one) => one === count).length === asked, 'it');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list.part('news-button')).to.equal(null);
  });

  it('is no longer asked for once the list is taken off the page', async () => {
    service.answerList(page(comments(1, 1)));
    const list = await ListDriver.open();
    list.element.remove();
    comeBack();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(service.requests).not.to.include(count);
  });
});
