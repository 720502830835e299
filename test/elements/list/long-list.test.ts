import { expect } from '@open-wc/testing';

import { textOf, until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import {
  comment,
  comments,
  idOf,
  page,
  type PlayedComments,
  usePlayedComments,
} from '../support/played-comments.ts';

const more = 'Xem thêm ý kiến';
const long = 'Một dòng của một ý kiến rất dài.\n'.repeat(40);

/** A list of 20 comments to which 100 more were added, of which the last has answers. */
async function openLong(service: PlayedComments): Promise<ListDriver> {
  const replies = { items: [comment(1001)], count: 1, next: null };
  const added = [comment(21, { content: long }), ...comments(22, 98), comment(120, { replies })];
  service.answerList(page(comments(1, 20), { next: 'c2', count: 121 }));
  service.answer('GET ?article=bai-123&sort=newest&after=c2', [200, page(added)]);
  service.answer('POST /visitor', [201, { token: 't' }]);
  service.answer(`PUT /${idOf(30)}/like`, [204]);
  const list = await ListDriver.open();
  list.press(more);
  await list.untilSaid('Đã tải thêm 100 ý kiến. Đã hết ý kiến.');
  return list;
}

/** How many times are written out while something is done: each comment that is drawn writes its own. */
async function countDrawn(act: () => Promise<void>): Promise<number> {
  const { prototype } = Intl.DateTimeFormat;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'format')!;
  let drawn = 0;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      drawn += 1;
      return descriptor.get!.call(this) as unknown;
    },
  });
  await act();
  Object.defineProperty(prototype, 'format', descriptor);
  return drawn;
}

const likeOf = (list: ListDriver, n: number): string | null =>
  list.comment(n)!.querySelector('[part~=like-button]')!.ariaPressed;

describe('<reader-comment-list>: a list that grows', () => {
  const service = usePlayedComments();

  it('draws the comment that is liked, and none of the others that were added', async () => {
    const list = await openLong(service);
    const node = list.comment(30);
    const drawn = await countDrawn(async () => {
      list.press('Thích', 30);
      await until(() => likeOf(list, 30) === 'true', 'the like');
    });
    expect(drawn).to.be.within(1, 21);
    expect(list.comment(30)).to.equal(node);
    expect(textOf(list.root.activeElement)).to.equal('Thích');
  });

  it('draws all of them where the page wants other words or another time zone, into the same nodes', async () => {
    const list = await openLong(service);
    const nodes = [21, 120, 1001].map((n) => list.comment(n));
    list.element.timeZone = 'Europe/Paris';
    list.element.messages = { reply: 'Đáp lại' };
    await list.element.updateComplete;
    for (const n of [1, 21, 120, 1001]) {
      expect(list.hasButton('Đáp lại', n), `words of ${n}`).to.equal(true);
      const time = list.comment(n)!.querySelector('time')!;
      const hour = new Intl.DateTimeFormat('vi', { hour: '2-digit', timeZone: 'Europe/Paris' });
      expect(textOf(time)).to.contain(
        `${Number.parseInt(hour.format(new Date(time.dateTime)), 10)}`,
      );
    }
    expect([21, 120, 1001].map((n) => list.comment(n))).to.deep.equal(nodes);
  });

  it('speaks another language throughout once its words are there', async () => {
    const list = await openLong(service);
    list.element.lang = 'en';
    await until(() => list.hasButton('Reply', 1), 'the words');
    for (const n of [21, 120, 1001]) expect(list.hasButton('Reply', n), `${n}`).to.equal(true);
  });

  it('opens and folds a long comment among them, and marks the one that the reader was led to', async () => {
    const list = await openLong(service);
    const content = (): number => list.comment(21)!.offsetHeight;
    list.comment(21)!.scrollIntoView();
    const folded = content();
    list.comment(21)!.querySelector<HTMLElement>('[part=fold-button]')!.click();
    await list.element.updateComplete;
    expect(content()).to.be.above(folded);
    location.hash = `#comment-${idOf(120)}`;
    await until(() => list.comment(120)!.ariaCurrent === 'true', 'the mark');
    location.hash = `#comment-${idOf(22)}`;
    await until(() => list.comment(22)!.ariaCurrent === 'true', 'the other mark');
    expect(list.comment(120)!.hasAttribute('aria-current')).to.equal(false);
    location.hash = '';
  });

  it('gives way to another order piece by piece, so that the page is never held up', async () => {
    const list = await openLong(service);
    service.answerList(page(comments(50, 20)), 'liked');
    let longest = 0;
    const observer = new MutationObserver((records) => {
      const threads = records.flatMap(({ removedNodes }) => [...removedNodes]);
      longest = Math.max(longest, threads.filter((node) => node instanceof HTMLLIElement).length);
    });
    observer.observe(list.part('list')!, { childList: true });
    list.sort('liked');
    await list.untilSaid('Đã sắp xếp: Nhiều lượt thích.');
    observer.disconnect();
    expect(longest).to.be.within(1, 25);
    expect(list.texts('name')).to.deep.equal(comments(50, 20).map(({ name }) => name));
  });

  it('shows all of it again where the page takes it away meanwhile and puts it back', async () => {
    const list = await openLong(service);
    service.answerList(page(comments(50, 20)), 'liked');
    // By an observer, not by looking now and then: on a quick machine all pieces are gone between two looks.
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list.comment(120) !== null) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list.part('list')!, { childList: true });
      list.sort('liked');
    });
    const { parentElement } = list.element;
    list.element.remove();
    await Promise.resolve();
    parentElement!.append(list.element);
    await until(() => list.comment(120), 'the list');
    expect(list.texts('comment')).to.have.lengthOf(121);
  });
});
