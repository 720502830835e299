import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowsers } from './find-browsers.ts';

const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

const aptGet = (...args: readonly string[]): boolean => {
  console.log(`apt-get ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

/**
 * Installs the browsers that {@link findBrowsers} does not find, where the tests run as root on Debian or Ubuntu;
 * elsewhere, and where a path was named, nothing happens. They bring a font with Vietnamese letters along.
 */
export function installBrowsers(): void {
  const { chromium, firefox } = findBrowsers();
  const packages = [
    !chromium && !process.env['CHROME_PATH'] && 'chromium',
    !firefox && !process.env['FIREFOX_PATH'] && 'firefox-esr',
  ].filter((name) => typeof name === 'string');
  if (packages.length === 0 || !mayInstall()) return;
  // Whether it worked is seen by looking for the browsers again.
  if (aptGet('update')) aptGet('install', '-y', '--no-install-recommends', ...packages);
}
