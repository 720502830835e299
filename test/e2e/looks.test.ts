import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';
import { formOn, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

const path = '/looks.html';
const looks = {
  'bao-kho-lon': 'a broadsheet’s',
  'bao-pho': 'a tabloid’s',
  'nen-toi': 'a dark one',
  'chu-lon': 'large print',
  'tap-chi-nganh': 'a ministry’s journal’s',
} as const;

const formOf = (look: string): string => `#${look} reader-comment-form`;

/** Parts of the form whose text does not fit into them. */
const findCutParts = (page: Page, selector: string): Promise<readonly (string | null)[]> =>
  page.locator(selector).evaluate((host) => {
    const nodes = [...(host.shadowRoot?.querySelectorAll('[part]') ?? [])];
    return nodes
      .filter((node) => !(node instanceof HTMLTextAreaElement))
      .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
      .map((node) => node.getAttribute('part'));
  });

describe('the demo’s looks, by properties and parts alone', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  for (const [look, name] of Object.entries(looks)) {
    const selector = formOf(look);

    it(`${name}: accessible, empty and with errors (A-16)`, async (t) => {
      const { page } = await world.open(t, { path, bypassCSP: true });
      const form = formOn(page, selector);
      await form.submit.waitFor();
      assert.deepEqual(await findViolations(t, page, `#${look}`), [], 'empty');
      await form.submit.click();
      await waitForFocus(page, 'summary');
      await form.picture.waitFor();
      assert.deepEqual(await findViolations(t, page, `#${look}`), [], 'with errors');
    });

    it(`${name}: nothing cut and no scrolling sideways at 320 px (A-19)`, async (t) => {
      const { page } = await world.open(t, { path, viewport: { width: 320, height: 800 } });
      const form = formOn(page, selector);
      const isWithin = async (state: string): Promise<void> => {
        assert.deepEqual(await findCutParts(page, selector), [], state);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, state);
      };
      await form.submit.waitFor();
      await isWithin('empty');
      await form.submit.click();
      await waitForFocus(page, 'summary');
      await isWithin('with errors');
      await form.fill();
      await form.code.fill(world.site.codes.at(-1) ?? '');
      await form.submit.click();
      await waitForFocus(page, 'sent-heading');
      await isWithin('sent');
    });
  }

  it('large print: no text below 20 px, no control below 44 px', async (t) => {
    const { page } = await world.open(t, { path });
    const form = formOn(page, formOf('chu-lon'));
    await form.email.fill('an@gmai.com');
    await form.email.press('Tab');
    await form.host.locator('[part=suggestion-button]').waitFor();
    await form.submit.click();
    await waitForFocus(page, 'summary');
    await form.picture.waitFor();
    const small = await form.host.evaluate((host) => {
      const nodes = [...(host.shadowRoot?.querySelectorAll('[part]') ?? [])];
      return nodes
        .filter(
          (node) =>
            Number.parseFloat(getComputedStyle(node).fontSize) < 20 ||
            (node.matches('button, input, textarea') && node.getBoundingClientRect().height < 44),
        )
        .map((node) => node.getAttribute('part'));
    });
    assert.deepEqual(small, []);
  });

  it('keep five articles apart on one page, without a word in the console', async (t) => {
    const { page, complaints } = await world.open(t, { path });
    const count = world.site.comments().length;
    for (const look of Object.keys(looks)) {
      const form = formOn(page, formOf(look));
      // oxlint-disable-next-line no-await-in-loop -- as a reader does, one after the other
      await form.fill();
      // oxlint-disable-next-line no-await-in-loop
      await form.code.fill(world.site.codes.at(-1) ?? '');
      // oxlint-disable-next-line no-await-in-loop
      await form.submit.click();
      // oxlint-disable-next-line no-await-in-loop
      await form.sentHeading.waitFor();
    }
    const articles = world.site
      .comments()
      .slice(count)
      .map(({ article }) => article);
    assert.deepEqual(articles, [
      'lop-hoc-lung-deo',
      'chu-meo-hem-42',
      'rap-huong-duong',
      'di-bo-buoi-sang',
      'ben-khach-ngang-song',
    ]);
    assert.deepEqual(complaints, []);
  });

  it('are found from the article, by a list of all pages', async (t) => {
    const { page, complaints } = await world.open(t);
    await page.getByText('Các trang mẫu khác').click();
    await page.waitForURL('**/trang-mau.html');
    const links = page.locator('.samples a');
    const paths = await links.evaluateAll((nodes) =>
      nodes.map((node) => node.getAttribute('href') ?? ''),
    );
    assert.deepEqual(paths, ['/', path, '/webforms.html', '/plain.html']);
    const answers = await Promise.all(paths.map((one) => fetch(world.site.url + one)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    assert.deepEqual(complaints, []);
  });
});
