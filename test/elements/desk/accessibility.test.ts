import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import type { DeskSignal } from '../../../src/protocol/desk.ts';
import { type AccessibleViews, describeAccessibleViews } from '../support/accessible-views.ts';
import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { until } from '../support/form-driver.ts';
import { deskComment, type PlayedDesk } from '../support/played-desk.ts';

const signals: readonly DeskSignal[] = [
  { code: 'link', severity: 'note', field: 'content', offsets: [[0, 3]] },
  { code: 'contact', severity: 'note', field: 'content', offsets: [[2, 6]] },
  { code: 'banned-word', severity: 'note', field: 'name', offsets: [[0, 3]], detail: 'bạn' },
];

const at = '2026-11-29T00:00:00.000Z';

function fill(service: PlayedDesk): void {
  service.comments = [
    deskComment(1, { signals, address: 'Huế', content: `Ý kiến ${'dài '.repeat(40)}` }),
    ...Array.from({ length: 24 }, (_, index) => deskComment(index + 2, { signals })),
    deskComment(40, { status: 'published', reports: 1, editedContent: 'Khác.', pick: true }),
  ];
  service.detail = {
    ...service.detail,
    email: 'an@example.com',
    parent: { id: 'x', status: 'published', name: 'Lan', content: 'Ý kiến trước.' },
    history: [{ at, who: 'Cường', action: 'edit', note: 'Thêm dấu' }],
    reports: [{ reason: 'false', note: 'Sai.', createdAt: at }],
  };
}

const openDialog = async (words: string): Promise<DeskDriver> => {
  const desk = await DeskDriver.open();
  desk.press(words);
  await desk.untilDialog();
  return desk;
};

const showFirst = async (desk: DeskDriver): Promise<void> => {
  const isRead = (): boolean => desk.isLoaded && desk.find('article')!.checkVisibility();
  if (!isRead()) desk.find('.row-button')!.click();
  await until(isRead, 'the comment');
};

/** The views of every day, and how one gets there. */
const views: AccessibleViews = {
  'the desk': () => DeskDriver.open(),
  'the desk in English': async () => {
    const desk = await DeskDriver.open('lang="en"');
    await until(() => desk.hasButton('Shortcuts'), 'the English words');
    return desk;
  },
  'a comment': async () => {
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await showFirst(desk);
    return desk;
  },
  'an edited comment': async (service) => {
    service.comments = service.comments.slice(-1);
    service.comments = [{ ...service.comments[0]!, status: 'pending', reports: 0 }];
    const desk = await DeskDriver.open();
    await showFirst(desk);
    return desk;
  },
  'a comment that is edited': async () => {
    const desk = await DeskDriver.open();
    await showFirst(desk);
    desk.act('Biên tập');
    await desk.fill('#draft', 'Ý kiến khác hẳn.');
    await until(() => desk.find('ins'), 'the difference');
    return desk;
  },
  'an offer to undo': async () => {
    const desk = await DeskDriver.open();
    await showFirst(desk);
    desk.act('Đăng');
    await until(() => desk.find('#undo-button'), 'the offer');
    return desk;
  },
  'filters and a selection': async () => {
    const desk = await DeskDriver.open();
    desk.find('.filter summary')!.click();
    desk.find('.account summary')!.click();
    desk.find('.selection input')!.click();
    await until(() => desk.find('.bulk'), 'the bar');
    return desk;
  },
  'an empty queue': (service) => {
    service.comments = [];
    return DeskDriver.open();
  },
  'the dialog of reasons': async () => {
    const desk = await DeskDriver.open();
    await showFirst(desk);
    desk.act('Không đăng');
    const dialog = await desk.untilDialog();
    desk.press('Không đăng', dialog);
    await until(() => desk.find('#reason-error'), 'the complaint');
    return desk;
  },
  'the dialog of many': async () => {
    const desk = await DeskDriver.open();
    desk.find('.selection input')!.click();
    await until(() => desk.find('.bulk'), 'the bar');
    desk.press('Không đăng', desk.find('.bulk')!);
    await until(() => desk.find('.sample'), 'the look');
    return desk;
  },
  'the dialog of keys': () => openDialog('Phím tắt'),
  'the settings of an article': async () => {
    const desk = await DeskDriver.open();
    await showFirst(desk);
    desk.press('Cài đặt bài');
    await until(() => desk.find('#article-state'), 'the settings');
    return desk;
  },
  'the modes': async (service) => {
    service.answer('PUT /modes', 'unreachable');
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Chế độ duyệt');
    await until(() => desk.find('#site-mode'), 'the modes');
    await desk.fill('#new-section', 'Mục dài '.repeat(9));
    desk.press('Lưu cài đặt');
    await until(() => desk.find('dialog .error'), 'the words');
    return desk;
  },
  'the words': async ({ words }) => {
    words.hits = [
      { list: 'ban', entry: 'vay', form: 'exact', severity: 'junk', start: 4, end: 7 },
      { list: 'suspect', entry: 'nhanh', form: 'folded', severity: 'note', start: 8, end: 13 },
    ];
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Danh sách từ');
    await until(() => desk.find('#new-words'), 'the words');
    await desk.fill('#word-sample', 'cần vay nhanh');
    desk.press('Thử');
    await until(() => desk.find('.word-hits'), 'what was found');
    desk.find('.word-list button')!.click();
    await until(() => desk.find('.word-list s'), 'the word to be taken out');
    return desk;
  },
  'the words, with errors': async (service) => {
    service.answer('POST /words', 422, { code: 'invalid-fields', words: ['x'] });
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Danh sách từ');
    await until(() => desk.find('#new-words'), 'the words');
    desk.press('Thử');
    await until(() => desk.find('#word-sample-hint.error'), 'the complaint');
    await desk.fill('#new-words', 'x');
    desk.press('Lưu danh sách');
    await until(() => desk.find('dialog [role=alert] .error'), 'the refusal');
    return desk;
  },
  'the numbers': async () => {
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Số liệu');
    await until(() => desk.find('.numbers'), 'the numbers');
    return desk;
  },
  'the numbers, with an error': async () => {
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Số liệu');
    await until(() => desk.find('.numbers'), 'the numbers');
    const field = desk.find<HTMLInputElement>('#stats-to')!;
    field.value = '';
    field.dispatchEvent(new Event('change'));
    desk.press('Xem');
    await until(() => desk.find('dialog [role=alert] .error'), 'the error');
    return desk;
  },
  'the sign-in': async (service) => {
    service.isSignedIn = false;
    const desk = await DeskDriver.place();
    await until(() => desk.hasButton('Đăng nhập'), 'the sign-in');
    desk.press('Đăng nhập');
    await until(() => desk.find('#email-error'), 'the error');
    return desk;
  },
  'the second step': async (service) => {
    service.answer('GET /me', 403, { code: 'second-step-missing' });
    const desk = await DeskDriver.place();
    await desk.fill('#password', 'một câu dễ nhớ');
    desk.press('Tiếp tục');
    await until(() => desk.find('.qr'), 'the picture');
    return desk;
  },
};

describe('<reader-comments-desk>: for everybody (A-16)', () => {
  const world = usePlayedDesk();

  beforeEach(() => fill(world.service));
  describeAccessibleViews(world, views);

  it('shows list or comment on a phone, and comes back to where one was', async () => {
    await setViewport({ width: 320, height: 640 });
    const desk = await DeskDriver.open();
    expect(desk.find('main')!.getClientRects()).to.have.lengthOf(0);
    desk.root.querySelectorAll<HTMLElement>('.row-button')[1]!.click();
    await desk.untilShown('Bạn đọc 2');
    await until(() => desk.focused === 'comment-heading', 'the focus');
    expect(desk.find('.rows')!.getClientRects()).to.have.lengthOf(0);
    desk.press('← Về danh sách');
    await until(() => desk.focused?.startsWith('row-'), 'the row');
    expect(desk.root.activeElement!.ariaCurrent).to.equal('true');
  });

  it('has one live region, there before it speaks', async () => {
    const desk = await DeskDriver.place();
    expect(desk.root.querySelectorAll('[role=status]')).to.have.lengthOf(1);
    await until(() => desk.rows.length > 0, 'the list');
    expect(desk.root.querySelectorAll('[role=status]')).to.have.lengthOf(1);
  });
});
