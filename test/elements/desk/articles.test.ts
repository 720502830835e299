// Over 250 lines: two dialogs that are one matter.
import { expect } from '@open-wc/testing';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment } from '../support/played-desk.ts';

const put = 'PUT /articles/bai-123';

/** The desk with the dialog of the comment's article. */
const openArticle = async (attributes = ''): Promise<DeskDriver> => {
  const desk = await DeskDriver.open(attributes);
  const isRead = (): boolean => desk.isLoaded && desk.find('article')!.checkVisibility();
  if (!isRead()) desk.find('.row-button')!.click();
  await until(isRead, 'the comment');
  desk.press('Cài đặt bài');
  await until(() => desk.find('#article-state'), 'the settings');
  return desk;
};

const choose = (desk: DeskDriver, selector: string, value: string): void => {
  desk.find<HTMLSelectElement>(selector)!.value = value;
};

const valueOf = (desk: DeskDriver, selector: string): string =>
  desk.find<HTMLInputElement>(selector)!.value;

const save = async (desk: DeskDriver): Promise<void> => {
  desk.press('Lưu cài đặt');
  await until(() => !desk.dialog, 'the end of the dialog');
};

describe('<reader-comments-desk>: the settings of an article (M-2, L-14)', () => {
  const world = usePlayedDesk();

  beforeEach(() => {
    world.service.comments = [deskComment(1)];
  });

  it('shows what is in force and who has said so, and takes the focus', async () => {
    const desk = await openArticle();
    await until(() => desk.focused === 'article-heading', 'the focus');
    const now = textOf(desk.find('.now'));
    expect(now).to.include('Đang nhận ý kiến, tự đóng lúc 12:00 8/12/2026');
    expect(now).to.include('Theo chuyên mục Thể thao: đăng ngay');
    expect(textOf(desk.find('#closes-at-hint'))).to.include('GMT+7');
    expect(textOf(desk.find('#article-state option'))).to.equal('Lệ thường: tự đóng sau 14 ngày');
    expect(valueOf(desk, '#section')).to.equal('Thể thao');
  });

  for (const [what, inForce, words] of [
    ['closed by its time', { state: 'closed' }, 'Đã ngừng nhận ý kiến từ 12:00 8/12/2026'],
    ['closed', { state: 'closed', closesAt: null }, 'Đã ngừng nhận ý kiến'],
    ['paused', { state: 'readonly', closesAt: null }, 'Tạm dừng nhận ý kiến'],
    ['hidden', { state: 'hidden', closesAt: null }, 'Đang ẩn toàn bộ ý kiến'],
    ['open for good', { state: 'open', closesAt: null }, 'Đang nhận ý kiến'],
    [
      'closed by the site',
      { state: 'closed', closesAt: null, mode: 'closed', modeFrom: 'site' },
      'Theo toàn trang: không nhận ý kiến',
    ],
    [
      'taken by its own mode',
      { mode: 'pre', modeFrom: 'article' },
      'Theo cài đặt của bài: duyệt trước khi đăng',
    ],
    [
      'taken by the setting',
      { mode: 'trusted', modeFrom: 'setting' },
      'Theo hệ thống: đăng ngay người gửi quen',
    ],
  ] as const) {
    it(`has words for an article that is ${what}`, async () => {
      const { articles } = world.service;
      articles.article = {
        ...articles.article,
        inForce: { ...articles.article.inForce, ...inForce },
      };
      const desk = await openArticle();
      expect(textOf(desk.find('.now'))).to.include(words);
    });
  }

  it('sends what was changed and nothing else, and says that it is saved', async () => {
    const desk = await openArticle();
    choose(desk, '#mode-mode', 'pre');
    await save(desk);
    expect(world.service.bodies(put)).to.deep.equal([{ mode: 'pre', version: 4 }]);
    await desk.untilSaid('Đã lưu.');
  });

  it('sends nothing where nothing was changed', async () => {
    const desk = await openArticle();
    await save(desk);
    expect(world.service.bodies(put)).to.deep.equal([]);
  });

  it('sends the closing time of the paper’s time zone, wherever the editor is', async () => {
    const desk = await openArticle('time-zone="America/New_York"');
    await desk.fill('#closes-at', '2026-07-01T17:30');
    choose(desk, '#article-state', 'open');
    await save(desk);
    expect(world.service.bodies(put)).to.deep.equal([
      { state: 'open', closesAt: '2026-07-01T21:30:00.000Z', version: 4 },
    ]);
  });

  it('keeps a closing time that was left alone out of it, so that opening again opens', async () => {
    const { articles } = world.service;
    articles.article = { ...articles.article, closesAt: '2026-11-01T10:00:07.000Z' };
    const desk = await openArticle();
    expect(valueOf(desk, '#closes-at')).to.equal('2026-11-01T17:00');
    choose(desk, '#article-state', 'open');
    await save(desk);
    expect(world.service.bodies(put)).to.deep.equal([{ state: 'open', version: 4 }]);
  });

  it('takes a closing time, a mode and a section away', async () => {
    const { articles } = world.service;
    articles.article = { ...articles.article, closesAt: '2026-12-01T10:00:00.000Z', mode: 'pre' };
    const desk = await openArticle();
    await desk.fill('#closes-at', '');
    choose(desk, '#mode-mode', '');
    await desk.fill('#section', '  ');
    await save(desk);
    // As usual, not "never": nobody has said that the article is open for good.
    expect(world.service.bodies(put)).to.deep.equal([
      { state: null, closesAt: null, mode: null, section: null, version: 4 },
    ]);
  });

  it('sends no closing time that is not one, and says so at its field', async () => {
    const desk = await openArticle();
    await desk.fill('#closes-at', '9999-12-31T10:00');
    desk.press('Lưu cài đặt');
    await until(() => desk.find('#closes-at-error'), 'the words');
    const field = desk.find('#closes-at')!;
    expect(field.getAttribute('aria-describedby')).to.include('closes-at-error');
    expect(field.ariaInvalid).to.equal('true');
    expect(desk.focused).to.equal('closes-at');
    expect(world.service.bodies(put)).to.deep.equal([]);
    await desk.fill('#closes-at', '2026-12-31T10:00');
    await save(desk);
    expect(world.service.bodies(put)).to.deep.equal([
      { state: null, closesAt: '2026-12-31T03:00:00.000Z', version: 4 },
    ]);
  });

  it('tells the second editor who was faster, and shows what is set now (M-4)', async () => {
    const desk = await openArticle();
    const { articles } = world.service;
    choose(desk, '#mode-mode', 'pre');
    articles.article = { ...articles.article, version: 5, mode: 'closed' };
    desk.press('Lưu cài đặt');
    await until(() => desk.find('dialog .error'), 'the words');
    expect(textOf(desk.find('dialog [role=alert]'))).to.equal(
      'Lê Văn Cường vừa đổi cài đặt bài này. Bạn xem lại rồi lưu.',
    );
    expect(valueOf(desk, '#mode-mode')).to.equal('closed');
    await until(() => desk.focused === 'article-heading', 'the focus');
    choose(desk, '#mode-mode', 'post');
    await save(desk);
    expect(world.service.bodies(put).at(-1)).to.deep.equal({ mode: 'post', version: 5 });
  });

  it('says in the dialog that it was not saved, and keeps what was chosen', async () => {
    const desk = await openArticle();
    choose(desk, '#mode-mode', 'pre');
    world.service.answer(put, 'unreachable');
    desk.press('Lưu cài đặt');
    await until(() => desk.find('dialog .error'), 'the words');
    expect(textOf(desk.find('dialog .error'))).to.equal('Mất kết nối với máy chủ. Bạn thử lại.');
    expect(valueOf(desk, '#mode-mode')).to.equal('pre');
    world.service.unanswer(put);
    await save(desk);
    expect(world.service.bodies(put)).to.have.lengthOf(2);
  });

  it('gives the focus back where the dialog is left', async () => {
    const desk = await openArticle();
    desk.press('Thôi', desk.dialog!);
    await until(() => textOf(desk.root.activeElement) === 'Cài đặt bài', 'the button');
    expect(world.service.bodies(put)).to.deep.equal([]);
  });

  it('shows titles, sections and ids as text (S23)', async () => {
    const { articles } = world.service;
    const hostile = '<img src=x onerror=alert(1)>';
    articles.article = { ...articles.article, title: hostile, section: hostile };
    articles.modes = { ...articles.modes, sections: [{ name: hostile, mode: null }] };
    const desk = await openArticle();
    expect(desk.find('dialog img')).to.equal(null);
    expect(textOf(desk.find('dialog'))).to.include(hostile);
    expect(valueOf(desk, '#section')).to.equal(hostile);
  });

  for (const role of ['viewer', 'moderator'] as const) {
    it(`is not offered to who is ${role} (M-13)`, async () => {
      world.service.role = role;
      const desk = await DeskDriver.open();
      expect([...desk.root.querySelectorAll('button')].map(textOf)).not.to.include('Cài đặt bài');
    });
  }
});

describe('<reader-comments-desk>: the modes of site and sections (M-2)', () => {
  const world = usePlayedDesk();
  const putModes = 'PUT /modes';

  beforeEach(() => {
    world.service.comments = [deskComment(1)];
  });

  const openModes = async (): Promise<DeskDriver> => {
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    desk.press('Chế độ duyệt');
    await until(() => desk.find('#site-mode'), 'the modes');
    return desk;
  };

  it('shows each section with its mode, and what the system says where none is set', async () => {
    const desk = await openModes();
    await until(() => desk.focused === 'modes-heading', 'the focus');
    const none = desk.find<HTMLSelectElement>('#site-mode')!.selectedOptions[0];
    expect(textOf(none)).to.equal('Theo hệ thống: duyệt trước khi đăng');
    const labels = [...desk.dialog!.querySelectorAll('label')].map(textOf);
    expect(labels.slice(0, 3)).to.deep.equal(['Toàn trang', 'Giải trí', 'Thể thao']);
    expect(valueOf(desk, '#section-0-mode')).to.equal('');
    expect(valueOf(desk, '#section-1-mode')).to.equal('post');
  });

  it('sends what was changed: the site, sections, and a new one', async () => {
    const desk = await openModes();
    choose(desk, '#site-mode', 'trusted');
    choose(desk, '#section-1-mode', '');
    await desk.fill('#new-section', ' Pháp luật ');
    choose(desk, '#new-mode', 'closed');
    await save(desk);
    expect(world.service.bodies(putModes)).to.deep.equal([
      {
        site: 'trusted',
        sections: [
          { name: 'Thể thao', mode: null },
          { name: 'Pháp luật', mode: 'closed' },
        ],
        version: 'first',
      },
    ]);
    await desk.untilSaid('Đã lưu.');
  });

  it('sends nothing where nothing was changed', async () => {
    const desk = await openModes();
    await save(desk);
    expect(world.service.bodies(putModes)).to.deep.equal([]);
  });

  it('tells the second admin, and shows what is set now (M-4)', async () => {
    const desk = await openModes();
    const { articles } = world.service;
    articles.modes = { ...articles.modes, version: 'other', site: 'post' };
    choose(desk, '#site-mode', 'closed');
    desk.press('Lưu cài đặt');
    await until(() => desk.find('dialog .error'), 'the words');
    expect(textOf(desk.find('dialog .error'))).to.include('vừa được người khác đổi');
    expect(valueOf(desk, '#site-mode')).to.equal('post');
  });

  it('is offered to admins alone (M-13)', async () => {
    world.service.role = 'editor';
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    expect(desk.hasButton('Các phiên đăng nhập')).to.equal(true);
    expect(desk.hasButton('Chế độ duyệt')).to.equal(false);
  });
});
