import { openStore } from '../service/index.ts';
import { verifyChain } from '../service/store/audit-log.ts';
import type { Command } from './command.ts';
import { databaseFlags, settingsOf } from './setting-flags.ts';

/** `reader-comments audit verify`. */
export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage: 'audit verify [options]',
  about: 'Checks that the audit log is whole: no entry changed, taken out or put in.',
  flags: databaseFlags,
  async run(given, terminal) {
    const store = await openStore(settingsOf(given).database);
    try {
      const finding = await verifyChain(store.readAudit());
      if (finding.kind === 'broken') {
        terminal.warn(`The audit log is broken at entry ${finding.number}.`);
        return 1;
      }
      const { entries, head } = finding;
      terminal.print(`The audit log is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}.`);
      // Who keeps it elsewhere also sees that nothing was cut off the end.
      if (head) terminal.print(`Hash of the last: ${head}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
