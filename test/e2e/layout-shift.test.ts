import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { formOn, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

const latencyMs = 300;

/** Every request takes its time, as on a phone far away. */
const slowDown = async (page: Page): Promise<void> => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
};

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.set(window, 'shifts', []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) (Reflect.get(window, 'shifts') as number[]).push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => Reflect.get(window, 'shifts') as number[]);

describe('nothing on the page moves by itself (design: CLS 0)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  for (const width of [320, 1280]) {
    for (const start of ['from the top', 'with the form in view before its script runs']) {
      it(`at ${width} px, ${start}, from load to a send with errors`, async (t) => {
        const { page } = await world.open(t, {
          viewport: { width, height: 800 },
          path: start === 'from the top' ? '/' : '/#gui-y-kien',
          prepare: async (opened) => {
            await watchShifts(opened);
            await slowDown(opened);
            if (start !== 'from the top') {
              await opened.addInitScript(() => {
                document.addEventListener('readystatechange', () => {
                  document.querySelector('reader-comment-form')?.scrollIntoView();
                });
              });
            }
          },
        });
        const form = formOn(page);
        await form.submit.waitFor();
        await form.name.click();
        await page.keyboard.type('An');
        await form.picture.waitFor();
        await form.email.click();
        await page.keyboard.type('an@gmai.com');
        await form.content.click();
        await page.keyboard.type('Hay');
        await form.code.click();
        await page.keyboard.type('000000');
        await form.submit.click();
        await waitForFocus(page, 'summary');
        await form.links.first().waitFor();
        assert.deepEqual(await shiftsOf(page), []);
      });
    }
  }

  for (const width of [320, 1280]) {
    it(`at ${width} px, when a long unfinished comment comes back into a form in view`, async (t) => {
      const { page } = await world.open(t, { viewport: { width, height: 800 } });
      const form = formOn(page);
      await form.fill({ content: 'Một dòng dài vừa đủ để xuống hàng.\n'.repeat(20).trim() });
      await watchShifts(page);
      await slowDown(page);
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          document.querySelector('reader-comment-form')?.scrollIntoView();
        });
      });
      await page.reload();
      await form.note.waitFor();
      await form.picture.waitFor();
      assert.match(await form.content.inputValue(), /\n/);
      assert.deepEqual(await shiftsOf(page), []);
    });
  }

  for (const width of [320, 360, 390, 480, 640, 768, 1024, 1280, 1440]) {
    it(`at ${width} px the place kept for the form is never less than it takes, and at most two lines more`, async (t) => {
      const { page } = await world.open(t, {
        viewport: { width, height: 800 },
        prepare: (opened) => opened.route('**/reader-comments.js', (route) => route.abort()),
      });
      const height = (): Promise<number> =>
        page.locator('reader-comment-form').evaluate((node) => node.getBoundingClientRect().height);
      const kept = await height();
      await page.unroute('**/reader-comments.js');
      await page.reload();
      await formOn(page).submit.waitFor();
      const taken = await height();
      assert.ok(kept >= taken, `kept ${kept} px, taken ${taken} px`);
      assert.ok(kept - taken <= 56, `kept ${kept} px, taken ${taken} px`);
    });
  }
});
