import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { deskAccountMessagesVi as words } from '../../src/messages/desk-account.vi.ts';
import { testPassword } from '../support/desk-fixture.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import {
  comeIn,
  demoArticle,
  openWholePageDesk,
  type WholePageDesk,
} from '../support/whole-page-desk.ts';

describe('the newsroom’s desk, through the real service', () => {
  let desk: WholePageDesk;
  before(async () => {
    desk = await openWholePageDesk();
  });
  after(() => desk.close());

  it('lets an editor in by the one-time link, who works by keys alone; readers see what was published (M-10)', async (t) => {
    for (const number of ['nhất', 'hai', 'ba']) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await desk.write(`Ý kiến thứ ${number}.`);
    }
    const { page, complaints } = await desk.open(t);
    await comeIn(page, await desk.addEditor('Lê Thị Hoa', 'hoa@paper.test', 'editor'));
    assert.equal(new URL(page.url()).hash, '');
    await page.getByText('Ý kiến thứ nhất.').last().waitFor();
    await page.getByRole('switch').focus();
    await page.keyboard.press('Space');
    await page.locator('.row-button').first().focus();
    await page.keyboard.press('a');
    await page.locator('article', { hasText: 'Ý kiến thứ hai.' }).waitFor();
    await page.keyboard.press('s');
    await page.locator('article', { hasText: 'Ý kiến thứ ba.' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.row-button', { hasText: 'Nguyễn Văn An' }).nth(1).waitFor();
    const expected = [
      ['Ý kiến thứ nhất.', 'published'],
      ['Ý kiến thứ hai.', 'pending'],
      ['Ý kiến thứ ba.', 'pending'],
    ];
    // The page shows a decision before the service has answered.
    await waitForEqual(
      () => desk.site.comments().map(({ status, normalised }) => [normalised.content, status]),
      expected,
    );
    const list = await (await fetch(`${desk.site.url}/comments?article=${demoArticle}`)).text();
    assert.match(list, /Ý kiến thứ nhất/);
    assert.doesNotMatch(list, /Ý kiến thứ hai/);
    assert.deepEqual(complaints, []);
  });

  it('lets nobody in by a password alone (WCAG 3.3.8, S40)', async (t) => {
    const { page } = await desk.open(t);
    await page.goto(`${desk.deskUrl}/comments/desk/`);
    await page.locator('#email').fill('hoa@paper.test');
    await page.locator('#password').fill(testPassword);
    await page.getByRole('button', { name: words['signIn.send'], exact: true }).click();
    await page.locator('#code').fill('000000');
    await page.getByRole('button', { name: words['code.send'] }).click();
    await page.locator('#code-error').waitFor();
    const response = await page.request.get(`${desk.deskUrl}/comments/desk/api/queues`);
    assert.ok([401, 403].includes(response.status()));
  });
});
