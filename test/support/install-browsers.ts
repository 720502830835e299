import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowsers } from './find-browsers.ts';
import { findPhp, phpPackages } from './find-php.ts';
import { findWebKit, webKitPackages } from './find-webkit.ts';

const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

const aptGet = (...args: readonly string[]): boolean => {
  console.log(`apt-get ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

/**
 * Installs the browsers that {@link findBrowsers} and {@link findWebKit} do not find, and {@link findPhp PHP}, where the
 * tests run as root on Debian or Ubuntu; elsewhere, and where a path was named, nothing happens. The browsers bring a
 * font with Vietnamese letters along.
 */
export function installBrowsers(): void {
  const { chromium, chromiumShell, firefox } = findBrowsers();
  const packages = [
    !chromium && !process.env['CHROME_PATH'] && 'chromium',
    !firefox && !process.env['FIREFOX_PATH'] && 'firefox-esr',
  ].filter((name) => typeof name === 'string');
  const shell = chromiumShell || process.env['CHROME_PATH'] ? [] : ['chromium-headless-shell'];
  const webKit = findWebKit() || process.env['WEBKIT_PATH'] ? [] : webKitPackages;
  const php = findPhp() !== undefined || process.env['PHP_PATH'] ? [] : phpPackages;
  // What the tests can do without each by itself: it must not stop the others.
  const missing = [packages, shell, webKit, php].filter((names) => names.length > 0);
  if (missing.length === 0 || !mayInstall() || !aptGet('update')) return;
  // Whether it worked is seen by looking for them again.
  for (const names of missing) aptGet('install', '-y', '--no-install-recommends', ...names);
}
