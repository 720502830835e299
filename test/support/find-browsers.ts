import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of the browsers that the tests run in; nothing where there is none. */
export interface BrowserPaths {
  /** Chromium, Chrome or Edge. */
  readonly chromium: string | undefined;
  /** Chromium without the parts that draw a window: the same engine, started in less than half the time. */
  readonly chromiumShell: string | undefined;
  readonly firefox: string | undefined;
}

/** Where browsers install themselves on one system. */
interface Places {
  readonly chromium: readonly string[];
  readonly chromiumShell?: readonly string[];
  readonly firefox: readonly string[];
}

const onUnix: Places = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  chromiumShell: ['/usr/bin/chromium-headless-shell'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
};

const onMac: Places = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const onWindows = (env: NodeJS.ProcessEnv): Places => {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] ?? [],
  );
  const inEach = (...path: string[]): string[] => folders.map((folder) => join(folder, ...path));
  return {
    chromium: [
      ...inEach('Google', 'Chrome', 'Application', 'chrome.exe'),
      ...inEach('Chromium', 'Application', 'chrome.exe'),
      ...inEach('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
    firefox: inEach('Mozilla Firefox', 'firefox.exe'),
  };
};

const placesOn = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Places => {
  if (platform === 'win32') return onWindows(env);
  return platform === 'darwin' ? onMac : onUnix;
};

const find = (named: string | undefined, usual: readonly string[]): string | undefined =>
  (named ? [named] : usual).find((path) => existsSync(path));

/**
 * Finds the browsers of this machine: those that `CHROME_PATH` and `FIREFOX_PATH` name, else those that stand where
 * they install themselves. A path that is named and is not there counts as none, so that no other is tested unnoticed.
 */
export function findBrowsers(env: NodeJS.ProcessEnv = process.env): BrowserPaths {
  const places = placesOn(process.platform, env);
  return {
    chromium: find(env['CHROME_PATH'], places.chromium),
    chromiumShell: find(env['CHROME_PATH'], places.chromiumShell ?? []),
    firefox: find(env['FIREFOX_PATH'], places.firefox),
  };
}
