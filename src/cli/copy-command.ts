import { copyDatabase, type CopyStep } from '../service/copy/copy-database.ts';
import { openDatabase } from '../service/store/open-database.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const barWidth = 24;

/** `copying comments [######------------------] 25 %, 250,000 of 1,000,000`. */
export function progressLine({ phase, part, rows, total }: CopyStep): string {
  const share = total === 0 ? 1 : Math.min(1, rows / total);
  const done = Math.floor(share * barWidth);
  const bar = '#'.repeat(done) + '-'.repeat(barWidth - done);
  const count = `${rows.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  return `${phase} ${part} [${bar}] ${Math.floor(share * 100)} %, ${count}`;
}

/** One line that changes at a terminal; elsewhere, such as in a log, a line for each tenth. */
function createProgress(terminal: Terminal): (step: CopyStep) => void {
  let said = '';
  return (step) => {
    if (terminal.rewrite) return terminal.rewrite(progressLine(step));
    const { phase, part, rows, total } = step;
    const tenth = `${phase} ${part} ${total === 0 ? 10 : Math.floor((10 * rows) / total)}`;
    if (tenth === said) return undefined;
    said = tenth;
    return terminal.warn(progressLine(step));
  };
}

/** `reader-comments copy`. */
export const copyCommand: Command = {
  name: 'copy',
  usage: 'copy FROM TO',
  about:
    'Copies a database to another, empty one, such as sqlite:data/comments.sqlite to postgres://…, and compares both. Stop\n' +
    'what serves from them first. One that was cut off goes on where it was. Keep the secret: it opens what is copied.',
  flags: [],
  async run({ words }, terminal) {
    const [source, target] = words;
    if (source === undefined || target === undefined || words.length > 2) {
      throw new UsageError('copy takes two addresses of databases, the one to copy from first');
    }
    if (source === target) throw new UsageError('copy takes two different databases');
    const from = await openDatabase(source);
    try {
      const to = await openDatabase(target);
      try {
        const counts = await copyDatabase(from, to, createProgress(terminal));
        terminal.rewrite?.('');
        for (const [part, rows] of counts) {
          if (rows > 0) terminal.print(`${part}: ${rows.toLocaleString('en')}`);
        }
        terminal.print('Copied and compared: both databases hold the same.');
        return 0;
      } finally {
        await to.destroy();
      }
    } finally {
      await from.destroy();
    }
  },
};
