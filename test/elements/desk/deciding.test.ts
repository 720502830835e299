import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { until } from '../support/form-driver.ts';
import { deskComment, deskId, PlayedEvents } from '../support/played-desk.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => deskComment(index + 1));

describe('<reader-comments-desk>: deciding', () => {
  const world = usePlayedDesk();

  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('shows the queues with their counts, and the first comment in full (M-3)', async () => {
    world.service.comments = [
      ...numbered(2),
      deskComment(3, { signals: [{ code: 'link', severity: 'hold', offsets: [] }] }),
      deskComment(4, { status: 'published', reports: 2 }),
    ];
    const desk = await DeskDriver.open();
    expect(desk.rows).to.deep.equal(['Bạn đọc 1', 'Bạn đọc 2']);
    expect(desk.shown).to.equal('Bạn đọc 1');
    expect(
      ['new', 'suspect', 'reported', 'published'].map((queue) => desk.count(queue)),
    ).to.deep.equal(['2', '1', '1', '1']);
    desk.press('Cần xem kỹ 1');
    await until(() => desk.rows[0] === 'Bạn đọc 3', 'the other queue');
  });

  it('publishes and goes on to the next, with the focus and the result told (M-10)', async () => {
    world.service.comments = numbered(3);
    const desk = await DeskDriver.open();
    desk.act('Đăng');
    await desk.untilShown('Bạn đọc 2');
    expect(desk.rows).to.deep.equal(['Bạn đọc 2', 'Bạn đọc 3']);
    await desk.untilSaid('Đã chuyển 1 ý kiến sang “Đã đăng”.');
    expect(desk.focused).to.equal('comment-heading');
    expect(world.service.bodies(`POST /comments/${deskId(1)}/decision`)).to.deep.equal([
      { version: 1, decision: 'publish' },
    ]);
    expect(desk.count('new')).to.equal('2');
  });

  it('says so when nothing is left, and keeps the focus in the page', async () => {
    world.service.comments = numbered(1);
    const desk = await DeskDriver.open();
    desk.act('Đánh dấu thư rác');
    await desk.untilSaid('Đã chuyển 1 ý kiến sang “Thư rác”. Không còn ý kiến nào chờ xử lý.');
    expect(desk.focused).to.equal('list-heading');
  });

  it('works through 30 comments by keys alone, loading more as they go (A-20, M-10)', async () => {
    world.service.comments = numbered(30);
    const desk = await DeskDriver.open();
    await desk.useKeys();
    for (let n = 1; n <= 30; n += 1) {
      await desk.untilShown(`Bạn đọc ${n}`);
      // The page must have taken a decision before it is given the next.
      // oxlint-disable-next-line no-await-in-loop
      await sendKeys({ press: n % 3 === 0 ? 's' : 'a' });
    }
    await until(() => world.service.counts.new === 0, 'the end');
    expect(world.service.counts).to.include({ published: 20, spam: 10 });
  });

  it('goes through the list by j and k, and says where it ends', async () => {
    world.service.comments = numbered(2);
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: 'j' });
    await desk.untilShown('Bạn đọc 2');
    await sendKeys({ press: 'j' });
    await desk.untilSaid('Đó là ý kiến cuối trong danh sách.');
    await sendKeys({ press: 'k' });
    await desk.untilShown('Bạn đọc 1');
  });

  it('asks for a reason, shows what the reader is told, and needs one (M-6)', async () => {
    world.service.comments = numbered(2);
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: 'r' });
    const dialog = await desk.untilDialog();
    desk.press('Không đăng', dialog);
    await until(() => desk.find('#reason-error'), 'the complaint');
    await until(() => desk.root.activeElement?.matches('[type=radio]'), 'the focus');
    dialog.querySelectorAll<HTMLInputElement>('[type=radio]')[5]!.click();
    await until(() => dialog.textContent.includes('chưa đăng được vì: lộ thông tin'), 'the text');
    await desk.fill('#reject-note', 'Có số nhà.');
    desk.press('Không đăng', dialog);
    await desk.untilShown('Bạn đọc 2');
    expect(world.service.bodies(`POST /comments/${deskId(1)}/decision`)).to.deep.equal([
      { version: 1, decision: 'reject', reason: 'privacy', note: 'Có số nhà.' },
    ]);
  });

  it('closes the dialog by Escape without a trace, and gives the focus back', async () => {
    world.service.comments = numbered(2);
    const desk = await DeskDriver.open();
    desk.act('Không đăng');
    await desk.untilDialog();
    await sendKeys({ press: 'Escape' });
    await until(() => !desk.find('dialog'), 'the end of the dialog');
    await until(
      () => desk.root.activeElement === desk.button('Không đăng', desk.find('article')!),
      'the focus',
    );
    expect(world.service.counts.new).to.equal(2);
  });

  it('takes back the last decision by u, and shows the comment where it was (M-9)', async () => {
    world.service.comments = numbered(3);
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: 'a' });
    await desk.untilShown('Bạn đọc 2');
    expect(desk.find('#undo-button')).to.not.equal(null);
    expect(desk.focused).to.equal('comment-heading');
    await sendKeys({ press: 'u' });
    await desk.untilShown('Bạn đọc 1');
    expect(desk.rows).to.deep.equal(['Bạn đọc 1', 'Bạn đọc 2', 'Bạn đọc 3']);
    await desk.untilSaid('Đã hoàn tác.');
    expect(desk.count('new')).to.equal('3');
    expect(desk.find('#undo-button')).to.equal(null);
  });

  it('says so when it is too late to take back', async () => {
    world.service.comments = numbered(2);
    world.service.answer('POST /undo', 410, { code: 'undo-gone' });
    const desk = await DeskDriver.open();
    desk.act('Đăng');
    await desk.untilShown('Bạn đọc 2');
    desk.press('Hoàn tác');
    await desk.untilSaid('Đã quá lúc hoàn tác.');
  });

  it('tells the second editor who did what, and shows the comment as it is (M-4)', async () => {
    world.service.comments = numbered(2);
    const desk = await DeskDriver.open();
    world.service.change(deskId(1), { status: 'published' });
    desk.act('Đánh dấu thư rác');
    await desk.untilSaid('Ý kiến này vừa được Lê Văn Cường xử lý: Đã đăng.');
    expect(desk.find('.conflict')!.textContent).to.contain('Lê Văn Cường');
    expect(desk.shown).to.equal('Bạn đọc 1');
    expect(desk.actions).to.include('Gỡ xuống');
    expect(desk.actions).to.not.include('Đánh dấu thư rác');
  });

  it('offers what has come since, and leaves the list as it is under the hand', async () => {
    world.service.comments = numbered(2);
    const desk = await DeskDriver.open();
    world.service.comments = numbered(4);
    PlayedEvents.tell(world.service.counts);
    await until(() => desk.hasButton('Có 2 ý kiến mới'), 'the offer');
    expect(desk.count('new')).to.equal('4');
    expect(desk.rows).to.have.lengthOf(2);
    desk.press('Có 2 ý kiến mới');
    await until(() => desk.rows.length === 4, 'the new ones');
    expect(desk.shown).to.equal('Bạn đọc 1');
  });

  it('asks for the counts where the stream breaks', async () => {
    world.service.comments = numbered(1);
    const desk = await DeskDriver.open();
    world.service.comments = numbered(3);
    PlayedEvents.fail();
    await until(() => desk.count('new') === '3', 'the counts');
  });

  it('decides about many after a look, and takes that back (M-9)', async () => {
    world.service.comments = numbered(25);
    const desk = await DeskDriver.open();
    desk.find('.selection input')!.click();
    await until(() => desk.hasButton('Chọn cả 25 ý kiến trong hàng'), 'the offer of all');
    desk.press('Chọn cả 25 ý kiến trong hàng');
    await until(() => desk.find('.selection')!.textContent.includes('Đã chọn cả hàng'), 'all');
    desk.press('Đăng', desk.find('.bulk')!);
    const dialog = await desk.untilDialog();
    await until(() => dialog.textContent.includes('Áp dụng cho 25 ý kiến?'), 'the look');
    expect(dialog.querySelectorAll('.sample li')).to.have.lengthOf(5);
    expect(world.service.counts.published).to.equal(0);
    desk.press('Đăng', dialog);
    await desk.untilSaid('Đã chuyển 25 ý kiến sang “Đã đăng”.');
    const ids = Array.from({ length: 25 }, (_, index) => deskId(index + 1));
    expect(world.service.bodies('POST /bulk')).to.deep.equal([
      { selection: { queue: 'new' }, decision: 'publish', preview: true },
      { selection: { ids, queue: 'new' }, decision: 'publish' },
    ]);
    desk.press('Hoàn tác');
    await until(() => world.service.counts.new === 25, 'the way back');
  });

  it('names to the service the comments that were chosen one by one', async () => {
    world.service.comments = numbered(3);
    const desk = await DeskDriver.open();
    desk.root.querySelectorAll<HTMLInputElement>('.row-check input')[1]!.click();
    await until(() => desk.find('.bulk'), 'the bar');
    desk.press('Không đăng', desk.find('.bulk')!);
    const dialog = await desk.untilDialog();
    await until(() => dialog.querySelector('[type=radio]'), 'the reasons');
    dialog.querySelector<HTMLInputElement>('[type=radio]')!.click();
    desk.press('Không đăng', dialog);
    await until(() => world.service.counts.rejected === 1, 'the decision');
    expect(world.service.bodies('POST /bulk').at(-1)).to.deep.equal({
      selection: { ids: [deskId(2)], queue: 'new' },
      decision: 'reject',
      reason: 'offensive',
    });
  });

  it('decides on those that were shown and counted: neither on what came since nor on what is decided meanwhile (M-4)', async () => {
    world.service.comments = numbered(25);
    const desk = await DeskDriver.open();
    desk.find('.selection input')!.click();
    await until(() => desk.hasButton('Chọn cả 25 ý kiến trong hàng'), 'the offer of all');
    desk.press('Chọn cả 25 ý kiến trong hàng');
    desk.press('Đăng', desk.find('.bulk')!);
    const dialog = await desk.untilDialog();
    await until(() => dialog.textContent.includes('Áp dụng cho 25 ý kiến?'), 'the look');
    world.service.comments = [...world.service.comments, deskComment(26)];
    world.service.change(deskId(3), { status: 'rejected' });
    desk.press('Đăng', dialog);
    await until(() => world.service.counts.published === 24, 'the decision');
    expect(world.service.counts).to.deep.include({ new: 1, rejected: 1 });
  });

  it('offers all that a sign narrows the queue to, and all that a search finds', async () => {
    world.service.comments = numbered(25).map((one) => ({
      ...one,
      signals: [{ code: 'capitals', severity: 'note' as const, offsets: [] }],
    }));
    const desk = await DeskDriver.open();
    const flag = desk.find<HTMLSelectElement>('[name=flag]')!;
    flag.value = 'capitals';
    flag.dispatchEvent(new Event('change'));
    await desk.untilSaid('Đã tải 20 ý kiến.');
    const chooseAll = async (): Promise<object> => {
      desk.find('.selection input')!.click();
      await until(() => desk.hasButton('Chọn tất cả ý kiến tìm được'), 'the offer of all');
      desk.press('Chọn tất cả ý kiến tìm được');
      await until(() => desk.find('.bulk'), 'the bar');
      desk.press('Không đăng', desk.find('.bulk')!);
      const dialog = await desk.untilDialog();
      await until(() => dialog.textContent.includes('Áp dụng cho 25 ý kiến?'), 'the look');
      desk.press('Thôi', dialog);
      return world.service.bodies('POST /bulk').at(-1) as object;
    };
    expect(await chooseAll()).to.deep.include({ selection: { queue: 'new', flag: 'capitals' } });
    await desk.fill('[type=search]', 'Ý kiến');
    await sendKeys({ press: 'Enter' });
    await desk.untilSaid('Đã tải 20 ý kiến.');
    expect(await chooseAll()).to.deep.include({ selection: { query: 'Ý kiến' } });
  });

  it('finds comments by words, and goes back to the queue (T-18)', async () => {
    world.service.comments = [...numbered(2), deskComment(3, { content: 'Hòa bình.' })];
    const desk = await DeskDriver.open();
    await desk.useKeys();
    await sendKeys({ press: '/' });
    expect(desk.focused).to.equal('search');
    await sendKeys({ type: 'hòa bình' });
    await sendKeys({ press: 'Enter' });
    await until(() => desk.rows.join() === 'Bạn đọc 3', 'what was found');
    desk.press('Bỏ tìm');
    await until(() => desk.rows.length === 3, 'the queue');
  });

  it('shows one article alone on demand', async () => {
    world.service.comments = [deskComment(1), deskComment(2, { article: { id: 'bai-9' } })];
    const desk = await DeskDriver.open();
    desk.press('Chỉ bài này');
    await until(() => desk.rows.join() === 'Bạn đọc 1', 'the article');
    desk.press('Bỏ lọc theo bài');
    await until(() => desk.rows.length === 2, 'all');
  });

  it('says what went wrong, and lets it be done again', async () => {
    world.service.comments = numbered(2);
    const request = `POST /comments/${deskId(1)}/decision`;
    world.service.answer(request, 'unreachable');
    const desk = await DeskDriver.open();
    desk.act('Đăng');
    await desk.untilSaid('Mất kết nối với máy chủ. Bạn thử lại.');
    expect(desk.shown).to.equal('Bạn đọc 1');
    world.service.unanswer(request);
    desk.act('Đăng');
    await desk.untilShown('Bạn đọc 2');
  });
});
