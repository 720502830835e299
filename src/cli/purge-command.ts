import { openStore } from '../service/index.ts';
import { purge } from '../service/retention/purge.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Command } from './command.ts';
import { databaseFlags, settingsOf } from './setting-flags.ts';
import { UsageError } from './usage-error.ts';

/** `reader-comments purge`. */
export const purgeCommand: Command = {
  name: 'purge',
  usage: 'purge [options]',
  about:
    'Lets go of what is older than it is to be kept, as a running service does each hour: comments that were not published,\n' +
    'emails, networks. What readers see stays.',
  flags: [
    { flag: 'dry-run', help: 'only count' },
    settingFlags.keepRefusedDays,
    settingFlags.keepEmailDays,
    settingFlags.keepNetworkDays,
    ...databaseFlags,
  ],
  async run(given, terminal) {
    if (given.words.length > 0) throw new UsageError(`purge takes no ${given.words.join(' ')}`);
    const settings = settingsOf(given);
    const isDryRun = given.values['dry-run'] === true;
    const store = await openStore(settings.database);
    try {
      const counts = await purge({ store, retention: settings, nowMs: Date.now(), isDryRun });
      const verb = isDryRun ? 'Would be' : 'Were';
      terminal.print(`${verb} erased, not having been published: ${counts.refused}`);
      terminal.print(`${verb} forgotten: ${counts.emails} emails, ${counts.networks} networks`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
