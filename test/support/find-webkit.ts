import { existsSync, globSync } from 'node:fs';

/** Programs that tests in WebKit need. */
export interface WebKitPaths {
  /** WebKit's small browser. */
  readonly miniBrowser: string;
  /** What starts and drives it. */
  readonly driver: string;
  /** Runs a program on a display that nobody sees. */
  readonly virtualDisplay: string;
}

/** Debian's packages with all of them. */
export const webKitPackages = ['webkit2gtk-driver', 'xvfb', 'xauth'] as const;

const driver = '/usr/bin/WebKitWebDriver';
const virtualDisplay = '/usr/bin/xvfb-run';

// WebKit's three interfaces to GTK; Debian keeps them in a folder named after the machine's architecture.
const miniBrowsers =
  '/usr/{lib,lib64,libexec}/{,*-linux-gnu*/}{webkit2gtk-4.1,webkitgtk-6.0,webkit2gtk-4.0}/MiniBrowser';

/**
 * Finds WebKitGTK's MiniBrowser and what drives it; nothing where one of them is missing. `WEBKIT_PATH` may name a
 * MiniBrowser; a path that is not there counts as none, as it does for the other browsers.
 */
export function findWebKit(env: NodeJS.ProcessEnv = process.env): WebKitPaths | undefined {
  const miniBrowser = env['WEBKIT_PATH'] || globSync(miniBrowsers)[0];
  if (!miniBrowser) return undefined;
  const paths = { miniBrowser, driver, virtualDisplay };
  return Object.values(paths).every((path) => existsSync(path)) ? paths : undefined;
}
