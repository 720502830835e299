import { expect } from '@open-wc/testing';

import type { CommentReplyEvent } from '../../../src/elements/index.ts';
import { textOf, until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comment, comments, idOf, page, usePlayedComments } from '../support/played-comments.ts';

const like = `/${idOf(1)}/like`;
const report = `POST /${idOf(1)}/report`;

describe('<reader-comment-list>: likes (A-15)', () => {
  const service = usePlayedComments();

  beforeEach(() => {
    service.answerList(page([comment(1, { likes: 2 }), comment(2)]));
    service.answer('POST /visitor', [200, { token: 'visitor-1' }], [200, { token: 'visitor-2' }]);
    service.answer(`PUT ${like}`, [204]);
    service.answer(`DELETE ${like}`, [204]);
  });

  const button = (list: ListDriver): HTMLButtonElement => list.button('Thích', 1);

  it('are a button that says whose comment it is, with the count beside it', async () => {
    const list = await ListDriver.open();
    expect(button(list).ariaLabel).to.equal('Thích ý kiến của Bạn đọc 1');
    expect(button(list).ariaPressed).to.equal('false');
    expect(list.texts('like-count')).to.deep.equal(['22 lượt thích']);
    expect(list.comment(2)!.querySelector('[part=like-count]')).to.equal(null);
  });

  it('are shown at once, sent with a token that is then kept, and taken back by a second press', async () => {
    const release = service.hold(`PUT ${like}`);
    const list = await ListDriver.open();
    list.press('Thích', 1);
    await until(() => button(list).ariaPressed === 'true', 'the like');
    expect(list.texts('like-count')).to.deep.equal(['33 lượt thích']);
    await until(() => service.requests.includes(`PUT ${like}`), 'the request');
    release();
    expect(service.asked.at(-1)!.bearer).to.equal('Bearer visitor-1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    list.press('Thích', 1);
    await until(() => service.requests.includes(`DELETE ${like}`), 'the second request');
    expect(button(list).ariaPressed).to.equal('false');
    expect(service.requests.filter((one) => one === 'POST /visitor')).to.have.lengthOf(1);
  });

  it('are taken back where the service does not take them, and the reader is told', async () => {
    service.answer(`PUT ${like}`, [500, {}]);
    const list = await ListDriver.open();
    list.press('Thích', 1);
    await list.untilSaid('Chưa ghi nhận được lượt thích.');
    expect(button(list).ariaPressed).to.equal('false');
    expect(list.texts('like-count')).to.deep.equal(['22 lượt thích']);
    expect(list.texts('note')).to.deep.equal(['Chưa ghi nhận được lượt thích.']);
  });

  it('ask for a new token once where the old one is not taken', async () => {
    localStorage.setItem('reader-comments visitor', '["old"]');
    service.answer(`PUT ${like}`, [401, { code: 'unauthorized' }], [204]);
    const list = await ListDriver.open();
    list.press('Thích', 1);
    await until(() => service.requests.filter((one) => one === `PUT ${like}`).length === 2, 'it');
    expect(service.asked.map(({ bearer }) => bearer)).to.include.members([
      'Bearer old',
      'Bearer visitor-1',
    ]);
    await until(() => button(list).ariaPressed === 'true', 'the like');
  });

  it('are remembered by this browser', async () => {
    const first = await ListDriver.open();
    first.press('Thích', 1);
    await until(() => service.requests.includes(`PUT ${like}`), 'the request');
    first.element.remove();
    const list = await ListDriver.open();
    await until(() => button(list).ariaPressed === 'true', 'the like');
  });

  it('work where the browser keeps nothing', async () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const list = await ListDriver.open();
      list.press('Thích', 1);
      await until(() => service.requests.includes(`PUT ${like}`), 'the request');
      expect(button(list).ariaPressed).to.equal('true');
    } finally {
      Object.defineProperty(globalThis, 'localStorage', original);
    }
  });

  it('and the other buttons can be left out', async () => {
    const list = await ListDriver.open('without-likes without-replies without-reports');
    expect(list.hasButton('Sao chép liên kết', 1)).to.equal(true);
    for (const words of ['Thích', 'Trả lời', 'Báo vi phạm']) {
      expect(list.hasButton(words, 1), words).to.equal(false);
    }
    expect(list.part('like-count')).to.equal(null);
  });
});

describe('<reader-comment-list>: answering', () => {
  const service = usePlayedComments();

  it('asks the form of the article, naming the comment that can be a parent (S35)', async () => {
    const replies = { items: [comment(11, { parent: idOf(1) })], count: 1, next: null };
    service.answerList(page([comment(1, { replies })]));
    const told: CommentReplyEvent[] = [];
    const listen = (event: Event): number => told.push(event as CommentReplyEvent);
    document.addEventListener('reader-comment-reply', listen);
    const list = await ListDriver.open();
    list.press('Trả lời', 1);
    list.press('Trả lời', 11);
    document.removeEventListener('reader-comment-reply', listen);
    expect(told.map(({ article, id, name }) => [article, id, name])).to.deep.equal([
      ['bai-123', idOf(1), 'Bạn đọc 1'],
      ['bai-123', idOf(1), 'Bạn đọc 11'],
    ]);
    expect(list.button('Trả lời', 11).ariaLabel).to.equal('Trả lời Bạn đọc 11');
  });
});

describe('<reader-comment-list>: reports', () => {
  const service = usePlayedComments();
  const dialog = (list: ListDriver): HTMLDialogElement | null =>
    list.part<HTMLDialogElement>('report');

  async function openDialog(): Promise<ListDriver> {
    service.answerList(page(comments(1, 2)));
    service.answer('POST /visitor', [200, { token: 'visitor-1' }]);
    const list = await ListDriver.open();
    list.press('Báo vi phạm', 1);
    await until(() => dialog(list)?.open, 'the dialog');
    return list;
  }

  const choose = (list: ListDriver, words: string): void =>
    [...list.root.querySelectorAll<HTMLElement>('label[part=reason]')]
      .find((label) => textOf(label) === words)!
      .click();

  it('offer the reasons in a native dialog', async () => {
    const list = await openDialog();
    expect(dialog(list)!.matches(':modal')).to.equal(true);
    expect(list.texts('reason')).to.deep.equal([
      'Xúc phạm, thô tục',
      'Kích động thù ghét, kỳ thị',
      'Thông tin sai sự thật',
      'Lộ thông tin riêng tư, kể cả của trẻ em',
      'Quảng cáo, lừa đảo',
      'Lý do khác',
    ]);
    dialog(list)!.close();
  });

  it('need a reason', async () => {
    const list = await openDialog();
    list.press('Gửi báo cáo');
    await until(() => list.part('error'), 'the error');
    expect(list.texts('error')).to.deep.equal(['Bạn chưa chọn lý do']);
    expect(list.part('error')!.closest('[role=alert]')).not.to.equal(null);
    await until(() => list.root.activeElement?.localName === 'input', 'the focus');
    expect(service.requests).not.to.include(report);
    dialog(list)!.close();
  });

  it('go with reason and note, and are confirmed; the focus returns to their button', async () => {
    service.answer(report, [204]);
    const list = await openDialog();
    choose(list, 'Quảng cáo, lừa đảo');
    list.part<HTMLTextAreaElement>('report-note')!.value = ' Bán thuốc. ';
    list.press('Gửi báo cáo');
    await until(() => list.part('report-text'), 'the confirmation');
    expect(list.texts('report-text')).to.deep.equal([
      'Đã ghi nhận. Tòa soạn sẽ xem lại ý kiến này.',
    ]);
    expect(service.asked.at(-1)).to.deep.include({
      bearer: 'Bearer visitor-1',
      body: { reason: 'spam', note: 'Bán thuốc.' },
    });
    list.press('Đóng');
    await until(() => !dialog(list), 'the end of the dialog');
    expect(list.root.activeElement).to.equal(list.button('Báo vi phạm', 1));
  });

  it('are made once', async () => {
    service.answer(report, [409, { code: 'duplicate' }]);
    const list = await openDialog();
    choose(list, 'Lý do khác');
    list.press('Gửi báo cáo');
    await until(() => list.part('report-text'), 'the answer');
    expect(list.texts('report-text')).to.deep.equal(['Bạn đã báo ý kiến này.']);
    expect(service.asked.at(-1)!.body).to.deep.equal({ reason: 'other' });
    dialog(list)!.close();
  });

  it('that fail can be sent again as they are', async () => {
    service.answer(report, 'unreachable', [204]);
    const list = await openDialog();
    choose(list, 'Lý do khác');
    list.press('Gửi báo cáo');
    await until(() => list.part('error'), 'the error');
    list.press('Gửi báo cáo');
    await until(() => list.part('report-text'), 'the confirmation');
    dialog(list)!.close();
  });
});
