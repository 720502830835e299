import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { deskAccountMessagesVi as words } from '../../src/messages/desk-account.vi.ts';
import { codeOfApp, testPassword } from '../support/desk-fixture.ts';
import { findFreePort } from '../support/free-port.ts';
import { launchChromium } from '../support/whole-page-browser.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';
import { program } from '../support/service-process.ts';

const runFile = promisify(execFile);
const article = 'ben-do-vam-thuan';

/** Waits until what is read equals what is expected, and says how they differ when it has not for ten seconds. */
const waitForEqual = async (read: () => unknown, expected: unknown): Promise<void> => {
  const end = Date.now() + 10_000;
  while (Date.now() < end && !isDeepStrictEqual(read(), expected)) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await setTimeout(50);
  }
  assert.deepEqual(read(), expected);
};

describe('the newsroom’s desk, through the real service', () => {
  let site: WholePageSite;
  let browser: Browser;
  let deskUrl: string;
  before(async () => {
    const port = await findFreePort();
    deskUrl = `http://localhost:${port}`;
    [site, browser] = await Promise.all([
      openWholePageSite({ port, challenges: 'none', desk: 'on', deskUrl }),
      launchChromium(),
    ]);
    // Browsers ask for it by themselves.
    site.gateway = async (request) =>
      new URL(request.url).pathname === '/favicon.ico'
        ? new Response(null, { status: 204 })
        : undefined;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (t: TestContext): Promise<{ page: Page; complaints: string[] }> => {
    const context = await browser.newContext({
      locale: 'vi-VN',
      viewport: { width: 1280, height: 800 },
    });
    t.after(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return { page, complaints };
  };

  /** Adds an editor from the terminal. @returns The one-time link. */
  const addEditor = async (name: string, email: string, role: string): Promise<string> => {
    const { stdout } = await runFile(process.execPath, [
      ...[program, 'editor', 'add', '--name', name, '--email', email, '--role', role],
      ...['--database', `sqlite:${site.dataFolder}/comments.sqlite`, '--desk-url', deskUrl],
    ]);
    const [link] = /http:\S+#welcome=\S+/.exec(stdout) ?? [];
    assert.ok(link, stdout);
    return link;
  };

  const write = async (content: string): Promise<void> => {
    const response = await fetch(`${site.url}/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ article, name: 'Nguyễn Văn An', email: 'an@example.vn', content }),
    });
    assert.equal(response.status, 202);
  };

  /** Comes in by the one-time link: password, second step, backup codes. */
  const welcome = async (page: Page, link: string): Promise<void> => {
    await page.goto(link);
    await page.locator('#password').fill(testPassword);
    await page.getByRole('button', { name: words['welcome.send'] }).click();
    const secret = await page.locator('.secret').innerText();
    await page.locator('#code').fill(codeOfApp(`otpauth://totp/x?secret=${secret.trim()}`));
    await page.getByRole('button', { name: words['code.send'] }).click();
    await page.getByRole('button', { name: words['backup.done'] }).click();
    await page.locator('#list-heading').waitFor();
  };

  it('lets an editor in by the one-time link, who works by keys alone; readers see what was published (M-10)', async (t) => {
    for (const number of ['nhất', 'hai', 'ba']) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await write(`Ý kiến thứ ${number}.`);
    }
    const { page, complaints } = await open(t);
    await welcome(page, await addEditor('Lê Thị Hoa', 'hoa@paper.test', 'editor'));
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
      () => site.comments().map(({ status, normalised }) => [normalised.content, status]),
      expected,
    );
    const list = await (await fetch(`${site.url}/comments?article=${article}`)).text();
    assert.match(list, /Ý kiến thứ nhất/);
    assert.doesNotMatch(list, /Ý kiến thứ hai/);
    assert.deepEqual(complaints, []);
  });

  it('shows markup of readers as text, in every place of the desk (S22, S23)', async (t) => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    await write(`Xem này ${hostile}`);
    const { page } = await open(t);
    await welcome(page, await addEditor('Trần Văn Ba', 'ba@paper.test', 'admin'));
    await page.locator('.row-button', { hasText: 'Xem này' }).click();
    await page.locator('article', { hasText: '<img src=x' }).waitFor();
    assert.equal(await page.evaluate(() => 'hit' in window), false);
    assert.equal(await page.locator('reader-comments-desk img').count(), 0);
  });

  it('lets nobody in by a password alone (WCAG 3.3.8, S40)', async (t) => {
    const { page } = await open(t);
    await page.goto(`${deskUrl}/comments/desk/`);
    await page.locator('#email').fill('hoa@paper.test');
    await page.locator('#password').fill(testPassword);
    await page.getByRole('button', { name: words['signIn.send'], exact: true }).click();
    await page.locator('#code').fill('000000');
    await page.getByRole('button', { name: words['code.send'] }).click();
    await page.locator('#code-error').waitFor();
    const response = await page.request.get(`${deskUrl}/comments/desk/api/queues`);
    assert.ok([401, 403].includes(response.status()));
  });
});
