import { findBrowsers } from './find-browsers.ts';

/** The browsers that the tests run in, all of them there. */
export interface Browsers {
  readonly chromium: string;
  /** Chromium without the parts that draw a window, or Chromium itself where that is not there. */
  readonly chromiumShell: string;
  readonly firefox: string;
}

/**
 * Like {@link findBrowsers}, where the tests cannot do without.
 * @throws Error with one sentence that says what to install.
 */
export function requireBrowsers(env: NodeJS.ProcessEnv = process.env): Browsers {
  const { chromium, chromiumShell = chromium, firefox } = findBrowsers(env);
  if (chromium && chromiumShell && firefox) return { chromium, chromiumShell, firefox };
  const missing = [
    !chromium && 'Chromium (or Chrome, or Edge; its path may be given as CHROME_PATH)',
    !firefox && 'Firefox (its path may be given as FIREFOX_PATH)',
  ].filter(Boolean);
  throw new Error(`The tests need a browser that is not here: install ${missing.join(' and ')}.`);
}
