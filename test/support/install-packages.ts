import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages of Debian or Ubuntu can be installed: the tests run as root there. */
export const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

const aptGet = (...args: readonly string[]): boolean => {
  console.log(`apt-get ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

/** Installs groups of packages; one that cannot be had does not stop the others. Whether it worked is seen by looking for what they bring. */
export function installPackages(groups: readonly (readonly string[])[]): void {
  if (!aptGet('update')) return;
  for (const names of groups) aptGet('install', '-y', '--no-install-recommends', ...names);
}
