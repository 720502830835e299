import { readFileSync } from 'node:fs';
import { describeError } from '../service/service-log.ts';
import { ServiceError } from '../service/index.ts';
import { articleListCommand, articleSetCommand, articleShowCommand } from './article-commands.ts';
import { auditVerifyCommand } from './audit-command.ts';
import { captchaCommand } from './captcha-command.ts';
import type { Command } from './command.ts';
import { copyCommand } from './copy-command.ts';
import { publishCommand, rejectCommand } from './decide-commands.ts';
import {
  editorAddCommand,
  editorListCommand,
  editorRemoveCommand,
  editorResetCommand,
  editorRoleCommand,
} from './editor-commands.ts';
import { type Flag, parseFlags } from './flags.ts';
import { commandHelp, helpFlag } from './help.ts';
import { listCommand } from './list-command.ts';
import { purgeCommand } from './purge-command.ts';
import { rotateCommand } from './rotate-command.ts';
import { serveCommand } from './serve-command.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { toTerminalLine } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';
import { wordsTestCommand } from './words-command.ts';

const commands: readonly Command[] = [
  serveCommand,
  captchaCommand,
  listCommand,
  publishCommand,
  rejectCommand,
  articleListCommand,
  articleShowCommand,
  articleSetCommand,
  auditVerifyCommand,
  editorAddCommand,
  editorListCommand,
  editorRoleCommand,
  editorResetCommand,
  editorRemoveCommand,
  rotateCommand,
  copyCommand,
  purgeCommand,
  wordsTestCommand,
];

const programFlags: readonly Flag[] = [
  { flag: 'version', help: 'show the version' },
  { flag: 'help', help: 'show this help, or with a command the help of the command' },
];

const programHelp = (): string => {
  const list = commands.map(
    ({ usage, about }) => `  ${usage}\n      ${about.split('\n').join('\n      ')}`,
  );
  return commandHelp('COMMAND', ['Commands:', ...list].join('\n'), programFlags);
};

const readVersion = (): string => {
  const file = new URL('../../package.json', import.meta.url);
  return String(Reflect.get(Object(JSON.parse(readFileSync(file, 'utf8'))), 'version'));
};

const findCommand = (args: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));

const runProgram = (args: readonly string[], terminal: Terminal): number => {
  const [first = ''] = args;
  const isGroup = commands.some(({ name }) => name.startsWith(`${first} `));
  if (isGroup && args[1] === '--help') {
    terminal.print(programHelp());
    return 0;
  }
  if (first !== '' && !first.startsWith('-')) {
    const names = commands.map(({ name }) => name).join(', ');
    throw new UsageError(`there is no command "${args.join(' ')}"; the commands are ${names}`);
  }
  const { values } = parseFlags(args, programFlags);
  terminal.print(values['version'] === true ? readVersion() : programHelp());
  return 0;
};

const runCommand = async (
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const rest = args.slice(command.name.split(' ').length);
  const flags = [...command.flags, helpFlag];
  const given = parseFlags(rest, flags);
  if (given.values['help'] === true) {
    terminal.print(commandHelp(command.usage, command.about, flags));
    return 0;
  }
  return command.run(given, terminal);
};

/**
 * Runs the command line. Failures are one sentence on the error stream, never a stack.
 * @returns The exit code: 0, 1 for a failure, 2 for a command line that cannot be understood.
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<number> {
  try {
    const command = findCommand(args);
    return command ? await runCommand(command, args, terminal) : runProgram(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.warn(`${toTerminalLine(error.message)}. See reader-comments --help.`);
      return 2;
    }
    const isExpected = error instanceof ServiceError;
    terminal.warn(isExpected ? error.message : `reader-comments failed: ${describeError(error)}`);
    return 1;
  }
}
