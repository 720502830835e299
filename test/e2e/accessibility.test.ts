import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';
import { type FormOnPage, focusOf, formOn, waitForFocus } from '../support/whole-page-form.ts';
import {
  openWholePageWorld,
  type PageOptions,
  type WholePageWorld,
} from '../support/whole-page-world.ts';

/** Brings the form into a state. */
type State = (page: Page, form: FormOnPage) => Promise<unknown>;

describe('the form is accessible (A-16, WCAG 2.2 AA by axe, with target-size)', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const lastCode = (): string => world.site.codes.at(-1) ?? '';
  const send: State = async (page, form) => {
    await form.fill();
    await form.code.fill(lastCode());
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
  };
  const errors: State = async (page, form) => {
    await form.submit.click();
    await waitForFocus(page, 'summary');
    await form.picture.waitFor();
  };
  const hold: State = (page) => page.route('**/comments', () => {});

  const states: Readonly<Record<string, State>> = {
    empty: async (_page, form) => form.submit.waitFor(),
    filled: async (_page, form) => form.fill({ email: 'an@gmai.com' }),
    errors,
    sending: async (page, form) => {
      await hold(page, form);
      await form.fill();
      await form.code.fill('000000');
      await form.submit.click();
      await form.host.locator('[aria-disabled]').waitFor();
    },
    failed: async (page, form) => {
      await page.route('**/comments', (route) => route.abort());
      await form.fill();
      await form.code.fill('000000');
      await form.submit.click();
      await form.retry.waitFor();
    },
    'wrong code': async (page, form) => {
      await form.fill();
      await form.code.fill('000000');
      await form.submit.click();
      await waitForFocus(page, 'summary');
    },
    sent: send,
    'draft restored': async (page, form) => {
      await form.fill();
      await page.reload();
      await form.note.waitFor();
    },
    English: async (page, form) => {
      await form.host.evaluate((element) => element.setAttribute('lang', 'en'));
      await form.submit.filter({ hasText: 'Send comment' }).waitFor();
      await errors(page, form);
    },
  };

  const all = Object.keys(states);
  const looks: readonly (readonly [string, readonly string[], PageOptions])[] = [
    ['on a light page', all, {}],
    ['on a dark page', all, { colorScheme: 'dark' }],
    ['in forced colours', ['empty', 'errors', 'sent'], { forcedColors: 'active' }],
    ['at 320 px', ['empty', 'errors', 'failed'], { viewport: { width: 320, height: 800 } }],
  ];

  for (const [look, shown, options] of looks) {
    it(`${look}: ${shown.join(', ')}`, async (t) => {
      for (const state of shown) {
        const reach = states[state] ?? assert.fail(state);
        // bypassCSP: axe is put into the page as text, which the page's policy rightly refuses.
        // oxlint-disable-next-line no-await-in-loop
        const { page } = await world.open(t, { ...options, bypassCSP: true });
        // oxlint-disable-next-line no-await-in-loop
        await reach(page, formOn(page));
        // oxlint-disable-next-line no-await-in-loop
        assert.deepEqual(await findViolations(t, page, 'reader-comment-form'), [], state);
        // oxlint-disable-next-line no-await-in-loop
        await page.context().close();
      }
    });
  }

  it('at 320 px without scrolling sideways, with more space between words and letters too (1.4.10, 1.4.12)', async (t) => {
    const { page } = await world.open(t, { viewport: { width: 320, height: 800 } });
    const form = formOn(page);
    await errors(page, form);
    await form.host.evaluate((element) => {
      Object.assign(element.style, {
        lineHeight: '1.5',
        letterSpacing: '0.12em',
        wordSpacing: '0.16em',
      });
    });
    const cut = await page.evaluate(() => {
      const root = document.querySelector('reader-comment-form')?.shadowRoot;
      const nodes = [...(root?.querySelectorAll('[part]') ?? [])];
      return nodes
        .filter((node) => !(node instanceof HTMLTextAreaElement))
        .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
        .map((node) => node.getAttribute('part'));
    });
    assert.deepEqual(cut, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('has its focus order in the order one sees (2.4.3)', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.name.focus();
    await form.picture.waitFor();
    await form.listen.waitFor();
    const order = ['name'];
    for (let count = 0; count < 7; count++) {
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Tab');
      // oxlint-disable-next-line no-await-in-loop
      order.push(await focusOf(page));
    }
    assert.deepEqual(order, [
      ...['name', 'address', 'email', 'content'],
      ...['refresh-button', 'listen-button', 'code', 'submit-button'],
    ]);
  });

  it('is not covered by a sticky header where the focus goes (2.4.11, A-3)', async (t) => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await page.evaluate(() => {
      const header = document.createElement('div');
      Object.assign(header.style, { position: 'fixed', inset: '0 0 auto', height: '120px' });
      header.id = 'sticky';
      document.body.append(header);
      document
        .querySelector<HTMLElement>('reader-comment-form')
        ?.style.setProperty('--reader-comments-scroll-margin', '120px');
    });
    await form.submit.click();
    await waitForFocus(page, 'summary');
    const box = await form.summary.boundingBox();
    assert.ok(box && box.y >= 120, `the summary begins at ${box?.y} px`);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await form.links.first().evaluate((link: HTMLElement) => link.click());
    await waitForFocus(page, 'name');
    const name = await form.name.boundingBox();
    assert.ok(name && name.y >= 120, `the name begins at ${name?.y} px`);
  });
});
