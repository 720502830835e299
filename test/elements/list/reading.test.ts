import { expect } from '@open-wc/testing';

import { textOf, until } from '../support/form-driver.ts';
import { ListDriver } from '../support/list-driver.ts';
import { comment, comments, idOf, page, usePlayedComments } from '../support/played-comments.ts';

describe('<reader-comment-list>: what readers read (N-6)', () => {
  const service = usePlayedComments();

  it('counts the comments in its heading, and lists them as a list', async () => {
    service.answerList(page(comments(1, 2), { count: 1200 }));
    const list = await ListDriver.open('heading-level="3"');
    const heading = list.part('heading')!;
    expect(textOf(heading)).to.equal('Ý kiến bạn đọc (1.200)');
    expect(heading.ariaLevel).to.equal('3');
    expect(list.part('list')!.getAttribute('role')).to.equal('list');
    expect(list.comment(1)!.ariaLabel).to.equal('Ý kiến của Bạn đọc 1');
  });

  it('shows a place only where there is one, and "Bạn đọc" for a comment without a name', async () => {
    service.answerList(page([comment(1, { address: 'Buôn Ma Thuột' }), comment(2, { name: '' })]));
    const list = await ListDriver.open();
    expect(list.texts('address')).to.deep.equal(['Buôn Ma Thuột']);
    expect(list.texts('name')).to.deep.equal(['Bạn đọc 1', 'Bạn đọc']);
  });

  it("gives times in Vietnam's time zone, or in the page's, and to machines (C-7)", async () => {
    service.answerList(page([comment(1, { publishedAt: '2025-11-24T20:30:00.000Z' })]));
    const list = await ListDriver.open();
    const time = list.part<HTMLTimeElement>('time')!;
    expect(textOf(time)).to.contain('03:30').and.to.contain('25/11/2025');
    expect(time.dateTime).to.equal('2025-11-24T20:30:00.000Z');
    expect(list.part('time-link')!.ariaLabel).to.equal(`Đăng lúc ${textOf(time)}`);
    list.element.timeZone = 'Europe/Paris';
    await list.element.updateComplete;
    expect(textOf(time)).to.contain('21:30');
    list.element.timeZone = 'Nowhere/At_All';
    await list.element.updateComplete;
    expect(textOf(time)).to.contain('03:30');
  });

  it('says "Vừa xong" in the first minute', async () => {
    service.answerList(page([comment(1, { publishedAt: new Date().toISOString() })]));
    expect((await ListDriver.open()).texts('time')).to.deep.equal(['Vừa xong']);
  });

  it("writes times out where a reader's clock is wrong", async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    service.answerList(page([comment(1, { publishedAt: later })]));
    expect((await ListDriver.open()).texts('time')[0]).to.match(/\d/);
  });

  it('keeps paragraphs and lines, and leaves addresses text (T-21)', async () => {
    service.answerList(page([comment(1, { content: 'Một\nhai https://example.com\n\nBa' })]));
    const list = await ListDriver.open();
    const content = list.part('content')!;
    expect([...content.querySelectorAll('p')].map((p) => p.textContent)).to.deep.equal([
      'Một\nhai https://example.com',
      'Ba',
    ]);
    expect(getComputedStyle(content).whiteSpace).to.contain('pre-line');
    expect(content.querySelector('a')).to.equal(null);
    expect(content.querySelector('p')!.dir).to.equal('auto');
  });

  it('marks what the newsroom has done, under the name the site gives it', async () => {
    const all = { edited: true, pinned: true, pick: true, staff: true };
    service.answerList(page([comment(1, all), comment(2)]));
    const list = await ListDriver.open('newsroom="Ban Biên tập"');
    expect(list.texts('badge')).to.deep.equal([
      'Ban Biên tập',
      'Ghim',
      'Ý kiến được Ban Biên tập chọn',
      'Ban Biên tập đã biên tập',
    ]);
  });

  it('shows what the site calls a reader it knows, as text (N-12)', async () => {
    const verified = '<b>Bạn đọc thuê bao</b>';
    service.answerList(page([comment(1, { verified }), comment(2)]));
    const list = await ListDriver.open();
    expect(list.texts('badge')).to.deep.equal([verified]);
    expect(list.texts('verified-badge')).to.deep.equal([verified]);
  });

  it('says in place of a comment that it is gone, and keeps the answers to it', async () => {
    const replies = { items: [comment(3)], count: 1, next: null };
    const gone = { name: '', content: '' };
    service.answerList(
      page([
        comment(1, { ...gone, gone: 'removed', replies }),
        comment(2, { ...gone, gone: 'erased' }),
      ]),
    );
    const list = await ListDriver.open();
    expect(list.texts('gone')).to.deep.equal([
      'Ý kiến này đã được gỡ.',
      'Ý kiến đã được xóa theo đề nghị của người gửi.',
    ]);
    expect(list.comment(1)!.querySelector('button')).to.equal(null);
    expect(list.comment(3)).not.to.equal(null);
  });

  it('folds a long comment, and opens it in its place', async () => {
    service.answerList(page([comment(1, { content: 'Một câu dài. '.repeat(120) }), comment(2)]));
    const list = await ListDriver.open();
    const folded = (): number => list.part('content')!.parentElement!.offsetHeight;
    const before = folded();
    const button = list.button('Xem đầy đủ', 1);
    expect(button.ariaExpanded).to.equal('false');
    list.press('Xem đầy đủ', 1);
    await list.element.updateComplete;
    expect(textOf(button)).to.equal('Thu gọn');
    expect(button.ariaExpanded).to.equal('true');
    expect(folded()).to.be.above(before);
    expect(list.hasButton('Xem đầy đủ', 2)).to.equal(false);
  });

  it('loads what follows, goes to the first of it and says how many (A-14)', async () => {
    service.answerList(page(comments(1, 20), { next: 'c2', count: 25 }));
    // One of them has moved down since.
    service.answer('GET ?article=bai-123&sort=newest&after=c2', [
      200,
      page([comment(20), ...comments(21, 5)]),
    ]);
    const list = await ListDriver.open();
    list.press('Xem thêm ý kiến');
    await list.untilSaid('Đã tải thêm 5 ý kiến. Đã hết ý kiến.');
    expect(list.texts('comment')).to.have.lengthOf(25);
    expect(list.focused).to.equal(`comment-${idOf(21)}`);
    expect(list.hasButton('Xem thêm ý kiến')).to.equal(false);
  });

  it('offers to try again where what follows does not come, and keeps what is there', async () => {
    service.answerList(page(comments(1, 20), { next: 'c2' }));
    service.answer('GET ?article=bai-123&sort=newest&after=c2', 'unreachable', [
      200,
      page(comments(21, 1)),
    ]);
    const list = await ListDriver.open();
    list.press('Xem thêm ý kiến');
    await list.untilSaid('Chưa tải được ý kiến.');
    expect(list.texts('failed')).to.deep.equal(['Chưa tải được ý kiến.']);
    expect(list.texts('comment')).to.have.lengthOf(20);
    list.press('Thử lại');
    await until(() => list.comment(21), 'the rest');
  });

  it('shows the first answers, and loads the rest behind them', async () => {
    const replies = { items: [comment(11), comment(12)], count: 5, next: 'r3' };
    service.answerList(page([comment(1, { replies })]));
    service.answer(`GET /${idOf(1)}/replies?after=r3`, [
      200,
      { items: comments(13, 3), count: 5, next: null },
    ]);
    const list = await ListDriver.open();
    expect(list.part('replies')!.querySelectorAll('article')).to.have.lengthOf(2);
    list.press('Xem 3 trả lời');
    await list.untilSaid('Đã tải thêm 3 ý kiến.');
    expect(list.part('replies')!.querySelectorAll('article')).to.have.lengthOf(5);
    expect(list.focused).to.equal(`comment-${idOf(13)}`);
    expect(list.texts('replies-button')).to.deep.equal([]);
  });

  it('sorts by what is chosen, says so, and leaves the focus where it is (A-14)', async () => {
    service.answerList(page(comments(1, 3)));
    service.answerList(page(comments(7, 3)), 'liked');
    const list = await ListDriver.open();
    list.sort('liked');
    await list.untilSaid('Đã sắp xếp: Nhiều lượt thích.');
    expect(list.texts('name')).to.deep.equal(['Bạn đọc 7', 'Bạn đọc 8', 'Bạn đọc 9']);
    expect(list.root.activeElement).to.equal(list.part('sort-select'));
  });

  it('begins in the order of the page', async () => {
    service.answerList(page(comments(1, 1)), 'oldest');
    const list = await ListDriver.open('sort="oldest"');
    expect(list.part<HTMLSelectElement>('sort-select')!.value).to.equal('oldest');
  });

  it('speaks English on an English page, with singular and plural (C-8)', async () => {
    const replies = { items: [comment(2)], count: 2, next: 'r' };
    service.answerList(page([comment(1, { likes: 1, replies })]));
    const list = await ListDriver.open('lang="en"');
    await until(() => list.hasButton('Show 1 reply'), 'the English words');
    expect(list.texts('heading')).to.deep.equal(['Readers’ comments (1)']);
    expect(list.part('frame')!.lang).to.equal('en');
  });

  it("takes the page's own words (C-2)", async () => {
    service.answerList(page(comments(1, 1)));
    const list = await ListDriver.open(`messages='{"list.heading": "Bạn đọc viết ({n})"}'`);
    expect(list.texts('heading')).to.deep.equal(['Bạn đọc viết (1)']);
  });
});
