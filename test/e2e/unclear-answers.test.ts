import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { PagesHandler } from '../../src/service/index.ts';
import {
  draftsOf,
  focusOf,
  type FormOnPage,
  formOn,
  typedTexts,
  waitForFocus,
  words,
} from '../support/whole-page-form.ts';
import {
  type OpenedPage,
  openWholePageWorld,
  type PageOptions,
  type WholePageWorld,
} from '../support/whole-page-world.ts';

/** Answers every post of a comment, and nothing else. */
const toPosts =
  (answer: () => Response): PagesHandler =>
  ({ method, url }) =>
    method === 'POST' && new URL(url).pathname === '/comments' ? answer() : undefined;

const json = (status: number, body: string): PagesHandler =>
  toPosts(() => new Response(body, { status, headers: { 'Content-Type': 'application/json' } }));

const problem = (status: number, code: string, more: object = {}): PagesHandler =>
  json(status, JSON.stringify({ type: 'about:blank', title: 'x', status, code, ...more }));

/** A head, and then nothing that could be read. */
const brokenOff: PagesHandler = toPosts(
  () =>
    new Response(
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{"id":'));
          setTimeout(() => controller.error(new Error('the line is cut')), 100);
        },
      }),
      { status: 202, headers: { 'Content-Type': 'application/json' } },
    ),
);

describe('an answer that leaves open what became of the comment', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  /** A small page with everything filled in. */
  const openFilled = async (
    t: TestContext,
    options?: PageOptions,
  ): Promise<OpenedPage & { readonly form: FormOnPage }> => {
    const opened = await world.open(t, { path: '/tests/classic.html', ...options });
    const form = formOn(opened.page);
    await form.fill();
    await form.code.fill(world.site.codes.at(-1) ?? '');
    return { ...opened, form };
  };

  /** The reader reads `text` and has lost nothing, the code included. */
  const assertFailed = async (page: Page, form: FormOnPage, text: string): Promise<void> => {
    await waitForFocus(page, 'summary');
    assert.equal(await form.summaryText.innerText(), text);
    assert.deepEqual(await form.texts(), typedTexts);
    assert.equal((await form.code.inputValue()).length, 6);
    assert.equal((await draftsOf(page)).length, 1);
  };

  const assertSentOnce = async (page: Page, before: number): Promise<void> => {
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().length, before + 1);
    assert.deepEqual(await draftsOf(page), []);
  };

  const unclear: Readonly<Record<string, PagesHandler>> = {
    'an empty body': json(202, ''),
    '`{}`': json(200, '{}'),
    '`null`': json(200, 'null'),
    'JSON of a login wall': json(200, '{"error":"login required"}'),
    'a body that breaks off on its way': brokenOff,
  };
  for (const [name, gateway] of Object.entries(unclear)) {
    it(`is not told as a success, nor as a failure: ${name}`, async (t) => {
      const before = world.site.comments().length;
      const { page, form } = await openFilled(t);
      world.site.gateway = gateway;
      await form.submit.click();
      await assertFailed(page, form, words['server.unreadable']);
      world.site.gateway = undefined;
      await form.retry.click();
      await assertSentOnce(page, before);
    });
  }

  const settled = [
    [
      'a limit of the service',
      problem(429, 'rate-limited', { retryAfterSeconds: 30 }),
      words['rate.wait'].replace('{time}', '30 giây'),
      true,
    ],
    ['a closed article', problem(403, 'article-closed'), words['state.closed'], false],
    [
      'the same text as before',
      problem(409, 'duplicate'),
      words.duplicate.replace('{newsroom}', 'Ban Biên tập'),
      false,
    ],
  ] as const;
  for (const [name, gateway, text, canRetry] of settled) {
    it(`is not what ${name} gives: it has its own words, and “Thử lại” only where that may help`, async (t) => {
      const { page, form } = await openFilled(t);
      world.site.gateway = gateway;
      await form.submit.click();
      await assertFailed(page, form, text);
      assert.equal(await form.retry.count(), canRetry ? 1 : 0);
    });
  }

  it('is none for 15 seconds, then a text; no second post goes by itself', async (t) => {
    const before = world.site.comments().length;
    const { page, form, requests } = await openFilled(t, {
      prepare: async (opened) => {
        await opened.clock.install();
        // The clock of the test moves timers, not the time-outs of signals.
        await opened.addInitScript(() => {
          AbortSignal.timeout = (ms) => {
            const controller = new AbortController();
            setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), ms);
            return controller.signal;
          };
        });
      },
    });
    const posts = (): number =>
      requests.filter((url) => url === `${world.site.url}/comments`).length;
    await page.route('**/comments', () => {});
    const request = page.waitForRequest('**/comments');
    await form.submit.click();
    await request;
    // Well short of the end: besides what the test lets pass, real time passes too.
    await page.clock.runFor(8000);
    assert.equal(await form.summary.count(), 0);
    assert.equal(await form.submit.getAttribute('aria-disabled'), 'true');
    await page.clock.runFor(7000);
    await assertFailed(page, form, words['net.timeout']);
    await page.clock.runFor(120_000);
    assert.equal(posts(), 1);
    await page.unroute('**/comments');
    await form.retry.click();
    await assertSentOnce(page, before);
    assert.equal(posts(), 2);
  });

  it('does not take the focus out of the form: it is on the button while “Thử lại” is under way', async (t) => {
    const { page, form } = await openFilled(t);
    await page.route('**/comments', (route) => route.abort());
    await form.submit.click();
    await waitForFocus(page, 'summary');
    await page.unroute('**/comments');
    await page.route('**/comments', () => {});
    const request = page.waitForRequest('**/comments');
    await form.retry.press('Enter');
    await request;
    assert.equal(await focusOf(page), 'submit-button');
  });
});
