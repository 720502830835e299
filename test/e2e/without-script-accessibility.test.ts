import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

const path = '/comments/page?article=bai-khong-script';

const fill = async (page: Page, code: string): Promise<void> => {
  await page.fill('[name=name]', 'Nguyễn Thị Bình');
  await page.fill('[name=email]', 'binh@example.vn');
  await page.fill('[name=content]', 'Bến vắng từ ngày có cầu.');
  await page.fill('[name="challenge.answer"]', code);
};

const press = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
};

describe('the page without script, for everybody', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const lastCode = (): string => world.site.codes.at(-1) ?? '';

  for (const width of [320, 1280]) {
    it(`is accessible and fits at ${width} px: empty, with errors, heard, sent (A-16, A-19)`, async (t) => {
      const { page } = await world.open(t, {
        path,
        bypassCSP: true,
        viewport: { width, height: 800 },
      });
      const look = async (state: string): Promise<void> => {
        assert.deepEqual(await findViolations(t, page, 'html'), [], state);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, state);
      };
      await look('empty');
      await press(page, '[part=submit-button]');
      await look('with errors');
      await press(page, '[name=code-kind][value=speech]');
      await look('heard');
      await fill(page, lastCode());
      await press(page, '[part=submit-button]');
      await look('sent');
    });
  }
});
