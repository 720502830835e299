import { ConfigurationError, type Settings } from '../service/index.ts';
import { welcomeLink } from '../service/desk/desk-path.ts';
import {
  type EditorRole,
  isEditorEmail,
  readEditorRole,
  roleNames,
} from '../service/desk/editor-words.ts';
import type { Editors } from '../service/desk/editors.ts';
import { settingFlags, settingPlaces } from '../service/setting-table.ts';
import { openDatabase } from '../service/store/open-database.ts';
import type { Command } from './command.ts';
import { type Flag, type ParsedFlags, readFlag } from './flags.ts';
import { databaseFlags, settingsOf } from './setting-flags.ts';
import type { Terminal } from './terminal.ts';
import { toTerminalLine } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';

const roles = roleNames.join('|');
const emailFlag: Flag = { flag: 'email', value: 'EMAIL', help: 'whom it is about' };
const roleFlag: Flag = {
  flag: 'role',
  value: roles,
  help: 'viewer reads; moderator decides; editor also edits, replies and picks; admin may do all',
};
const linkFlags: readonly Flag[] = [settingFlags.deskUrl, settingFlags.path, ...databaseFlags];

/** `--name` and `--email` are an editor's here, where `serve` means fields of the form. */
const settingsBeside = ({ words, values }: ParsedFlags): Settings =>
  settingsOf({ words, values: { ...values, name: undefined, email: undefined } });

const noWords = ({ words }: ParsedFlags, command: string): void => {
  if (words.length > 0) throw new UsageError(`${command} takes no ${words.join(' ')}`);
};

const readEmail = (given: ParsedFlags): string => {
  const email = readFlag(given, 'email')?.trim() ?? '';
  if (isEditorEmail(email)) return email;
  throw new UsageError('--email must be the email address of an editor');
};

const readRole = (given: ParsedFlags): EditorRole => {
  const role = readEditorRole(readFlag(given, 'role'));
  if (role) return role;
  throw new UsageError(`--role must be one of ${roleNames.join(', ')}`);
};

const readName = (given: ParsedFlags): string => {
  const name = readFlag(given, 'name')?.normalize('NFC').trim() ?? '';
  if (name !== '' && name.length <= 100 && toTerminalLine(name) === name) return name;
  throw new UsageError('--name must be the name of an editor, of 1 to 100 characters');
};

const readDeskUrl = (given: ParsedFlags): string => {
  const { deskUrl } = settingsBeside(given);
  if (deskUrl !== undefined) return deskUrl;
  throw new ConfigurationError(
    'SETTING_INVALID',
    `The link needs to know where editors open the desk; name its origin by deskUrl (${settingPlaces('deskUrl')}), such as https://www.example.vn.`,
  );
};

/** Runs `work` with the editors in the database of the settings, and closes it. */
const withEditors = async <T>(
  given: ParsedFlags,
  work: (editors: Editors) => Promise<T>,
): Promise<T> => {
  // With the first such command: what serves comments does without it.
  const { createEditors } = await import('../service/desk/editors.ts');
  const db = await openDatabase(settingsBeside(given).database);
  try {
    return await work(createEditors({ db }));
  } finally {
    await db.destroy();
  }
};

const printLink = (terminal: Terminal, given: ParsedFlags, token: string): void => {
  terminal.print(welcomeLink(readDeskUrl(given), settingsBeside(given).path, token));
  terminal.warn('The link works once, within 24 hours; hand it to the editor and to nobody else.');
};

const nobody = (terminal: Terminal, email: string): number => {
  terminal.warn(`there is no editor with the email ${toTerminalLine(email)}`);
  return 1;
};

/** `reader-comments editor add`. */
export const editorAddCommand: Command = {
  name: 'editor add',
  usage: `editor add --name NAME --email EMAIL --role ${roles} [options]`,
  about:
    'Lets somebody work at the desk, and prints the one-time link by which the editor sets a password and a second step.',
  flags: [
    { flag: 'name', value: 'NAME', help: "the editor's name, as the history shows it" },
    { ...emailFlag, help: 'what the editor signs in by; nothing is ever sent there' },
    roleFlag,
    ...linkFlags,
  ],
  async run(given, terminal) {
    noWords(given, 'editor add');
    const editor = { name: readName(given), email: readEmail(given), role: readRole(given) };
    readDeskUrl(given);
    const token = await withEditors(given, (editors) => editors.add(editor));
    if (token === undefined) {
      terminal.warn(
        `there is an editor with the email ${toTerminalLine(editor.email)} already; "editor reset" makes a new link`,
      );
      return 1;
    }
    printLink(terminal, given, token);
    return 0;
  },
};

/** `reader-comments editor list`. */
export const editorListCommand: Command = {
  name: 'editor list',
  usage: 'editor list [options]',
  about: 'Lists the editors: role, how far they have come, email, name.',
  flags: databaseFlags,
  async run(given, terminal) {
    noWords(given, 'editor list');
    for (const { role, state, email, name } of await withEditors(given, (all) => all.list())) {
      terminal.print([role, state, email, name].map(toTerminalLine).join('  '));
    }
    return 0;
  },
};

/** `reader-comments editor role`. */
export const editorRoleCommand: Command = {
  name: 'editor role',
  usage: `editor role --email EMAIL --role ${roles} [options]`,
  about: "Changes what an editor may do, from the editor's next request on.",
  flags: [emailFlag, roleFlag, ...databaseFlags],
  async run(given, terminal) {
    noWords(given, 'editor role');
    const email = readEmail(given);
    const role = readRole(given);
    if (!(await withEditors(given, (editors) => editors.setRole(email, role)))) {
      return nobody(terminal, email);
    }
    terminal.print(`${role}  ${toTerminalLine(email)}`);
    return 0;
  },
};

/** `reader-comments editor reset`. */
export const editorResetCommand: Command = {
  name: 'editor reset',
  usage: 'editor reset --email EMAIL [options]',
  about:
    'Takes the password, the second steps and all sessions of an editor away, and prints a new one-time link: for a\n' +
    'lost password or telephone, or a link that is over.',
  flags: [emailFlag, ...linkFlags],
  async run(given, terminal) {
    noWords(given, 'editor reset');
    const email = readEmail(given);
    readDeskUrl(given);
    const token = await withEditors(given, (editors) => editors.reset(email));
    if (token === undefined) return nobody(terminal, email);
    printLink(terminal, given, token);
    return 0;
  },
};

/** `reader-comments editor remove`. */
export const editorRemoveCommand: Command = {
  name: 'editor remove',
  usage: 'editor remove --email EMAIL [options]',
  about: 'Takes an editor away from the desk and ends all sessions; the history keeps the name.',
  flags: [emailFlag, ...databaseFlags],
  async run(given, terminal) {
    noWords(given, 'editor remove');
    const email = readEmail(given);
    if (!(await withEditors(given, (editors) => editors.remove(email)))) {
      return nobody(terminal, email);
    }
    terminal.print(`removed  ${toTerminalLine(email)}`);
    return 0;
  },
};
