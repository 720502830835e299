import type { TestContext } from 'node:test';
import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { requireBrowsers } from './require-browsers.ts';
import { tolerateOrientation } from './tolerant-page.ts';

/** The browsers of the whole-page tests that are written once for both. */
export const twoBrowsers = ['Chromium', 'Firefox'] as const;

export type BrowserName = (typeof twoBrowsers)[number];

/** What a reader sees of a page and does with it. Selectors go through shadow roots by `>>>`. */
export class ReaderPage {
  readonly page: Page;
  /** Uncaught errors of the page. */
  readonly errors: readonly string[];

  constructor(page: Page) {
    this.page = page;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    this.errors = errors;
  }

  /** Waits for the first node of a selector; by looking from outside, for a page without scripts does not call back. */
  async find(selector: string): Promise<ElementHandle> {
    let found: ElementHandle | null = null;
    await this.until(async () => {
      found = await this.page.$(selector);
      return found !== null;
    }, selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  }

  /** How many nodes there are now. */
  async count(selector: string): Promise<number> {
    return (await this.texts(selector)).length;
  }

  /** The text of the first node, its white space made even. */
  async text(selector: string): Promise<string> {
    await this.find(selector);
    return (await this.texts(selector))[0] ?? '';
  }

  /** The texts of all nodes there are now; not by Puppeteer's `$$`, which needs promises in the page: no scripts, none. */
  async texts(selector: string): Promise<readonly string[]> {
    const texts = await this.page.evaluate((path) => {
      let roots: readonly ParentNode[] = [document];
      let found: readonly Element[] = [];
      for (const step of path) {
        found = roots.flatMap((root) => [...root.querySelectorAll(step)]);
        roots = found.flatMap(({ shadowRoot }) => shadowRoot ?? []);
      }
      return found.map((node) => node.textContent ?? '');
    }, selector.split('>>>'));
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async attribute(selector: string, name: string): Promise<string | null> {
    return (await this.find(selector)).evaluate((node, key) => node.getAttribute(key), name);
  }

  /** Presses a button or follows a link within the page, once it has come to rest in sight and nothing lies over it. */
  async press(selector: string): Promise<void> {
    let spot = { x: 0, y: 0, isFree: false };
    await this.until(async () => {
      const before = spot;
      // Found anew each time: a list that is drawn again may have another node there.
      spot = await (
        await this.find(selector)
      ).evaluate((one) => {
        one.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = one.getBoundingClientRect();
        const place = { x: left + width / 2, y: top + height / 2 };
        const hit = (one.getRootNode() as Document | ShadowRoot).elementFromPoint(place.x, place.y);
        return { ...place, isFree: hit !== null && (one.contains(hit) || hit.contains(one)) };
      });
      return spot.isFree && before.x === spot.x && before.y === spot.y;
    }, `${selector} at rest`);
    await this.page.mouse.click(spot.x, spot.y);
  }

  /** Does what leads to another page, and waits for that; by looking, for Firefox tells of none where scripts are off. */
  async follow(
    selector: string,
    go: () => Promise<unknown> = () => this.press(selector),
  ): Promise<void> {
    const mark = 'data-left';
    const ask = (question: (name: string) => boolean): Promise<boolean> =>
      Promise.race([
        this.page.evaluate(question, mark).catch(() => false),
        // What is asked between two pages is never answered.
        new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false)),
      ]);
    const leave = (name: string): boolean =>
      document.readyState === 'complete' && document.documentElement.toggleAttribute(name, true);
    await this.until(() => ask(leave), 'this page');
    // Nor is the empty document in between the page.
    const hasCome = (name: string): boolean =>
      document.readyState === 'complete' &&
      document.body.childElementCount > 0 &&
      !document.documentElement.hasAttribute(name);
    const loaded = new Promise<void>((resolve) => this.page.once('load', () => resolve()));
    await go();
    await loaded;
    await this.until(() => ask(hasCome), `another page, by ${selector}`);
  }

  /** Types a text into a field in place of the one that is in it. */
  async fill(selector: string, text: string): Promise<void> {
    const node = await this.find(selector);
    await node.evaluate((field) => {
      (field as HTMLInputElement).focus();
      (field as HTMLInputElement).select();
    });
    await this.page.keyboard.type(text);
  }

  /** Waits until something is so. */
  async until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + 15_000;
    // One look after the other.
    /* oxlint-disable no-await-in-loop */
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    /* oxlint-enable no-await-in-loop */
  }

  /** Id or part of the node that has the focus, through all shadow roots; empty for none. */
  async focus(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.id || active?.getAttribute('part') || '';
    });
  }

  /** Waits until the node of this id or part has the focus. */
  async untilFocus(name: string): Promise<void> {
    await this.until(async () => (await this.focus()) === name, `the focus on ${name}`);
  }
}

/** A browser of a reader. */
export interface ReaderBrowser {
  /** Opens a page with a storage of its own, closed after the test. */
  open(t: Pick<TestContext, 'after'>, url: string): Promise<ReaderPage>;
  close(): Promise<void>;
}

const start = (name: BrowserName, hasScripts: boolean): Promise<Browser> => {
  const { chromiumShell, firefox } = requireBrowsers();
  return name === 'Chromium'
    ? launch({ executablePath: chromiumShell, args: [...chromiumArguments, '--lang=vi'] })
    : launch({
        browser: 'firefox',
        executablePath: firefox,
        // Each page is given its size once it is there.
        defaultViewport: null,
        // Of a single page Firefox does not know it.
        extraPrefsFirefox: { 'javascript.enabled': hasScripts, 'intl.accept_languages': 'vi' },
      });
};

/** Starts a browser without a window, in Vietnamese. `hasScripts`: whether its pages run scripts of their own. */
export async function launchReaderBrowser(
  name: BrowserName,
  { hasScripts = true }: { readonly hasScripts?: boolean } = {},
): Promise<ReaderBrowser> {
  const browser = await start(name, hasScripts);
  return {
    async open(t, url) {
      const context = await browser.createBrowserContext();
      t.after(() => context.close());
      const page = tolerateOrientation(await context.newPage());
      page.setDefaultTimeout(15_000);
      await page.setViewport({ width: 1280, height: 900 });
      if (name === 'Chromium') await page.setExtraHTTPHeaders({ 'Accept-Language': 'vi' });
      if (!hasScripts && name === 'Chromium') await page.setJavaScriptEnabled(false);
      const opened = new ReaderPage(page);
      await page.goto(url);
      // Firefox without scripts takes the empty page before it for it.
      const isThere = (address: string): boolean =>
        location.href === address && document.readyState === 'complete';
      await opened.until(() => page.evaluate(isThere, url).catch(() => false), url);
      return opened;
    },
    close: () => browser.close(),
  };
}
