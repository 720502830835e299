import { spawnSync } from 'node:child_process';

/** Debian's packages of what {@link findPhp} looks for. */
export const phpPackages: readonly string[] = ['php-cli', 'php-sqlite3'];

/**
 * This machine's PHP with SQLite, which the example in PHP is run with; nothing where it is not here.
 * `PHP_PATH` names another one; `PHP_PATH=none` leaves the example out.
 */
export function findPhp(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { PHP_PATH: php = 'php' } = env;
  const { stdout } = spawnSync(php, ['-m'], { encoding: 'utf8' });
  return /^pdo_sqlite$/m.test(stdout ?? '') ? php : undefined;
}
