import { type Browser, chromium, type Request } from 'playwright-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { findBrowsers } from './find-browsers.ts';
import { recordHeaders, recordSent } from './private/record.ts';

const recordRequest = async (request: Request): Promise<void> => {
  recordSent(request.postData());
  // Gone with its page, it has none.
  const headers = await request.allHeaders().catch(() => ({}));
  recordHeaders(new Headers(headers));
};

/**
 * Starts this machine's Chromium without a window.
 * @throws Error where there is none.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const browsers = findBrowsers();
  const executablePath = browsers.chromiumShell ?? browsers.chromium;
  if (!executablePath) throw new Error('The whole-page tests need Chromium (CHROME_PATH).');
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, ...args],
  });
  browser.on('context', (context) => context.on('request', recordRequest));
  return browser;
}
