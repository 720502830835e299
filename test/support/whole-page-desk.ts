import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod';
import { deskAccountMessagesVi as words } from '../../src/messages/desk-account.vi.ts';
import type { SettingValues } from '../../src/service/index.ts';
import { codeOfApp, testPassword } from './desk-fixture.ts';
import { findFreePort } from './free-port.ts';
import { program } from './service-process.ts';
import { launchChromium } from './whole-page-browser.ts';
import { openWholePageSite, type WholePageSite } from './whole-page-site.ts';

const runFile = promisify(execFile);

/** Id of the demo's article. */
export const demoArticle = 'ben-do-vam-thuan';

/** An entry of the audit log, as far as tests of pages look at it. */
export interface KeptEntry {
  readonly number: number;
  readonly who: string;
  readonly action: string;
  readonly comment: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** A page of the desk and what its console said. */
export interface OpenedDesk {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors and breaches of the page's policy. */
  readonly complaints: readonly string[];
}

/** The demo with a newsroom's desk, and one browser. */
export interface WholePageDesk {
  readonly site: WholePageSite;
  readonly browser: Browser;
  /** Origin at which editors open the desk; passkeys need a name, not a number. */
  readonly deskUrl: string;
  /** SQLite file of the comments. */
  readonly databaseFile: string;
  /** Opens an empty page in a browser profile of its own, which is closed after the test. */
  open(t: Pick<TestContext, 'after'>, options?: BrowserContextOptions): Promise<OpenedDesk>;
  /** Adds an editor from the terminal. @returns The one-time link. */
  addEditor(name: string, email: string, role: string): Promise<string>;
  /** Opens a page at which a new editor has come in. */
  openAsEditor(
    t: Pick<TestContext, 'after'>,
    name: string,
    role?: string,
    options?: BrowserContextOptions,
  ): Promise<OpenedDesk>;
  /** Sends a comment as a reader. @returns Its id. */
  write(content: string, changes?: object): Promise<string>;
  /** The whole audit log, oldest first. */
  audit(): readonly KeptEntry[];
  close(): Promise<void>;
}

/** Reads rows from a SQLite file that others may have open. */
export function readRows(file: string, query: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

/** Comes in by the one-time link: password, second step, backup codes. @returns The secret of the authenticator app. */
export async function comeIn(page: Page, link: string): Promise<string> {
  await page.goto(link);
  await page.getByLabel(words['welcome.password']).fill(testPassword);
  await page.getByRole('button', { name: words['welcome.send'] }).click();
  const secret = (await page.getByRole('code').innerText()).trim();
  await page.getByLabel(words['code.label']).fill(codeOfApp(`otpauth://totp/x?secret=${secret}`));
  await page.getByRole('button', { name: words['code.send'] }).click();
  await page.getByRole('button', { name: words['backup.done'] }).click();
  await page.locator('#list-heading').waitFor();
  return secret;
}

/** What the desk's live region says. */
export const announcementAt = (page: Page): Promise<string> =>
  page.locator('reader-comments-desk [role=status]').last().innerText();

/** Starts a site with a desk, and a browser; `given`: settings that are not the usual ones. */
export async function openWholePageDesk(given: SettingValues = {}): Promise<WholePageDesk> {
  const port = await findFreePort();
  const deskUrl = `http://localhost:${port}`;
  const [site, browser] = await Promise.all([
    openWholePageSite({ port, challenges: 'none', desk: 'on', deskUrl, ...given }),
    launchChromium(),
  ]);
  const databaseFile = join(site.dataFolder, 'comments.sqlite');
  // Browsers ask for it by themselves.
  site.gateway = async (request) =>
    new URL(request.url).pathname === '/favicon.ico'
      ? new Response(null, { status: 204 })
      : undefined;

  const desk: WholePageDesk = {
    site,
    browser,
    deskUrl,
    databaseFile,
    async open(t, options) {
      const context = await browser.newContext({
        locale: 'vi-VN',
        viewport: { width: 1280, height: 800 },
        ...options,
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
    },
    async addEditor(name, email, role) {
      const { stdout } = await runFile(process.execPath, [
        ...[program, 'editor', 'add', '--name', name, '--email', email, '--role', role],
        ...['--database', `sqlite:${databaseFile}`, '--desk-url', deskUrl],
      ]);
      const [link] = /http:\S+#welcome=\S+/.exec(stdout) ?? [];
      assert.ok(link, stdout);
      return link;
    },
    async openAsEditor(t, name, role = 'editor', options = {}) {
      const email = `${name
        .normalize('NFD')
        .replaceAll(/[^a-z]/gi, '')
        .toLowerCase()}@paper.test`;
      const opened = await desk.open(t, options);
      await comeIn(opened.page, await desk.addEditor(name, email, role));
      return opened;
    },
    async write(content, changes = {}) {
      const response = await fetch(`${site.url}/comments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          article: demoArticle,
          name: 'Nguyễn Văn An',
          email: 'an@example.vn',
          content,
          ...changes,
        }),
      });
      assert.equal(response.status, 202, await response.clone().text());
      return z.looseObject({ id: z.string() }).parse(await response.json()).id;
    },
    audit: () =>
      readRows(
        databaseFile,
        'select number, who, action, comment, reason, note from audit_log order by number',
      ) as unknown as readonly KeptEntry[],
    async close() {
      await browser.close();
      await site.close();
    },
  };
  return desk;
}
