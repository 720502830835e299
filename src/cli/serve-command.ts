import { openCommentService } from '../service/index.ts';
import type { Command } from './command.ts';
import { serveFlags, settingsOf } from './setting-flags.ts';
import { serveUntilStopped, type Serving } from './serve-until-stopped.ts';
import { UsageError } from './usage-error.ts';

/** `reader-comments serve`: the comment service and the browser files, until the process is told to end. */
export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [options]',
  about:
    'Serves the comment service and /reader-comments.js. Each option can also be given as an environment\n' +
    'variable, such as READER_COMMENTS_PORT for --port; the secret only as READER_COMMENTS_SECRET (at least\n' +
    '32 bytes, older ones after it with commas between; made in the data folder where NODE_ENV is not production).\n' +
    'READER_COMMENTS_VERIFY_SECRET lets a backend of your own that shows it have codes checked.',
  flags: serveFlags,
  async run(given, terminal) {
    if (given.words.length > 0) throw new UsageError(`serve takes no ${given.words.join(' ')}`);
    const settings = settingsOf(given);
    const open: Serving['open'] = (options) => openCommentService(settings, options);
    const announce = (url: string): string =>
      `Comments are taken at ${url}${settings.path}; stop with Ctrl+C.`;
    await serveUntilStopped({ settings, open, announce }, terminal);
    return 0;
  },
};
