import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { deskText } from '../support/desk-hand.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import { demoArticle, openWholePageDesk, type WholePageDesk } from '../support/whole-page-desk.ts';

describe('the newsroom’s words, through the real service (T-13, L-14)', () => {
  let desk: WholePageDesk;
  before(async () => {
    desk = await openWholePageDesk();
  });
  after(() => desk.close());

  it('an editor bans a word: published comments with it are reported, new ones wait, readers lose nothing', async (t) => {
    await desk.write('Ai thấy tổ chim xanh thì gọi.');
    const { page, complaints } = await desk.openAsEditor(t, 'Lê Thị Hoa', 'admin');
    await page.locator('.row-button').first().click();
    await page.locator('article', { hasText: 'tổ chim xanh' }).waitFor();
    await page
      .locator('article .actions')
      .getByRole('button', { name: deskText('act.publish'), exact: true })
      .click();
    await waitForEqual(() => desk.site.comments().map(({ status }) => status), ['published']);

    await page.locator('.account summary').click();
    await page.getByRole('button', { name: deskText('words.heading') }).click();
    const dialog = page.getByRole('dialog', { name: deskText('words.heading') });
    await dialog.getByLabel(deskText('words.new')).fill('tổ chim xanh\n=lồn');
    await dialog.getByLabel(deskText('words.test')).fill('Có TỔ chim xanh, hai lon bia');
    await dialog.getByRole('button', { name: deskText('words.test.send'), exact: true }).click();
    await dialog.locator('mark', { hasText: 'TỔ chim xanh' }).waitFor();
    assert.equal(await dialog.locator('mark').count(), 1);
    await dialog.getByRole('button', { name: deskText('words.save') }).click();
    await dialog.getByText(deskText('act.saved')).waitFor();
    await dialog.getByText(/Rà xong .* đã xem 1 ý kiến đã đăng, báo lại 1\./).waitFor();
    await dialog.getByRole('button', { name: deskText('desk.close'), exact: true }).click();

    await page.locator('.queue.reported').click();
    const comment = page.locator('article', { hasText: deskText('report.word-list') });
    await comment.locator('mark.junk', { hasText: 'tổ chim xanh' }).waitFor();
    const list = async (): Promise<string> =>
      (await fetch(`${desk.site.url}/comments?article=${demoArticle}`)).text();
    assert.match(await list(), /Ai thấy tổ chim xanh/);

    await desk.write('Lại tổ chim xanh đây.', { email: 'binh@example.vn' });
    await page.locator('.queue.suspect').click();
    await page.locator('article mark.junk', { hasText: 'tổ chim xanh' }).waitFor();
    assert.doesNotMatch(await list(), /Lại tổ chim xanh/);
    assert.deepEqual(
      desk
        .audit()
        .map(({ action, note }) => [action, note])
        .slice(-3),
      [
        ['words', 'ban: + tổ chim xanh'],
        ['words', 'ban: + =lồn'],
        ['recheck', 'checked: 1; reported: 1'],
      ],
    );
    assert.deepEqual(complaints, []);
  });
});
