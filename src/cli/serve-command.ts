import { closeOnSignal, openCommentService } from '../service/index.ts';
import { browserFiles } from './browser-files.ts';
import type { Command } from './command.ts';
import { serveOrClose } from './serve-or-close.ts';
import { serveFlags, settingsOf } from './setting-flags.ts';
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
    const service = await openCommentService(settings);
    const server = await serveOrClose({ service, settings, files: browserFiles });
    const ended = closeOnSignal(server);
    terminal.print(`Comments are taken at ${server.url}${settings.path}; stop with Ctrl+C.`);
    await ended;
    return 0;
  },
};
