import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { type AccessibleViews, describeAccessibleViews } from '../support/accessible-views.ts';
import { until } from '../support/form-driver.ts';
import { deskComment, deskId, type PlayedDesk } from '../support/played-desk.ts';

const showFirst = async (): Promise<DeskDriver> => {
  const desk = await DeskDriver.open();
  const isRead = (): boolean => desk.isLoaded && desk.find('article')!.checkVisibility();
  if (!isRead()) desk.find('.row-button')!.click();
  await until(isRead, 'the comment');
  return desk;
};

const signInStep = async (service: PlayedDesk): Promise<DeskDriver> => {
  service.isSignedIn = false;
  const desk = await DeskDriver.place();
  await desk.fill('#email', 'binh@bao.example');
  await desk.fill('#password', 'một câu dễ nhớ');
  desk.press('Đăng nhập');
  await until(() => desk.find('#code'), 'the code');
  return desk;
};

const welcome = async (): Promise<DeskDriver> => {
  history.replaceState(null, '', '#welcome=token-1');
  const desk = await DeskDriver.place();
  await until(() => desk.find<HTMLInputElement>('#email')?.value, 'whom it is for');
  return desk;
};

const publishedOnly = (service: PlayedDesk): void => {
  service.comments = [deskComment(1, { status: 'published', reports: 1 })];
};

/** Opens the queue of published comments. */
const showPublished = async (service: PlayedDesk): Promise<DeskDriver> => {
  publishedOnly(service);
  const desk = await DeskDriver.open();
  const queues = desk.find<HTMLSelectElement>('.queue-field select')!;
  queues.value = 'published';
  queues.dispatchEvent(new Event('change'));
  await until(() => desk.rows.length === 1, 'the queue');
  const isRead = (): boolean => desk.isLoaded && desk.find('article')!.checkVisibility();
  desk.find('.row-button')!.click();
  await until(isRead, 'the comment');
  return desk;
};

const search = async (words: string): Promise<DeskDriver> => {
  const desk = await DeskDriver.open();
  await desk.fill('#search', words);
  desk.press('Tìm');
  await until(() => desk.hasButton('Bỏ tìm'), 'what was found');
  return desk;
};

/** What an editor meets beside the views of every day: waiting, failures, refusals, and the way in. */
const states: AccessibleViews = {
  'the start': async (service) => {
    service.hold('GET /me');
    const desk = await DeskDriver.place();
    await until(() => desk.root.textContent.includes('Đang tải…'), 'the start');
    return desk;
  },
  'a service that cannot be reached': async (service) => {
    service.answer('GET /me', 'unreachable');
    const desk = await DeskDriver.place();
    await until(() => desk.hasButton('Thử lại'), 'the offer');
    return desk;
  },
  'a session that has ended': async (service) => {
    const desk = await showFirst();
    service.isSignedIn = false;
    desk.act('Đăng');
    await until(() => desk.find('.note'), 'the sign-in');
    return desk;
  },
  'a refused sign-in': async (service) => {
    service.isSignedIn = false;
    service.answer('POST /auth/sign-in', 429, {});
    const desk = await DeskDriver.place();
    await desk.fill('#email', 'binh@bao.example');
    await desk.fill('#password', 'một câu dễ nhớ');
    desk.press('Đăng nhập');
    await until(() => desk.find('#sign-in-error'), 'the wait');
    return desk;
  },
  'a wrong code': async (service) => {
    service.answer('POST /auth/second-step', 422, {});
    const desk = await signInStep(service);
    await desk.fill('#code', '000000');
    desk.press('Xác nhận');
    await until(() => desk.find('#code-error'), 'the error');
    return desk;
  },
  'the code for the day the phone is lost': async (service) => {
    const desk = await signInStep(service);
    desk.press('Dùng mã dự phòng');
    await until(() => desk.hasButton('Dùng mã trong ứng dụng'), 'the other code');
    return desk;
  },
  'a welcome link': async () => {
    const desk = await welcome();
    await desk.fill('#password', 'ngắn');
    desk.press('Đặt mật khẩu');
    await until(() => desk.find('#password-error'), 'the error');
    return desk;
  },
  'a second step that is missing': async (service) => {
    service.answer('GET /me', 403, { code: 'second-step-missing' });
    const desk = await DeskDriver.place();
    await until(() => desk.hasButton('Tiếp tục'), 'the question');
    return desk;
  },
  'backup codes': async () => {
    const desk = await welcome();
    await desk.fill('#password', 'một câu rất dễ nhớ');
    desk.press('Đặt mật khẩu');
    await desk.fill('#code', '123456');
    desk.press('Xác nhận');
    await until(() => desk.find('.codes'), 'the codes');
    return desk;
  },
  'a published comment that was reported': showPublished,
  'an answer that is written, and empty': async (service) => {
    const desk = await showPublished(service);
    desk.act('Trả lời thay mặt Tòa soạn');
    await until(() => desk.find('#draft'), 'the field');
    desk.press('Đăng trả lời');
    await until(() => desk.find('#draft[aria-invalid]'), 'the complaint');
    return desk;
  },
  'an erased comment': async (service) => {
    service.comments = [deskComment(1, { status: 'erased', content: '', name: '' })];
    const found = { comments: service.comments, next: null };
    service.answer('GET /search', 200, found);
    const desk = await DeskDriver.open();
    await desk.fill('#search', 'x');
    desk.press('Tìm');
    await until(() => desk.rows.length === 1, 'what was found');
    desk.find('.row-button')!.click();
    await until(() => desk.isLoaded, 'the comment');
    return desk;
  },
  'a comment that another editor was faster with': async (service) => {
    const desk = await showFirst();
    service.change(deskId(1), { status: 'published' });
    desk.act('Đăng');
    await until(() => desk.find('.conflict'), 'who was faster');
    return desk;
  },
  'a comment that does not load': async (service) => {
    service.answer(`GET /comments/${deskId(1)}`, 'unreachable');
    const desk = await DeskDriver.place();
    await until(() => desk.rows.length > 0, 'the list');
    desk.find('.row-button')!.click();
    await until(() => desk.find('article')?.textContent.includes('Chưa tải được'), 'the failure');
    return desk;
  },
  'a list that does not load': async (service) => {
    service.answer('GET /comments', 'unreachable');
    const desk = await DeskDriver.place();
    await until(() => desk.find('.list .more'), 'the offer');
    return desk;
  },
  'what a search has found': () => search('ý kiến'),
  'a search that has found nothing': () => search('zzz'),
  'the comments of one article': async () => {
    const desk = await showFirst();
    desk.press('Chỉ bài này');
    await until(() => desk.find('.filter-article'), 'the filter');
    return desk;
  },
  'the desk of a viewer': (service) => {
    service.role = 'viewer';
    return showFirst();
  },
  'the question whether to lose what is written': async () => {
    const desk = await showFirst();
    desk.act('Biên tập');
    await desk.fill('#draft', 'Khác.');
    desk.press('Thôi');
    await desk.untilDialog();
    return desk;
  },
  'sessions and passkeys': async (service) => {
    const createdAt = '2026-11-28T01:00:00.000Z';
    service.passkeys = [{ id: 'k-1', name: 'Mozilla/5.0 (X11; Linux x86_64)', createdAt }];
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Các phiên đăng nhập');
    await until(() => desk.find('.passkeys'), 'the passkeys');
    return desk;
  },
  'a key that is taken': async () => {
    const desk = await DeskDriver.open();
    desk.press('Phím tắt');
    const dialog = await desk.untilDialog();
    dialog.querySelector<HTMLButtonElement>('.key-list button')!.click();
    dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await until(() => dialog.querySelector('.error'), 'the refusal');
    return desk;
  },
  'a decision about none': async (service) => {
    service.answer('POST /bulk', 200, { count: 0, hasMore: false, sample: [], skipped: 2 });
    const desk = await DeskDriver.open();
    desk.find('.selection input')!.click();
    await until(() => desk.find('.bulk'), 'the bar');
    desk.press('Đăng', desk.find('.bulk')!);
    const dialog = await desk.untilDialog();
    await until(() => dialog.textContent.includes('Bỏ qua 2'), 'the look');
    return desk;
  },
};

describe('<reader-comments-desk>: for everybody, in what is not of every day (A-16)', () => {
  const world = usePlayedDesk();

  beforeEach(() => {
    world.service.comments = [deskComment(1), deskComment(2)];
  });

  describeAccessibleViews(world, states);
});
