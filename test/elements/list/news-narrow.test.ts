import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comments, page, usePlayedComments } from '../support/played-comments.ts';

// A file of its own, narrow from its first list: WebKit keeps what a media query said of sheets that it has seen together.
describe('<reader-comment-list>: news on a narrow page', () => {
  const service = usePlayedComments();

  before(() => setViewport({ width: 320, height: 700 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('moves nothing when it is offered (A-14)', async () => {
    service.answerList(page(comments(10, 5), { count: 5 }));
    service.answer('GET /count?article=bai-123', [200, { counts: { 'bai-123': 1205 } }]);
    const list = await ListDriver.open();
    const distance = (): number =>
      list.comment(10)!.getBoundingClientRect().top - list.element.getBoundingClientRect().top;
    const before = distance();
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => list.part('news-button'), 'the offer');
    expect(distance()).to.be.closeTo(before, 0.1);
  });
});
