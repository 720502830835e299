import { type Actions, Key, type WebDriver } from 'selenium-webdriver';

/** Keys that write no letter, by the names that events give them. */
const keys = new Map([
  ['Backspace', Key.BACK_SPACE],
  ['Enter', Key.ENTER],
  ['Escape', Key.ESCAPE],
  ['Tab', Key.TAB],
]);

const toKey = (name: string): string => {
  // What writes a sign is that sign.
  const key = keys.get(name) ?? (/^[a-z/]$/.test(name) ? name : undefined);
  if (!key) throw new Error(`WebKit's tests know no key “${name}”.`);
  return key;
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The frame that tests run in, with as much of Puppeteer's page as `@web/test-runner-commands` asks for. It stands in
 * the corner of the window, so that the window's coordinates are its own.
 */
export class WebKitPage {
  readonly #driver: WebDriver;

  readonly keyboard = {
    type: (text: string): Promise<void> => this.#driver.actions().sendKeys(text).perform(),
    press: (name: string): Promise<void> => this.#driver.actions().sendKeys(toKey(name)).perform(),
  };

  readonly mouse = {
    move: (x: number, y: number): Promise<void> => this.#moveTo(x, y).perform(),
    down: (): Promise<void> => this.#driver.actions().press().perform(),
    up: (): Promise<void> => this.#driver.actions().release().perform(),
    click: (x: number, y: number): Promise<void> => this.#moveTo(x, y).press().release().perform(),
    reset: async (): Promise<void> => {
      await this.#driver.actions().clear();
      await this.#moveTo(0, 0).perform();
    },
  };

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  /** Sizes the frame by what it fills: no window is as narrow as a telephone. */
  async setViewport({ width, height }: Size): Promise<void> {
    const size = `width: ${width}px; height: ${height}px`;
    await this.#driver.executeScript(
      `document.body.style.cssText = 'position: absolute; inset: 0 auto auto 0; margin: 0; ${size}';`,
    );
  }

  #moveTo(x: number, y: number): Actions {
    return this.#driver.actions().move({ x, y, duration: 0 });
  }
}
