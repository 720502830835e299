import { readSettings, type Settings } from '../service/index.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Flag, ParsedFlags } from './flags.ts';

/** Every setting that has a flag. */
export const serveFlags: readonly Flag[] = Object.values(settingFlags);

/** The settings the newsroom's commands need to find the comments. */
export const databaseFlags: readonly Flag[] = [settingFlags.database, settingFlags.data];

/**
 * The settings of a command line: its flags, then the environment, then the defaults.
 * @throws {ConfigurationError} naming the wrong one.
 */
export function settingsOf({ values }: ParsedFlags): Settings {
  const options = Object.entries(settingFlags).map(([name, { flag }]) => [name, values[flag]]);
  return readSettings(Object.fromEntries(options), process.env);
}
