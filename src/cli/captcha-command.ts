import { openCaptchaService } from '../service/index.ts';
import { settingFlags } from '../service/setting-table.ts';
import type { Command } from './command.ts';
import { settingsOf } from './setting-flags.ts';
import { serveUntilStopped, type Serving } from './serve-until-stopped.ts';
import { UsageError } from './usage-error.ts';

/** `reader-comments captcha`: the security code alone and the browser files, until the process is told to end. */
export const captchaCommand: Command = {
  name: 'captcha',
  usage: 'captcha [options]',
  about:
    'Serves the security code alone, beside a backend of your own, and /reader-comments.js. Pages ask for codes at\n' +
    'PATH/challenge; your backend has them checked at PATH/challenge/verify and shows READER_COMMENTS_VERIFY_SECRET\n' +
    '(at least 32 bytes) as its bearer token. Options can be given as environment variables and the secret of the\n' +
    'codes is kept as for "serve".',
  flags: [
    settingFlags.port,
    settingFlags.host,
    { ...settingFlags.path, help: 'where codes are handed out and checked (/comments)' },
    { ...settingFlags.allowOrigins, help: 'another origin whose pages may ask for codes' },
    { ...settingFlags.challenges, value: 'picture,speech,work' },
    settingFlags.workDifficulty,
    settingFlags.codeLength,
    settingFlags.codeLifetimeSeconds,
    settingFlags.data,
    settingFlags.log,
    settingFlags.metricsPort,
    settingFlags.metricsHost,
    {
      ...settingFlags.database,
      help: 'where used codes are remembered (comments.sqlite in the data folder)',
    },
    { flag: 'memory', help: 'remember used codes in memory alone: one process, until it ends' },
  ],
  async run(given, terminal) {
    if (given.words.length > 0) throw new UsageError(`captcha takes no ${given.words.join(' ')}`);
    const settings = settingsOf(given);
    const memory = given.values['memory'] === true;
    const open: Serving['open'] = (options) => openCaptchaService(settings, { ...options, memory });
    const announce = (url: string): string =>
      `Codes are handed out at ${url}${settings.path === '/' ? '' : settings.path}/challenge; stop with Ctrl+C.`;
    await serveUntilStopped({ settings, open, announce }, terminal);
    return 0;
  },
};
