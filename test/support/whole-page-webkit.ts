import { Builder, By, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { WebKitPaths } from './find-webkit.ts';
import { startWebKitDriver, webKitCapabilities } from './webkit-driver.ts';

/** WebKit's browser with one page at a time, used as a reader does: by keys and clicks. */
export interface WebKitBrowser {
  /** Loads a page and waits for its form. */
  open(url: string): Promise<void>;
  /** Clicks on a node of the form. */
  click(selector: string): Promise<void>;
  /** Presses keys, one after the other; where they go to is the browser's affair. */
  press(...keys: readonly string[]): Promise<void>;
  /** What stands in the control of this id. */
  valueOf(id: string): Promise<string>;
  /** Waits for a node of the form. */
  waitFor(selector: string): Promise<void>;
  /** Waits until the focus is on the node of the form that has this id or part. */
  waitForFocus(name: string): Promise<void>;
  /** A global variable of the page. */
  read(variable: string): Promise<unknown>;
  close(): Promise<void>;
}

const patienceMs = 20_000;

const focusInForm = `
  const { activeElement: active } = document.querySelector('reader-comment-form').shadowRoot;
  return active?.id || active?.getAttribute('part') || '';`;

/** Starts WebKit's driver and a browser. */
export async function launchWebKit(paths: WebKitPaths): Promise<WebKitBrowser> {
  const server = await startWebKitDriver(paths);
  const capabilities = webKitCapabilities(paths);
  let driver: WebDriver;
  try {
    driver = await new Builder().usingServer(server.url).withCapabilities(capabilities).build();
  } catch (error) {
    await server.stop();
    throw error;
  }

  const find = async (selector: string): Promise<WebElement[]> => {
    const host = await driver.findElement(By.css('reader-comment-form'));
    return (await host.getShadowRoot()).findElements(By.css(selector));
  };
  const waitFor = async (selector: string): Promise<WebElement> => {
    let node: WebElement | undefined;
    const isThere = async (): Promise<boolean> => {
      [node] = await find(selector);
      return node !== undefined;
    };
    await driver.wait(isThere, patienceMs, `the form has no ${selector}`);
    return node!;
  };

  return {
    async open(url) {
      await driver.get(url);
      await waitFor('form');
    },
    async click(selector) {
      const node = await waitFor(selector);
      // Not by click() of the driver, which takes the host of a shadow root for something that lies above the node.
      await driver.executeScript('arguments[0].scrollIntoView({ block: "center" });', node);
      await driver.actions().move({ origin: node, duration: 0 }).press().release().perform();
    },
    press: (...keys) =>
      driver
        .actions()
        .sendKeys(...keys)
        .perform(),
    async valueOf(id) {
      return (await waitFor(`#${id}`)).getProperty('value');
    },
    async waitFor(selector) {
      await waitFor(selector);
    },
    async waitForFocus(name) {
      const isThere = async (): Promise<boolean> =>
        (await driver.executeScript(focusInForm)) === name;
      await driver.wait(isThere, patienceMs, `the focus is not on "${name}"`);
    },
    read: (variable) => driver.executeScript('return window[arguments[0]];', variable),
    async close() {
      await driver.quit();
      await server.stop();
    },
  };
}
