import { expect } from '@open-wc/testing';

import { toCsv } from '../../../src/desk/stats/csv.ts';
import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { textOf, until } from '../support/form-driver.ts';
import { deskComment } from '../support/played-desk.ts';

/** The desk with the dialog of numbers. */
const openStats = async (attributes = '', name = 'Số liệu'): Promise<DeskDriver> => {
  const desk = await DeskDriver.open(attributes);
  desk.find('.account summary')!.click();
  desk.press(name);
  await until(() => desk.find('.numbers'), 'the numbers');
  return desk;
};

const choose = async (desk: DeskDriver, from: string, to: string): Promise<void> => {
  for (const [name, value] of [
    ['from', from],
    ['to', to],
  ]) {
    const field = desk.find<HTMLInputElement>(`#stats-${name}`)!;
    field.value = value!;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  desk.press('Xem');
  await desk.element.updateComplete;
};

const problemOf = (desk: DeskDriver): string => textOf(desk.find('dialog [role=alert]'));
const shownOf = (desk: DeskDriver): string => textOf(desk.find('dialog [role=status]'));

const cells = (row: Element | null | undefined): string[] =>
  [...(row?.querySelectorAll('th, td') ?? [])].map(textOf);

const rowsOf = (desk: DeskDriver, heading: string): string[][] =>
  [...desk.root.querySelectorAll(`table[aria-labelledby=${heading}] tr`)].map(cells);

describe('<reader-comments-desk>: the newsroom’s numbers (M-12)', () => {
  const world = usePlayedDesk();

  const asked = (): URLSearchParams[] =>
    world.service.asked.filter(({ request }) => request === 'GET /stats').map(({ query }) => query);

  beforeEach(() => {
    world.service.comments = [deskComment(1)];
  });

  it('are there for editors and above', async () => {
    world.service.role = 'moderator';
    const desk = await DeskDriver.open();
    desk.find('.account summary')!.click();
    await desk.element.updateComplete;
    expect(desk.hasButton('Số liệu')).to.equal(false);
  });

  it('show the last seven days at first, today among them, by the clock of the newsroom', async () => {
    const desk = await openStats();
    await until(() => desk.focused === 'stats-heading', 'the focus');
    const [query] = asked();
    const [from, to] = [query!.get('from')!, query!.get('to')!].map((at) => Date.parse(at));
    expect(to! - from!).to.equal(7 * 24 * 60 * 60 * 1000);
    expect(new Date(from!).toISOString()).to.match(/T17:00:00\.000Z$/);
    expect(to!).to.be.greaterThan(Date.now());
    expect(shownOf(desk)).to.match(/^Số liệu từ .+ đến hết .+ \(GMT\+7\)\.$/);
  });

  it('tell what came, how it stands, how long it waited, and why some was refused', async () => {
    const desk = await openStats();
    const numbers = [...desk.root.querySelectorAll('.numbers > div')].map(textOf);
    expect(numbers[0]).to.match(/^Nhận được\s*12\.345$/);
    expect(numbers.join(' ')).to.match(/Đã biên tập\s*550\s*5% số đã đăng/);
    expect(textOf(desk.find('#stats-total ~ p:last-child'))).to.include(
      'Thời gian chờ xử lý: 50% không quá 9 phút, 90% không quá 2 giờ.',
    );
    expect(rowsOf(desk, 'stats-reasons')).to.deep.equal([
      ['Lý do', 'Số ý kiến'],
      ['Không liên quan bài viết', '600'],
      ['Không dấu, khó đọc', '290'],
      ['Không ghi lý do', '10'],
    ]);
  });

  it('have a table of editors and one of articles, twenty of them, whose rows and columns are named', async () => {
    const desk = await openStats();
    const [heads, hoa] = rowsOf(desk, 'stats-editors');
    expect(heads?.slice(0, 3)).to.deep.equal(['Biên tập viên', 'Đăng', 'Không đăng']);
    expect(hoa?.slice(0, 3)).to.deep.equal(['Lê Thị Hoa', '7.000', '500']);
    expect(hoa?.slice(-2)).to.deep.equal(['8 phút', '1 giờ']);
    const articles = rowsOf(desk, 'stats-articles');
    expect(articles).to.have.length(21);
    expect(articles[1]?.[0]).to.match(/^Bến đò Vàm Thuận/);
    expect(articles[2]?.[0]).to.equal('bai-1');
    expect(textOf(desk.find('#stats-articles ~ .hint'))).to.equal(
      'Còn 5 bài nữa, có trong tệp CSV.',
    );
    for (const region of desk.root.querySelectorAll('.table')) {
      expect(region.getAttribute('role')).to.equal('region');
      expect(region.getAttribute('tabindex')).to.equal('0');
    }
  });

  it('are those of other days once these are chosen', async () => {
    const desk = await openStats();
    await choose(desk, '2026-10-01', '2026-10-31');
    await until(() => asked().length === 2 && desk.find('.numbers'), 'the numbers of October');
    expect(asked()[1]!.get('from')).to.equal('2026-09-30T17:00:00.000Z');
    expect(asked()[1]!.get('to')).to.equal('2026-10-31T17:00:00.000Z');
    expect(shownOf(desk)).to.equal('Số liệu từ 1/10/2026 đến hết 31/10/2026 (GMT+7).');
  });

  it('say so where nothing came', async () => {
    const desk = await openStats();
    await choose(desk, '2020-10-01', '2020-10-02');
    await until(() => desk.dialog!.textContent.includes('Không có ý kiến nào'), 'the words');
    expect(desk.find('dialog table')).to.equal(null);
  });

  for (const [what, from, to, words, field] of [
    ['no first day', '', '2026-10-02', 'Bạn chưa chọn đủ hai ngày', 'stats-from'],
    ['no last day', '2026-10-02', '', 'Bạn chưa chọn đủ hai ngày', 'stats-to'],
    [
      'the end before the beginning',
      '2026-10-02',
      '2026-10-01',
      'Ngày cuối phải từ ngày đầu trở đi',
      'stats-to',
    ],
    [
      'too many days',
      '2026-01-01',
      '2026-04-03',
      'Mỗi lần xem được nhiều nhất 92 ngày',
      'stats-to',
    ],
  ] as const) {
    it(`are not asked for with ${what}: the field is named and has the focus`, async () => {
      const desk = await openStats();
      await choose(desk, from, to);
      await until(() => problemOf(desk) === words, 'the problem');
      await until(() => desk.focused === field, 'the focus');
      expect(desk.find(`#${field}`)!.getAttribute('aria-invalid')).to.equal('true');
      expect(asked()).to.have.length(1);
    });
  }

  it('say what went wrong, and are there when it is tried again', async () => {
    const desk = await openStats();
    world.service.answer('GET /stats', 'unreachable');
    await choose(desk, '2026-10-01', '2026-10-02');
    await until(() => problemOf(desk) !== '', 'the problem');
    expect(desk.find('.numbers')).to.equal(null);
    world.service.unanswer('GET /stats');
    desk.press('Xem');
    await until(() => desk.find('.numbers'), 'the numbers');
    expect(problemOf(desk)).to.equal('');
  });

  it('can be had as files for spreadsheets, with all articles', async () => {
    const desk = await openStats();
    await choose(desk, '2026-10-01', '2026-10-31');
    await until(() => desk.hasButton('Tải tệp CSV theo bài'), 'the buttons');
    // Chosen and not shown: the file is of what is shown.
    const field = desk.find<HTMLInputElement>('#stats-from')!;
    field.value = '2026-09-01';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    const blobs: Blob[] = [];
    const saved: { name: string; blob: Blob }[] = [];
    const makeUrl = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!;
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return 'blob:played';
    };
    const save = (event: Event): void => {
      const link = event.target as HTMLAnchorElement;
      event.preventDefault();
      saved.push({ name: link.download, blob: blobs.at(-1)! });
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      this.addEventListener('click', save, { once: true });
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    };
    try {
      desk.press('Tải tệp CSV theo bài');
      desk.press('Tải tệp CSV theo biên tập viên');
    } finally {
      Object.defineProperty(URL, 'createObjectURL', makeUrl);
      // What stood there is inherited.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(saved.map(({ name }) => name)).to.deep.equal([
      'articles-2026-10-01-2026-10-31.csv',
      'editors-2026-10-01-2026-10-31.csv',
    ]);
    const [articles, editors] = await Promise.all(saved.map(({ blob }) => blob.text()));
    expect(articles!.trimEnd().split('\r\n')).to.have.length(26);
    expect(articles).to.include(
      '"Bến đò Vàm Thuận, “nhà” của hơn 200 hộ dân ven sông suốt ba mươi năm",ben-do,https://bao.vn/ben-do.html,500,',
    );
    expect(editors).to.include('Lê Thị Hoa,7000,500,300,5,1,12,400,9,480,5400\r\n');
  });

  it('are in English too', async () => {
    const desk = await openStats('lang="en"', 'Numbers');
    expect(rowsOf(desk, 'stats-reasons')[0]).to.deep.equal(['Reason', 'Comments']);
  });
});

describe('the file for spreadsheets', () => {
  it('is CSV in UTF-8 with its mark: cells with commas, quotes and line breaks are quoted (RFC 4180)', () => {
    expect(
      toCsv([
        ['Tên', 'Số'],
        ['a "b", c\nd', 3],
      ]),
    ).to.equal('\uFEFFTên,Số\r\n"a ""b"", c\nd",3\r\n');
  });

  it('holds no formula, whatever somebody is called', () => {
    for (const name of ['=1+1', '+1', '-1', '@x', '\t=1', '＝1']) {
      expect(toCsv([[name]])).to.equal(`\uFEFF'${name}\r\n`);
    }
    expect(toCsv([['=HYPERLINK("x")']])).to.equal(`\uFEFF"'=HYPERLINK(""x"")"\r\n`);
  });
});
