import { expect } from '@open-wc/testing';

import type { PublishedComment } from '../../../src/protocol/types.ts';
import { CommentSentEvent } from '../../../src/elements/index.ts';
import { hostileMarkup as hostile } from '../../support/hostile-markup.ts';
import { until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comment, page, usePlayedComments } from '../support/played-comments.ts';

/** Everything that a comment is drawn with, without the texts: tags and attributes in their order. */
const shapeOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].map(
    (node) => `${node.localName} ${node.getAttributeNames().toSorted().join(' ')}`,
  );

const fields = (text: string): Partial<PublishedComment> => ({
  name: text,
  address: text,
  content: text,
  publishedAt: text,
});

describe('<reader-comment-list>: hostile texts', () => {
  const service = usePlayedComments();

  async function draw(text: string): Promise<ListDriver> {
    const replies = { items: [comment(2, fields(text))], count: 1, next: null };
    service.answerList(page([comment(1, { ...fields(text), replies })]));
    service.answer('GET /receipt', [
      200,
      { id: 'x', article: 'bai-123', status: 'pending', comment: comment(3, fields(text)) },
    ]);
    const list = await ListDriver.open();
    const form = Object.assign(document.createElement('div'), { endpoint: '/comments' });
    document.body.append(form);
    form.dispatchEvent(
      new CommentSentEvent('bai-123', { id: 'x', status: 'pending', receipt: 'r' }),
    );
    form.remove();
    await until(() => list.comment(3), 'the own comment');
    return list;
  }

  for (const text of hostile) {
    it(`add no element and no attribute: ${JSON.stringify(text)}`, async () => {
      const plain = shapeOf((await draw('Một câu.')).root);
      const list = await draw(text);
      expect(shapeOf(list.root)).to.deep.equal(plain);
      expect(list.part('name')!.textContent).to.equal(text);
      expect(list.part('content')!.textContent.trim()).to.equal(text);
      for (const link of list.root.querySelectorAll('a')) {
        expect(link.protocol).to.equal(location.protocol);
      }
    });
  }

  it('in an id lead nowhere else', async () => {
    const id = `x"onclick=alert(1) javascript:`;
    service.answerList(page([{ ...comment(1), id }]));
    const list = await ListDriver.open();
    expect(list.root.querySelector('a')!.href.split('#')[0]).to.equal(location.href.split('#')[0]);
    expect(list.root.querySelector('[onclick]')).to.equal(null);
  });
});
