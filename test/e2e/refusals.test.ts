import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { problemStatus } from '../../src/protocol/problem.ts';
import {
  type FormOnPage,
  formOn,
  typedTexts,
  waitForFocus,
  words,
} from '../support/whole-page-form.ts';
import { openWholePageWorld, type WholePageWorld } from '../support/whole-page-world.ts';

const isPost = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname === '/comments';

describe('a comment that is not taken', () => {
  let world: WholePageWorld;
  before(async () => {
    world = await openWholePageWorld();
  });
  after(() => world.close());

  const lastCode = (): string => world.site.codes.at(-1) ?? '';

  /** A page with everything filled in but the code. */
  const openFilled = async (t: Pick<TestContext, 'after'>): Promise<[Page, FormOnPage]> => {
    const { page } = await world.open(t);
    const form = formOn(page);
    await form.fill();
    return [page, form];
  };

  /** Sends with the right code and waits for the summary. */
  const sendAndFail = async (page: Page, form: FormOnPage): Promise<string> => {
    await form.code.fill(lastCode());
    await form.submit.click();
    await waitForFocus(page, 'summary');
    assert.deepEqual(await form.texts(), typedTexts, 'what was typed is kept (A-4)');
    return form.summaryText.innerText();
  };

  const sendAgain = async (page: Page, form: FormOnPage): Promise<void> => {
    await form.retry.click();
    await waitForFocus(page, 'sent-heading');
  };

  const codeCases = [
    ['wrong', words['code.wrong'], async (form: FormOnPage) => form.code.fill('000000')],
    [
      'expired',
      words['code.expired'],
      async (form: FormOnPage) => {
        await form.code.fill(lastCode());
        world.site.pass(31 * 60);
      },
    ],
  ] as const;
  for (const [what, text, answer] of codeCases) {
    it(`because the code is ${what}, shows the next one and loses nothing else (3.3.7, A-11)`, async (t) => {
      const [page, form] = await openFilled(t);
      const path = await form.picture.locator('path').getAttribute('d');
      await answer(form);
      await form.submit.click();
      await waitForFocus(page, 'summary');
      assert.deepEqual(await form.links.allInnerTexts(), [text]);
      assert.deepEqual(await form.texts(), typedTexts);
      assert.equal(await form.code.inputValue(), '', 'the answer alone is emptied');
      assert.notEqual(await form.picture.locator('path').getAttribute('d'), path);
      await form.links.first().click();
      await waitForFocus(page, 'code');
      await page.keyboard.type(lastCode());
      await page.keyboard.press('Enter');
      await waitForFocus(page, 'sent-heading');
    });
  }

  it('because the answer was lost on its way, and sent again it is there once (T-2)', async (t) => {
    const [page, form] = await openFilled(t);
    const count = world.site.comments().length;
    // The service takes the comment, the gateway loses its answer.
    await page.route('**/comments', async (route) => {
      await route.fetch();
      await route.abort();
    });
    assert.equal(await sendAndFail(page, form), words['net.failed']);
    assert.deepEqual(await form.texts(), typedTexts);
    await page.unroute('**/comments');
    await form.retry.click();
    await waitForFocus(page, 'sent-heading');
    assert.equal(world.site.comments().length, count + 1);
  });

  it('because the server is down, and is taken when it is up again', async (t) => {
    const [page, form] = await openFilled(t);
    await world.site.stop();
    assert.equal(await sendAndFail(page, form), words['net.failed']);
    await world.site.start();
    await sendAgain(page, form);
  });

  const answers = [
    ['a 500 of the service', 500, 'text/plain', 'oops', words['server.error'], true],
    ['a gateway’s 502', 502, 'text/html', '<h1>Bad gateway</h1>', words['server.error'], true],
    ['a gateway’s 503', 503, 'text/html', '<h1>Down</h1>', words['server.maintenance'], true],
    ['a firewall’s 403', 403, 'text/html', '<h1>No</h1>', words['server.forbidden'], false],
    ['a gateway’s 413', 413, 'text/html', '<h1>Big</h1>', words['server.tooLarge'], false],
    ['an answer that is not JSON', 200, 'text/html', '<p>Cảm ơn', words['server.unreadable'], true],
    ['an answer cut off', 202, 'application/json', '{"id":"0', words['server.unreadable'], true],
  ] as const;
  for (const [what, status, type, body, text, canRetry] of answers) {
    it(`because of ${what}, in words of its own, with what was typed kept`, async (t) => {
      const [page, form] = await openFilled(t);
      world.site.gateway = (request) =>
        isPost(request)
          ? new Response(body, { status, headers: { 'content-type': type } })
          : undefined;
      assert.equal(await sendAndFail(page, form), text);
      assert.equal(await form.retry.count(), canRetry ? 1 : 0);
      world.site.gateway = undefined;
      if (canRetry) await sendAgain(page, form);
    });
  }

  it('because of a 500 inside the service', async (t) => {
    const [page, form] = await openFilled(t);
    world.site.limit = () => {
      throw new Error('as if the disk were full');
    };
    assert.equal(await sendAndFail(page, form), words['server.error']);
    world.site.limit = undefined;
    await sendAgain(page, form);
  });

  for (const [seconds, time] of [
    ['30', '30 giây'],
    ['90', '2 phút'],
  ] as const) {
    it(`because of a limit, and says in words how long it lasts: ${time} (C-7)`, async (t) => {
      const [page, form] = await openFilled(t);
      world.site.gateway = (request) =>
        isPost(request)
          ? new Response('slow down', { status: 429, headers: { 'retry-after': seconds } })
          : undefined;
      assert.equal(await sendAndFail(page, form), words['rate.many'].replace('{time}', time));
      world.site.gateway = undefined;
      await sendAgain(page, form);
    });
  }

  it('because no answer comes for 15 seconds', async (t) => {
    const [page, form] = await openFilled(t);
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.evaluate(() => {
      // The browser's own timer of a signal cannot be moved on: the page is given a shorter one.
      AbortSignal.timeout = () => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), 300);
        return controller.signal;
      };
    });
    await page.route('**/comments', async (route) => {
      await held;
      // The page has let go of it long since.
      await route.abort().catch(() => {});
    });
    assert.equal(await sendAndFail(page, form), words['net.timeout']);
    release();
    await page.unroute('**/comments');
    await sendAgain(page, form);
  });

  it('because the machine is offline', async (t) => {
    const [page, form] = await openFilled(t);
    await page.context().setOffline(true);
    assert.equal(await sendAndFail(page, form), words['net.offline']);
    await page.context().setOffline(false);
    await sendAgain(page, form);
  });

  it('because of a problem this form does not know, without showing it as it came (C-3)', async (t) => {
    const [page, form] = await openFilled(t);
    world.site.gateway = (request) =>
      isPost(request)
        ? Response.json(
            { code: 'moon-phase', title: 'RAW', status: 422 },
            { status: problemStatus['invalid-fields'] },
          )
        : undefined;
    assert.equal(await sendAndFail(page, form), words['server.error']);
    assert.doesNotMatch(await form.summary.innerText(), /RAW|moon/);
  });

  it('without the checks’ file: the server asks for the code, and its answers are shown at their fields', async (t) => {
    const { page } = await world.open(t, {
      prepare: (opened) => opened.route('**/*form-assistant*', (route) => route.abort()),
    });
    const form = formOn(page);
    await form.name.fill('123');
    await form.email.fill(typedTexts.email);
    await form.content.fill(typedTexts.content);
    await form.submit.click();
    await waitForFocus(page, 'summary');
    assert.deepEqual(await form.links.allInnerTexts(), [words['field.refused']]);
    await form.name.fill(typedTexts.name);
    await form.submit.click();
    await form.picture.waitFor();
    await form.code.fill(lastCode());
    await form.submit.click();
    await waitForFocus(page, 'sent-heading');
  });
});
