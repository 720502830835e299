import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { formChoiceMessagesVi as words } from '../../src/messages/form-choice.vi.ts';
import { launchChromium } from '../support/whole-page-browser.ts';
import { typedTexts, waitForFocus } from '../support/whole-page-form.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
];

const workAllowed = [...strict, "worker-src 'self'", 'trusted-types lit-html reader-comments'];

/** How a page with the form is made. */
interface PageMaking {
  readonly policy?: readonly string[];
  readonly script?: string;
  readonly host?: string;
}

interface WorkPage {
  readonly page: Page;
  /** Addresses of the workers that were begun. */
  readonly workers: readonly string[];
  readonly complaints: readonly string[];
}

describe('a page whose form asks for work (A-10)', () => {
  let site: WholePageSite;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([
      openWholePageSite(
        { challenges: 'work,picture', workDifficulty: 5, withoutCode: 'hold' },
        { hasPressure: true },
      ),
      launchChromium(['--host-resolver-rules=MAP paper.example 127.0.0.1']),
    ]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (t: TestContext, making: PageMaking = {}): Promise<WorkPage> => {
    const { policy = workAllowed, host = '127.0.0.1' } = making;
    const { script = '<script type="module" src="/reader-comments.js"></script>' } = making;
    site.gateway = async (request) =>
      new URL(request.url).pathname === '/work.html'
        ? new Response(
            `<!doctype html><html lang="vi"><title>Bài</title><link rel="icon" href="data:,">${script}
             <main><h1>Bài</h1><reader-comment-form endpoint="/comments" article="bai-1" challenge="work"></reader-comment-form></main></html>`,
            {
              headers: {
                'Content-Type': 'text/html; charset=utf-8',
                'Content-Security-Policy': policy.join('; '),
              },
            },
          )
        : undefined;
    const context = await browser.newContext();
    t.after(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const workers: string[] = [];
    const complaints: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://${host}:${site.port}/work.html`);
    return { page, workers, complaints };
  };

  const fill = async (page: Page): Promise<void> => {
    for (const [id, text] of Object.entries(typedTexts)) {
      // oxlint-disable-next-line no-await-in-loop
      await page.locator(`reader-comment-form #${id}`).fill(text);
    }
  };

  const send = async (page: Page): Promise<void> => {
    await page.locator('[part=submit-button]').click();
    await waitForFocus(page, 'sent-heading');
  };

  for (const [what, script] of [
    ['module', undefined],
    ['classic script', '<script src="/reader-comments.classic.js" defer></script>'],
  ] as const) {
    it(`works as a ${what} under the strict policy with Trusted Types, in a worker, without a word in the console`, async (t) => {
      const { page, workers, complaints } = await open(t, script ? { script } : {});
      await fill(page);
      assert.equal(await page.locator('[part=code-field]').count(), 0);
      await page.locator('[part=code-status]', { hasText: words['pow.done'] }).waitFor();
      assert.equal(workers.length, 1);
      assert.match(workers[0] ?? '', /\/reader-comments\.find-key\.[\w-]+\.js$/);
      await send(page);
      assert.deepEqual(complaints, []);
      assert.deepEqual(page.workers(), [], 'the worker has ended');
    });
  }

  it('works on the page where the policy refuses workers', async (t) => {
    const policy = [...strict, "worker-src 'none'", 'trusted-types lit-html reader-comments'];
    const { page } = await open(t, { policy });
    await fill(page);
    await page.locator('[part=code-status]', { hasText: words['pow.done'] }).waitFor();
    assert.deepEqual(page.workers(), []);
    await send(page);
  });

  it('works on the page where the policy does not know ours', async (t) => {
    const { page, workers } = await open(t, { policy: [...strict, 'trusted-types lit-html'] });
    await fill(page);
    await send(page);
    assert.deepEqual(workers, []);
  });

  it('works on the page where the script comes from another host', async (t) => {
    const { page, workers } = await open(t, {
      policy: [],
      host: 'localhost',
      script: `<script type="module" src="${site.url}/reader-comments.js"></script>`,
    });
    await fill(page);
    await send(page);
    assert.deepEqual(workers, []);
  });

  it('asks for a picture on plain http, where browsers do no work', async (t) => {
    const { page, workers } = await open(t, { host: 'paper.example' });
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await fill(page);
    await page.locator('[part=code-picture]').waitFor();
    await page.locator('#code').fill(site.codes.at(-1) ?? '');
    assert.equal(await page.getByText(words['code.choose.work']).count(), 0);
    await send(page);
    assert.deepEqual(workers, []);
  });

  it('sends without a code by the keyboard alone, and the comment is held', async (t) => {
    const { page } = await open(t);
    await fill(page);
    const skip = page.locator('[part=choose-button]', { hasText: words['code.skip'] });
    await skip.focus();
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'code');
    await page.locator('[part=submit-button]').focus();
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'sent-heading');
    assert.equal(site.comments().at(-1)?.status, 'pending');
  });

  it('asks no work beside the picture on plain http, also after a wrong code, however many codes a network asks for', async (t) => {
    for (let asked = 0; asked < 80; asked += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each is counted
      await fetch(`${site.url}/comments/challenge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article: 'bai-1', kind: 'work' }),
      });
    }
    const { page } = await open(t, { host: 'paper.example' });
    await fill(page);
    await page.locator('[part=code-picture]').waitFor();
    await page.locator('#code').fill('000000');
    const asking = page.waitForResponse(/\/challenge$/);
    await page.locator('[part=submit-button]').click();
    const { challenge } = (await (await asking).json()) as { challenge: { work?: object } };
    assert.equal(challenge.work, undefined);
    await page.locator('#code').fill(site.codes.at(-1) ?? '');
    await send(page);
    assert.equal(site.comments().at(-1)?.status, 'pending');
  });
});
