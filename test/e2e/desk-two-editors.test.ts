import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { deskText } from '../support/desk-hand.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import {
  announcementAt,
  openWholePageDesk,
  readRows,
  type WholePageDesk,
} from '../support/whole-page-desk.ts';

describe('two editors at the same comment at once (M-4)', () => {
  let desk: WholePageDesk;
  let hoa: Page;
  let ba: Page;
  const complaints: (readonly string[])[] = [];
  // Both stay at the desk for all tests.
  const atTheEnd: (() => unknown)[] = [];
  before(async () => {
    desk = await openWholePageDesk();
    const all: Pick<TestContext, 'after'> = {
      after: (run) => void atTheEnd.push(run as () => unknown),
    };
    const [one, other] = [
      await desk.openAsEditor(all, 'Lê Thị Hoa'),
      await desk.openAsEditor(all, 'Trần Văn Ba'),
    ];
    [hoa, ba] = [one.page, other.page];
    complaints.push(one.complaints, other.complaints);
  });
  after(async () => {
    for (const run of atTheEnd) {
      // oxlint-disable-next-line no-await-in-loop -- few
      await run();
    }
    await desk.close();
  });

  let written = 0;
  /** A reader writes, and both editors have the comment before them. */
  async function openForBoth(): Promise<{ readonly id: string; readonly content: string }> {
    written += 1;
    const content = `Ý kiến thứ ${written} mà hai người cùng đọc.`;
    const id = await desk.write(content);
    for (const page of [hoa, ba]) {
      /* oxlint-disable no-await-in-loop -- one after the other */
      await page.reload();
      await page.getByRole('button', { name: new RegExp(content) }).click();
      await page.getByRole('article').getByText(content).waitFor();
      await page.getByRole('heading', { name: deskText('history.label') }).waitFor();
      /* oxlint-enable no-await-in-loop */
    }
    return { id, content };
  }

  const press = (page: Page, key: Parameters<typeof deskText>[0]): Promise<void> =>
    page
      .getByRole('article')
      .getByRole('button', { name: deskText(key), exact: true })
      .click();
  const kept = (id: string) =>
    readRows(desk.databaseFile, 'select id, status, edited_content from comments').find(
      (row) => row['id'] === id,
    );
  const historyOf = (id: string) =>
    desk
      .audit()
      .filter(({ comment }) => comment === id)
      .map(({ action, who }) => `${who}: ${action}`);
  const untilTold = (page: Page, text: string): Promise<void> =>
    waitForEqual(() => announcementAt(page), text);

  it('the second decision is not done, and its editor is told whose was first', async () => {
    const { id } = await openForBoth();
    await press(hoa, 'act.publish');
    await untilTold(hoa, 'Đã chuyển 1 ý kiến sang “Đã đăng”. Không còn ý kiến nào chờ xử lý.');
    await press(ba, 'act.spam');
    const told = 'Ý kiến này vừa được Lê Thị Hoa xử lý: Đã đăng.';
    await untilTold(ba, told);
    assert.equal(await ba.locator('.conflict').innerText(), told);
    // What can be done now is offered; nothing of before.
    assert.equal(
      await ba.getByRole('article').getByRole('button', { name: 'Gỡ xuống' }).count(),
      1,
    );
    assert.equal(
      await ba
        .getByRole('article')
        .getByRole('button', { name: deskText('act.spam') })
        .count(),
      0,
    );
    assert.equal(kept(id)?.['status'], 'published');
    assert.deepEqual(historyOf(id), ['Lê Thị Hoa: publish']);
  });

  it('of two decisions that are sent in the same moment, one is done', async () => {
    const { id } = await openForBoth();
    await Promise.all([press(hoa, 'act.publish'), press(ba, 'act.spam')]);
    const told = async (page: Page): Promise<boolean> =>
      /vừa được|Đã chuyển/.test(await announcementAt(page));
    await waitForEqual(async () => [await told(hoa), await told(ba)], [true, true]);
    const [first, ...others] = historyOf(id);
    assert.ok(first === 'Lê Thị Hoa: publish' || first === 'Trần Văn Ba: spam', first);
    assert.deepEqual(others, []);
    const isHoas = first.startsWith('Lê');
    assert.equal(kept(id)?.['status'], isHoas ? 'published' : 'spam');
    await untilTold(
      isHoas ? ba : hoa,
      isHoas
        ? 'Ý kiến này vừa được Lê Thị Hoa xử lý: Đã đăng.'
        : 'Ý kiến này vừa được Trần Văn Ba xử lý: Thư rác.',
    );
  });

  it('an edit comes too late for what was decided: nothing is overwritten, and nothing that was written is lost', async () => {
    const { id, content } = await openForBoth();
    await press(ba, 'act.edit');
    const field = ba.getByRole('textbox', { name: deskText('edit.edited') });
    await field.fill(`${content} Sửa bởi Ba.`);
    await press(hoa, 'act.publish');
    await waitForEqual(() => kept(id)?.['status'], 'published');
    await press(ba, 'edit.save');
    await untilTold(ba, 'Ý kiến này vừa được Lê Thị Hoa xử lý: Đã đăng.');
    assert.equal(await field.inputValue(), `${content} Sửa bởi Ba.`);
    assert.equal(kept(id)?.['edited_content'], null);
    assert.deepEqual(historyOf(id), ['Lê Thị Hoa: publish']);
    // Who knows now what the other has done can still go on.
    await press(ba, 'edit.save');
    await untilTold(ba, deskText('act.saved'));
    assert.deepEqual(kept(id), {
      id,
      status: 'published',
      edited_content: `${content} Sửa bởi Ba.`,
    });
    assert.deepEqual(historyOf(id), ['Lê Thị Hoa: publish', 'Trần Văn Ba: edit']);
  });

  it('a decision comes too late for what was edited: nobody publishes a text unread', async () => {
    const { id, content } = await openForBoth();
    await press(hoa, 'act.edit');
    await hoa
      .getByRole('textbox', { name: deskText('edit.edited') })
      .fill(`${content} Sửa bởi Hoa.`);
    await press(hoa, 'edit.save');
    await untilTold(hoa, deskText('act.saved'));
    await press(ba, 'act.publish');
    await untilTold(ba, 'Ý kiến này vừa được Lê Thị Hoa xử lý: Chờ duyệt.');
    await ba.getByRole('article').getByText('Sửa bởi Hoa.').first().waitFor();
    assert.equal(kept(id)?.['status'], 'pending');
    assert.deepEqual(historyOf(id), ['Lê Thị Hoa: edit']);
  });

  it('of two edits the first stays, and the second is kept in its field', async () => {
    const { id, content } = await openForBoth();
    for (const page of [hoa, ba]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await press(page, 'act.edit');
    }
    const field = (page: Page) => page.getByRole('textbox', { name: deskText('edit.edited') });
    await field(hoa).fill(`${content} Bản của Hoa.`);
    await field(ba).fill(`${content} Bản của Ba.`);
    await press(hoa, 'edit.save');
    await untilTold(hoa, deskText('act.saved'));
    await press(ba, 'edit.save');
    await untilTold(ba, 'Ý kiến này vừa được Lê Thị Hoa xử lý: Chờ duyệt.');
    assert.equal(await field(ba).inputValue(), `${content} Bản của Ba.`);
    assert.equal(kept(id)?.['edited_content'], `${content} Bản của Hoa.`);
    // Conflicts are the service's answers, which the browser notes as it does all refusals.
    const others = complaints.flat().filter((one) => !/status of 40[19]/.test(one));
    assert.deepEqual(others, []);
  });
});
