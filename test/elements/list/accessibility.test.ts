import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { CommentSentEvent } from '../../../src/elements/index.ts';
import { inspect } from '../support/accessibility.ts';
import { until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comment, idOf, page, usePlayedComments } from '../support/played-comments.ts';

type Service = ReturnType<typeof usePlayedComments>;

const everything = [
  comment(1, {
    address: 'phường Bến Thành, TP. Hồ Chí Minh',
    edited: true,
    pinned: true,
    pick: true,
    staff: true,
    likes: 1234,
    replies: { items: [comment(11), comment(12)], count: 5, next: 'r' },
  }),
  comment(2, { content: 'Một câu rất dài. '.repeat(100), likes: 30 }),
  comment(3, {
    gone: 'removed',
    name: '',
    content: '',
    replies: { items: [comment(13)], count: 1, next: null },
  }),
  comment(4, { name: 'W'.repeat(60), content: 'x'.repeat(300) }),
];

const openAll = (service: Service, attributes = ''): Promise<ListDriver> => {
  service.answerList(page(everything, { next: 'c2', count: 12_345 }));
  service.answer('GET /count?article=bai-123', [200, { counts: { 'bai-123': 13_345 } }]);
  service.answer('GET /receipt', [
    200,
    { id: 'x', article: 'bai-123', status: 'pending', comment: comment(9) },
  ]);
  return ListDriver.open(attributes);
};

async function openDialog(service: Service): Promise<ListDriver> {
  const list = await openAll(service);
  list.press('Báo vi phạm', 1);
  await until(() => list.part<HTMLDialogElement>('report')?.open, 'the dialog');
  list.press('Gửi báo cáo');
  await until(() => list.part('error'), 'the error');
  return list;
}

/** Every state a reader may meet, and how one gets there. */
const states: Readonly<Record<string, (service: Service) => Promise<ListDriver>>> = {
  'with answers': (service) => openAll(service),
  'in English': async (service) => {
    const list = await openAll(service, 'lang="en"');
    await until(() => list.hasButton('Reply'), 'the English words');
    return list;
  },
  loading: async (service) => {
    service.hold('GET ?article=bai-123&sort=newest');
    const list = await ListDriver.place();
    await until(() => list.is('loading'), 'the request');
    return list;
  },
  empty: (service) => {
    service.answerList(page([]));
    return ListDriver.open();
  },
  closed: (service) => {
    service.answerList(page(everything, { state: 'closed' }));
    return ListDriver.open();
  },
  failed: () => ListDriver.open(),
  'after everything was done': async (service) => {
    const list = await openAll(service);
    list.press('Thích', 2);
    document.dispatchEvent(new Event('visibilitychange'));
    const form = Object.assign(document.createElement('div'), { endpoint: '/comments' });
    document.body.append(form);
    form.dispatchEvent(
      new CommentSentEvent('bai-123', { id: 'x', status: 'pending', receipt: 'r' }),
    );
    form.remove();
    location.hash = `#comment-${idOf(2)}`;
    list.press('Xem thêm ý kiến');
    await until(() => list.part('note') && list.part('own') && list.part('news-button'), 'it all');
    await until(() => list.part('failed') && list.comment(2)!.ariaCurrent, 'the mark');
    return list;
  },
  'with the dialog': openDialog,
};

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

async function expectAccessible(list: ListDriver): Promise<void> {
  // What comes into sight is drawn with the next frame, after which it is known to be in sight with the one that follows.
  await nextFrame();
  await nextFrame();
  const folded = await inspect(list.element);
  expect(folded.violations).to.deep.equal([]);
  // What a fold hides is taken for text under what follows it, of which no contrast can be told.
  list.part('fold-button')?.click();
  await list.element.updateComplete;
  await nextFrame();
  const { violations, undecided } = await inspect(list.element);
  expect(violations).to.deep.equal([]);
  expect(undecided).to.deep.equal([]);
}

describe('<reader-comment-list>: for everybody (A-16)', () => {
  const service = usePlayedComments();

  // High enough for all of it: what is out of sight is not drawn, and its contrast cannot be told.
  beforeEach(() => setViewport({ width: 800, height: 3000 }));
  afterEach(async () => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [state, open] of Object.entries(states)) {
    it(`has no finding ${state}`, async () => {
      await expectAccessible(await open(service));
    });

    it(`has no finding ${state}, on a dark page`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.cssText = 'background: #121212; color: #eee';
      await expectAccessible(await open(service));
    });

    it(`fits into 320 px ${state}, also with text spaced out (A-19, C-6)`, async () => {
      await setViewport({ width: 320, height: 3000 });
      document.body.style.cssText = 'letter-spacing: 0.12em; word-spacing: 0.16em';
      const list = await open(service);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const node of list.root.querySelectorAll('*')) {
        const { right } = node.getBoundingClientRect();
        expect(right, `${node.localName} ${node.part.value}`).to.be.at.most(320);
      }
    });
  }

  it('draws every target at least 24 px high and wide (2.5.8)', async () => {
    const list = await openAll(service);
    for (const node of list.root.querySelectorAll('button, select, a')) {
      const { width, height } = node.getBoundingClientRect();
      expect(Math.min(width, height), node.part.value).to.be.at.least(24);
    }
  });

  it('names each button by what stands on it (2.5.3)', async () => {
    const list = await openAll(service);
    for (const node of list.root.querySelectorAll('button, a')) {
      if (!node.ariaLabel || node.part.contains('time-link')) continue;
      expect(node.ariaLabel).to.contain(node.textContent.trim());
    }
  });

  it('has one live region, there before it speaks', async () => {
    service.hold('GET ?article=bai-123&sort=newest');
    const list = await ListDriver.place();
    await until(() => list.is('loading'), 'the request');
    expect(list.root.querySelectorAll('[role=status]')).to.have.lengthOf(1);
  });

  it('closes the dialog by Escape, and gives the focus back', async () => {
    const { sendKeys } = await import('@web/test-runner-commands');
    const list = await openAll(service);
    list.press('Báo vi phạm', 1);
    await until(() => list.part<HTMLDialogElement>('report')?.open, 'the dialog');
    await sendKeys({ press: 'Escape' });
    await until(() => !list.part('report'), 'the end of the dialog');
    expect(list.root.activeElement).to.equal(list.button('Báo vi phạm', 1));
  });
});
