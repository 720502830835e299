import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

/** Starts Chromium without a window; as root it runs only without its sandbox. */
export const launchChromium = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
