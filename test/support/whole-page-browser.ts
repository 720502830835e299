import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { findBrowsers } from './find-browsers.ts';

/**
 * Starts this machine's Chromium without a window.
 * @throws Error where there is none.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const browsers = findBrowsers();
  const executablePath = browsers.chromiumShell ?? browsers.chromium;
  if (!executablePath) throw new Error('The whole-page tests need Chromium (CHROME_PATH).');
  return chromium.launch({ executablePath, args: [...chromiumArguments, ...args] });
}
