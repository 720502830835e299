import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { deskText } from '../support/desk-hand.ts';
import { demoArticle, openWholePageDesk, type WholePageDesk } from '../support/whole-page-desk.ts';

const numbersOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.numbers dd').allInnerTexts();

const openNumbers = async (page: Page): Promise<void> => {
  await page.locator('.account summary').click();
  await page.getByRole('button', { name: deskText('stats.heading') }).click();
  await page.locator('.numbers').waitFor();
};

describe('the newsroom’s numbers, through the real service (M-12)', () => {
  let desk: WholePageDesk;
  before(async () => {
    desk = await openWholePageDesk();
  });
  after(() => desk.close());

  it('an editor decides, sees it in the numbers of today, and takes them along as a file', async (t) => {
    await desk.write('Đường này ngập từ hôm qua.');
    await desk.write('Cần sửa cống trước mùa mưa.');
    const { page, complaints } = await desk.openAsEditor(t, 'Lê Thị Hoa', 'editor');
    await page.locator('.row-button').first().click();
    await page.locator('article', { hasText: 'ngập từ hôm qua' }).waitFor();
    await page
      .locator('article .actions')
      .getByRole('button', { name: deskText('act.publish'), exact: true })
      .click();
    await page.locator('article', { hasText: 'sửa cống' }).waitFor();
    await openNumbers(page);
    // Received, published, rejected, spam, removed, pending, edited.
    const numbers = (await numbersOf(page)).map((text) => Number.parseInt(text, 10));
    assert.deepEqual(numbers, [2, 1, 0, 0, 0, 1, 0]);
    const row = page.getByRole('row', { name: 'Lê Thị Hoa' });
    assert.equal(await row.getByRole('cell').first().innerText(), '1');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: deskText('stats.csv.articles') }).click(),
    ]);
    assert.match(file.suggestedFilename(), /^articles-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(
      text,
      new RegExp(`^\uFEFF.*\r\n[^\r\n]*${demoArticle},[^\r\n]*,2,1,0,0,0,1,0,0,\\d+,\\d+\r\n$`),
    );
    assert.deepEqual(complaints, []);
  });

  it('fit a phone: tables move sideways in their own frame, the dialog does not', async (t) => {
    const phone = { viewport: { width: 320, height: 700 } };
    const { page } = await desk.openAsEditor(t, 'Trần Văn Lâm', 'editor', phone);
    await openNumbers(page);
    const [dialog, table] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('reader-comments-desk')!;
      return ['dialog', '.table[aria-labelledby=stats-editors]'].map((selector) => {
        const node = shadowRoot!.querySelector(selector)!;
        return node.scrollWidth - node.clientWidth;
      });
    });
    assert.equal(dialog, 0);
    assert.ok(table! > 0);
  });
});
