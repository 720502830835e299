import { rotateSecret } from '../service/rotate-secret.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Command } from './command.ts';
import { readFlag } from './flags.ts';
import { settingsOf } from './setting-flags.ts';
import { UsageError } from './usage-error.ts';

const readDays = (days: string): number => {
  if (/^\d{1,3}$/.test(days) && Number(days) <= 365) return Number(days);
  throw new UsageError('--keep-days must be a whole number from 0 to 365');
};

const countOlder = (older: number): string => {
  if (older === 0) return 'nothing made before it is taken any more';
  return older === 1
    ? 'the older one goes on opening what it made'
    : `the ${older} older ones go on opening what they made`;
};

/** `reader-comments secret rotate`. */
export const rotateCommand: Command = {
  name: 'secret rotate',
  usage: 'secret rotate [options]',
  about:
    'Puts a new secret before the one in the data folder. Running processes go on with what they have read: restart\n' +
    'them. Where READER_COMMENTS_SECRET holds the secret, put a new one and a comma before the old one instead.',
  flags: [
    {
      flag: 'keep-days',
      value: 'NUMBER',
      help: 'how long codes, repeated posts and receipts of the older secret are still taken (30; 0 = it has leaked)',
    },
    settingFlags.data,
  ],
  async run(given, terminal) {
    const { words } = given;
    if (words.length > 0) throw new UsageError(`secret rotate takes no ${words.join(' ')}`);
    const keepDays = readDays(readFlag(given, 'keep-days') ?? '30');
    const { file, olderSecrets } = rotateSecret(settingsOf(given), { keepDays });
    terminal.print(
      `${file} has a new secret, and ${countOlder(olderSecrets)}; restart what serves from this folder.`,
    );
    return 0;
  },
};
