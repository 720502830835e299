import { findBrowsers } from './find-browsers.ts';
import { findPhp, phpPackages } from './find-php.ts';
import { findWebKit, webKitPackages } from './find-webkit.ts';
import { installPackages, mayInstall } from './install-packages.ts';

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
  const missing = [packages, shell, webKit, php].filter((names) => names.length > 0);
  if (missing.length > 0 && mayInstall()) installPackages(missing);
}
