import { expect } from '@open-wc/testing';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment } from '../support/played-desk.ts';
import { deskWord } from '../support/played-words.ts';

const post = 'POST /words';

/** The desk with the dialog of the newsroom's words. */
const openWords = async (attributes = ''): Promise<DeskDriver> => {
  const desk = await DeskDriver.open(attributes);
  desk.find('.account summary')!.click();
  desk.press('Danh sách từ');
  await until(() => desk.find('.word-list'), 'the words');
  return desk;
};

const listed = (desk: DeskDriver): string[] =>
  [...desk.root.querySelectorAll('.word-list bdi')].map(textOf);

const choose = (desk: DeskDriver, selector: string, value: string): void => {
  const select = desk.find<HTMLSelectElement>(selector)!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

const noteOf = (desk: DeskDriver): string => textOf(desk.find('dialog [role=status]'));
const problemOf = (desk: DeskDriver): string => textOf(desk.find('dialog [role=alert]'));

const save = (desk: DeskDriver): void => desk.press('Lưu danh sách');

describe('<reader-comments-desk>: the newsroom’s words (T-13, L-14)', () => {
  const world = usePlayedDesk();

  beforeEach(() => {
    world.service.comments = [deskComment(1)];
  });

  it('shows the lists, who added what, and takes the focus', async () => {
    const desk = await openWords();
    await until(() => desk.focused === 'words-heading', 'the focus');
    expect(listed(desk)).to.deep.equal(['cho vay lãi', 'lon', 'tổ chim', 'ung thư']);
    const first = textOf(desk.find('.word-list li'));
    expect(first).to.include('Từ cấm').and.include('Lê Văn Cường');
    expect(textOf(desk.find('.word-list li:nth-child(2)'))).to.include('chỉ tính khi viết có dấu');
    expect(textOf(desk.find('dialog .hint'))).to.include('120 từ cấm, 500 từ cần xem');
    expect(textOf(desk.find('.recheck'))).to.include('đã xem 12.000 ý kiến đã đăng, báo lại 3');
  });

  it('sends what was typed, a line for each entry, and shows it in the list', async () => {
    const desk = await openWords();
    await desk.fill('#new-words', ' vay nhanh \n\n# của anh Ba\n=dit\nVay  nhanh\n');
    choose(desk, '#new-words-list', 'suspect');
    save(desk);
    await until(() => noteOf(desk) === 'Đã lưu.', 'the note');
    const add = [
      { list: 'suspect', text: 'vay nhanh', isEveryday: false },
      { list: 'suspect', text: 'dit', isEveryday: true },
    ];
    expect(world.service.bodies(post)).to.deep.equal([{ version: 7, add, remove: [] }]);
    expect(listed(desk)).to.include('vay nhanh');
    expect(desk.find<HTMLTextAreaElement>('#new-words')!.value).to.equal('');
    expect(desk.dialog, 'the dialog stays').to.exist;
  });

  it('takes out what was marked, once it is saved, and keeps what was unmarked again', async () => {
    const desk = await openWords();
    const button = (label: string): HTMLButtonElement =>
      desk.find<HTMLButtonElement>(`.word-list [aria-label="${label}"]`)!;
    button('Bỏ “lon”').click();
    button('Bỏ “tổ chim”').click();
    await until(() => button('Giữ lại “lon”'), 'the marks');
    expect(world.service.bodies(post)).to.deep.equal([]);
    button('Giữ lại “lon”').click();
    await desk.element.updateComplete;
    save(desk);
    await until(() => noteOf(desk) === 'Đã lưu.', 'the note');
    expect(world.service.bodies(post)).to.deep.equal([
      { version: 7, add: [], remove: ['tổ chim'] },
    ]);
    expect(listed(desk)).to.deep.equal(['cho vay lãi', 'lon', 'ung thư']);
  });

  it('sends nothing where nothing was changed, and says so', async () => {
    const desk = await openWords();
    save(desk);
    await until(() => noteOf(desk) === 'Bạn chưa thay đổi gì.', 'the note');
    expect(world.service.bodies(post)).to.deep.equal([]);
  });

  it('narrows the list down by list and letters, whatever their accents', async () => {
    const desk = await openWords();
    await desk.fill('#word-filter', 'TO ch');
    expect(listed(desk)).to.deep.equal(['tổ chim']);
    await desk.fill('#word-filter', '');
    choose(desk, '#word-filter-list', 'ban');
    await desk.element.updateComplete;
    expect(listed(desk)).to.deep.equal(['cho vay lãi', 'lon']);
    await desk.fill('#word-filter', 'chim');
    expect(textOf(desk.dialog)).to.include('Không có từ nào khớp.');
  });

  it('shows the first of thousands, and how many more there are', async () => {
    const { words } = world.service;
    const entries = Array.from({ length: 3000 }, (_, index) => deskWord(`từ ${index}`));
    words.words = { ...words.words, entries };
    const desk = await openWords();
    expect(listed(desk)).to.have.lengthOf(100);
    expect(textOf(desk.dialog)).to.include('Còn 2.900 từ nữa.');
  });

  it('tries the words on a text, with what is not saved, and marks what was found', async () => {
    world.service.words.hits = [
      { list: 'ban', entry: 'vay nhanh', form: 'exact', severity: 'junk', start: 4, end: 13 },
    ];
    const desk = await openWords();
    await desk.fill('#new-words', 'vay nhanh');
    await desk.fill('#word-sample', 'Cần vay nhanh <b>không</b>?');
    desk.press('Thử');
    await until(() => desk.find('.word-hits'), 'what was found');
    expect(world.service.bodies('POST /words/test')).to.deep.equal([
      {
        text: 'Cần vay nhanh <b>không</b>?',
        add: [{ list: 'ban', text: 'vay nhanh', isEveryday: false }],
        remove: [],
      },
    ]);
    expect(textOf(desk.find('dialog mark'))).to.equal('vay nhanh');
    expect(textOf(desk.find('.word-hits'))).to.equal(
      '“vay nhanh” (từ cấm, viết đúng): chờ duyệt, nhiều khả năng không đăng',
    );
    expect(noteOf(desk)).to.equal('Tìm thấy 1 chỗ.');
    expect(desk.find('dialog b')).to.equal(null);
  });

  it('asks for a text to try where none was typed, and says where nothing is found', async () => {
    const desk = await openWords();
    desk.press('Thử');
    await until(() => desk.focused === 'word-sample', 'the focus');
    expect(textOf(desk.find('#word-sample-hint'))).to.equal('Bạn chưa nhập ý kiến để thử');
    await desk.fill('#word-sample', 'Một ý kiến.');
    desk.press('Thử');
    await until(() => noteOf(desk) === 'Không có từ nào trong danh sách.', 'the note');
  });

  for (const [what, typed, answer, words] of [
    [
      'entries that are too short',
      'x',
      [422, { code: 'invalid-fields', words: ['x'] }],
      'Quá ngắn để tìm, cần ít nhất hai chữ cái: x',
    ],
    ['too many', 'a b', [422, { code: 'too-many' }], 'Mỗi lần thêm được 1.000 từ'],
    ['no answer', 'a b', ['unreachable'], 'Mất kết nối với máy chủ.'],
  ] as const) {
    it(`says what is wrong with ${what}, and keeps what was typed`, async () => {
      world.service.answer(post, ...(answer as [number, unknown]));
      const desk = await openWords();
      await desk.fill('#new-words', typed);
      save(desk);
      await until(() => problemOf(desk).includes(words), `“${words}”`);
      expect(desk.find<HTMLTextAreaElement>('#new-words')!.value).to.equal(typed);
    });
  }

  it('says which entries are too long without asking the service', async () => {
    const desk = await openWords();
    await desk.fill('#new-words', 'a'.repeat(201));
    save(desk);
    await until(() => problemOf(desk).includes('Dài quá 200 ký tự'), 'the problem');
    expect(world.service.bodies(post)).to.deep.equal([]);
  });

  it('shows what another editor has set, keeps what was typed, and saves it then (M-4)', async () => {
    const desk = await openWords();
    await desk.fill('#new-words', 'vay nhanh');
    const { words } = world.service;
    words.words = { ...words.words, version: 8, entries: [deskWord('của người khác')] };
    save(desk);
    await until(() => problemOf(desk).includes('vừa được người khác đổi'), 'the conflict');
    expect(listed(desk)).to.deep.equal(['của người khác']);
    save(desk);
    await until(() => noteOf(desk) === 'Đã lưu.', 'the note');
    expect(listed(desk)).to.deep.equal(['của người khác', 'vay nhanh']);
  });

  it('keeps what was typed when it is closed and opened again', async () => {
    const desk = await openWords();
    await desk.fill('#new-words', 'vay nhanh');
    desk.press('Đóng', desk.dialog!);
    await until(() => !desk.dialog, 'the end of the dialog');
    desk.press('Danh sách từ');
    await until(() => desk.find('#new-words'), 'the words');
    expect(desk.find<HTMLTextAreaElement>('#new-words')!.value).to.equal('vay nhanh');
  });

  it('follows the look through the published comments until it is done', async () => {
    const { words } = world.service;
    const running = { ...words.words.recheck!, endedAt: null, checked: 400, found: 0 };
    words.words = { ...words.words, recheck: running };
    const desk = await openWords();
    expect(textOf(desk.find('.recheck'))).to.equal(
      'Đang rà ý kiến đã đăng: đã xem 400, báo lại 0.',
    );
    const done = { ...running, endedAt: '2026-11-28T02:01:00.000Z', checked: 800, found: 2 };
    words.words = { ...words.words, recheck: done };
    await until(() => textOf(desk.find('.recheck')).startsWith('Rà xong'), 'the end');
  });

  it('lets an editor read and try, not change; who only reads does not see it (M-13)', async () => {
    world.service.role = 'editor';
    const desk = await openWords();
    expect(desk.find('#new-words')).to.equal(null);
    expect(desk.find('.word-list button')).to.equal(null);
    expect(desk.hasButton('Lưu danh sách')).to.equal(false);
    expect(desk.hasButton('Thử')).to.equal(true);
    world.service.role = 'viewer';
    const viewer = await DeskDriver.open();
    viewer.find('.account summary')!.click();
    expect(viewer.hasButton('Danh sách từ')).to.equal(false);
  });

  it('speaks English where the desk does', async () => {
    const desk = await DeskDriver.open('lang="en"');
    await until(() => desk.hasButton('Shortcuts'), 'the English words');
    desk.find('.account summary')!.click();
    desk.press('Word lists');
    await until(() => desk.find('.word-list'), 'the words');
    expect(textOf(desk.find('.word-list li'))).to.include('Banned words');
    expect(textOf(desk.find('.recheck'))).to.include('12,000 published comments read, 3 reported');
  });
});
