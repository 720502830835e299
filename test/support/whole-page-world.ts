import type { TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './whole-page-browser.ts';
import { openWholePageSite, type WholePageSite } from './whole-page-site.ts';

/** How a page is opened. */
export interface PageOptions extends BrowserContextOptions {
  /** Default the demo's article. */
  readonly path?: string;
  /** Default that of the site itself. */
  readonly origin?: string;
  /** Called before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page and what its console said. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors and breaches of the page's policy. */
  readonly complaints: readonly string[];
  /** Address of every request, in their order. */
  readonly requests: readonly string[];
}

/** One site and one browser. */
export interface WholePageWorld {
  readonly site: WholePageSite;
  readonly browser: Browser;
  /** Opens a page in a browser profile of its own, which is closed after the test. */
  open(t: Pick<TestContext, 'after'>, options?: PageOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** Starts a site and a browser. `browserArgs` are given to Chromium. */
export async function openWholePageWorld(
  browserArgs: readonly string[] = [],
): Promise<WholePageWorld> {
  const [site, browser] = await Promise.all([openWholePageSite(), launchChromium(browserArgs)]);
  return {
    site,
    browser,
    async open(t, options = {}) {
      const { path = '/', origin = site.url, prepare, ...contextOptions } = options;
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...contextOptions,
      });
      t.after(async () => {
        site.gateway = undefined;
        site.limit = undefined;
        await context.close();
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => requests.push(request.url()));
      await page.exposeBinding('reportBreach', (_source, breach: string) => {
        complaints.push(breach);
      });
      await page.addInitScript(() => {
        const { reportBreach } = globalThis as unknown as {
          reportBreach: (this: void, breach: string) => void;
        };
        // oxlint-disable-next-line wc/require-listener-teardown -- as long as the page
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          reportBreach(`${violatedDirective} ${blockedURI}`),
        );
      });
      await prepare?.(page);
      await page.goto(origin + path);
      return { page, complaints, requests };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
